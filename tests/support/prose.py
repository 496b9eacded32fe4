"""Words, sentences and Markdown that mean nothing and are as varied as real text.

Sentences are made once and drawn from, so that a hundred thousand posts take
seconds; rare words are put in post by post, so that searches have something to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SENTENCES = 3_000
STEMS = 4_000
_ONSETS = ("b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r")
_ONSETS += ("s", "st", "t", "tr", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou", "é", "ü")
_VOWEL_WEIGHTS = (20, 24, 16, 16, 8, 4, 6, 4, 1, 1)
_ENDS = ("", "", "n", "r", "s", "t", "nd", "st", "ck", "l")
_PLAIN = ("the", "a", "of", "to", "in", "and", "for", "on", "with", "that", "is", "was", "by", "as")


class Prose:
    """A source of text; the same chance gives the same text."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self.words = [self._word() for _ in range(STEMS)]
        # Few words are frequent and most are rare, as in any language.
        self._weights = [1 / (place + 10) for place in range(STEMS)]
        self._sentences = [self._sentence() for _ in range(SENTENCES)]

    def title(self) -> str:
        """Four to nine words, the first with a capital."""
        words = self._chance.choices(self.words, k=self._chance.randint(3, 8))
        return " ".join((words[0].capitalize(), *words[1:]))

    def sentence(self) -> str:
        """One of the sentences."""
        return self._chance.choice(self._sentences)

    def body(self, size: int) -> str:
        """Markdown of about so many characters."""
        parts: list[str] = []
        length = 0
        while length < size:
            parts.append(self._block())
            length += len(parts[-1])
        parts.append(f"{self.rare()} {self.rare()}.\n")
        return "".join(parts)

    def rare(self) -> str:
        """A word that few posts have."""
        choose = self._chance.choice
        return choose(self.words) + choose(self.words)

    def _block(self) -> str:
        drawn = self._chance.random()
        if drawn < 0.15:
            return f"## {self.title()}\n\n"
        if drawn < 0.25:
            return "".join(f"- {line}\n" for line in self._some(3)) + "\n"
        if drawn < 0.33:
            word = self.rare()
            return f"See [{word}](https://{word}.example/{word}) and *{word}*.\n\n"
        return " ".join(self._some(4)) + "\n\n"

    def _some(self, count: int) -> list[str]:
        return self._chance.choices(self._sentences, k=count)

    def _sentence(self) -> str:
        count = self._chance.randint(6, 18)
        rare = self._chance.choices(self.words, self._weights, k=count)
        words = [self._chance.choice(_PLAIN) if self._chance.random() < 0.4 else w for w in rare]
        return " ".join(words).capitalize() + "."

    def _word(self) -> str:
        choose, weighed = self._chance.choice, self._chance.choices
        syllables = (
            choose(_ONSETS) + weighed(_VOWELS, _VOWEL_WEIGHTS)[0]
            for _ in range(self._chance.randint(1, 3))
        )
        return "".join(syllables) + choose(_ENDS)
