"""Hunspell's dictionaries: where they lie, which fits a language, and what they know.

Dictionaries of a content folder are not used: a program in C reads them, and
opening somebody's posts must not feed it their files.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from platformdirs import user_config_path

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = (
    user_config_path("reviewer", appauthor=False) / "dictionaries",
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/Library/Spelling"),
)
"""The editor's own come first."""
HOME = {"en": "US", "pt": "PT", "sv": "SE", "da": "DK", "cs": "CZ", "el": "GR", "uk": "UA"}
"""Countries whose spelling a language without a country means, where it is not called the same."""
MOST_PROPOSALS = 3
LETTERS = "esiarntolcdugmphbyfvkwzxqjéèàçäöüßñøåæ"
_OF_TODAY = (
    "backend|blogging|committer|config|const|dataset|diffs|frontend|gzipped|inline|inlined|inlining"
    "|internet|linter|linters|linting|login|metadata|mixin|mixins|multiplayer|namespace|offline"
    "|online|podcast|prepend|prepended|rebase|rebased|refactor|refactored|renderer|renderers|repo"
    "|repos|runtime|runtimes|signup|smartphone|stemmer|timestamp|timestamps|tokenizer|truthy"
    "|website|websites|whitespace|whitespaces|wifi|workflow|workflows"
)
OF_TODAY = frozenset(_OF_TODAY.split("|"))
"""Words that are younger than the dictionaries of the language that brought them."""
_BRITISH = (
    (re.compile(r"our"), "or"),
    (re.compile(r"is(?=e|ing|ation)"), "iz"),
    (re.compile(r"ys(?=e|ing)"), "yz"),
    (re.compile(r"tre(?=$|s$|d$)"), "ter"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$)"), "l"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"mme$"), "m"),
)
"""What turns British spelling into American; both are right where nobody says which."""


class Dictionary(Protocol):
    """Whatever knows words."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right."""
        ...

    def proposals(self, word: str) -> tuple[str, ...]:
        """What may have been meant."""
        ...


class HunspellDictionary:
    """One dictionary on disk, asked once for each word."""

    def __init__(self, name: str, folder: Path, *, lenient: bool) -> None:
        self.name = name
        self._lenient = lenient
        # Loaded only where somebody asks for spelling: it is off unless chosen.
        from hunspell import Hunspell

        self._words = Hunspell(name, hunspell_data_dir=str(folder))
        self._known: dict[str, bool] = {}
        self._proposed: dict[str, tuple[str, ...]] = {}

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right, in either English where none is named."""
        known = self._known.get(word)
        if known is None:
            plain = word.replace("’", "'")
            known = self._look_up(plain) or self._look_up(plain.removesuffix("'s"))
            self._known[word] = known
        return known

    def proposals(self, word: str) -> tuple[str, ...]:
        """The likeliest ones first. Hunspell's own take a tenth of a second for each word."""
        found = self._proposed.get(word)
        if found is None:
            right = (each for each in dict.fromkeys(slips_of(word)) if self.knows(each))
            found = self._proposed[word] = tuple(islice(right, MOST_PROPOSALS))
        return found

    def _look_up(self, word: str) -> bool:
        if word in OF_TODAY:
            return True
        try:
            if self._words.spell(word):
                return True
            others = _american(word) if self._lenient else ()
            return any(self._words.spell(each) for each in others)
        except UnicodeEncodeError:
            return True  # of an alphabet that the dictionary has no letters for


@cache
def dictionary_of(language: str) -> Dictionary | None:
    """The dictionary for a language such as ``de`` or ``en-gb``; None where there is none."""
    for name in _names(language):
        for folder in (*FOLDERS, *_bundled()):
            found = _found(name, folder)
            if found is not None:
                is_lenient = language == "en" and found == "en_US"
                return HunspellDictionary(found, folder, lenient=is_lenient)
    return None


def _bundled() -> Iterator[Path]:
    """American English comes with the library."""
    found = find_spec("hunspell")
    if found is not None and found.origin:
        yield Path(found.origin).parent / "dictionaries"


def slips_of(word: str) -> Iterator[str]:
    """Words from which this one comes by one slip of the fingers behind the first letter."""
    places = range(1, len(word) + 1)
    yield from (word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :] for at in places[1:-1])
    yield from (word[:at] + word[at + 1 :] for at in places[:-1])
    yield from (word[:at] + sign + word[at:] for at in places for sign in LETTERS)
    yield from (word[:at] + sign + word[at + 1 :] for at in places[:-1] for sign in LETTERS)


def _names(language: str) -> Iterator[str]:
    """How files for the language may be called, the likeliest first."""
    first, _, country = language.replace("_", "-").lower().partition("-")
    if country:
        yield f"{first}_{country.upper()}"
        return
    yield f"{first}_{HOME.get(first, first.upper())}"
    yield first


def _found(name: str, folder: Path) -> str | None:
    is_there = all(os.access(folder / f"{name}{end}", os.R_OK) for end in (".aff", ".dic"))
    return name if is_there else None


def _american(word: str) -> Iterator[str]:
    """The word with one of its British marks changed, and with all of them."""
    whole = word
    for pattern, better in _BRITISH:
        once = pattern.sub(better, word)
        if once != word:
            yield once
            whole = pattern.sub(better, whole)
    if whole != word:
        yield whole
