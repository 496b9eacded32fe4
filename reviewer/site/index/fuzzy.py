"""Words that were meant where a typed one occurs nowhere: "goverment" finds "government"."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST = 4
"""Shorter words are like too many others."""
LONG = 8
"""From here on two wrong letters are let pass."""
MOST = 8
AT_ONCE = 5_000
"""Names whose words are taken over together, within some hundredths of a second."""
RANKED = 2_000
"""How many posts are at most put in order of likeness: what a user looks at is among the first."""

_SPACES = str.maketrans(dict.fromkeys(string.punctuation, " "))


class Vocabulary:
    """The words of titles and paths."""

    def __init__(self) -> None:
        self._words: set[str] = set()

    def learn(self, names: Sequence[str]) -> Iterator[None]:
        """Take over the words of these, so many at each step."""
        for start in range(0, len(names), AT_ONCE):
            some = names[start : start + AT_ONCE]
            words = {word for name in some for word in name.translate(_SPACES).split()}
            self._words |= {
                word for word in words if len(word) >= SHORTEST and not word.isdecimal()
            }
            yield

    def similar(self, word: str) -> tuple[str, ...]:
        """Words, or beginnings of words, that differ from ``word`` by a letter or two."""
        if len(word) < SHORTEST:
            return ()
        beginnings = {known[: len(word)] for known in self._words}
        allowed = 2 if len(word) >= LONG else 1
        found = process.extract(
            word, beginnings, scorer=OSA.distance, score_cutoff=allowed, limit=None
        )
        nearest = sorted((distance, text) for text, distance, _place in found)
        return tuple(text for _distance, text in nearest[:MOST])


def ranked(wanted: str, posts: Sequence[int], titles: Sequence[str]) -> list[int]:
    """``posts`` with those first whose titles are most like ``wanted``, all casefolded.

    A title that begins so comes before all others; ties keep their order.
    """
    first = posts[:RANKED]
    names = [titles[post] for post in first]
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=None)
    scores = {place: score for _name, score, place in found}
    best = sorted(
        range(len(first)), key=lambda place: (not names[place].startswith(wanted), -scores[place])
    )
    return [*(first[place] for place in best), *posts[RANKED:]]
