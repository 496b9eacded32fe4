"""The folder's own list of words that are spelt right, whatever dictionaries say.

One word a line in ``.reviewer/words.txt``, in alphabetical order so that two
people who add words rarely get in each other's way; ``#`` begins a remark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WORDS_FILE = ".reviewer/words.txt"


def words_of(root: Path) -> frozenset[str]:
    """The words in lower case; none where there is no list that can be read."""
    return frozenset(map(str.casefold, _words(_lines(root))))


def with_word(text: str, word: str) -> str:
    """The list's text with one more word in its place; as it is where it holds the word."""
    lines = text.splitlines()
    known = set(map(str.casefold, _words(lines)))
    if not word.strip() or word.strip().casefold() in known:
        return text
    remarks = [line for line in lines if line.startswith("#")]
    words = [line for line in lines if line.strip() and not line.startswith("#")]
    ordered = sorted((*words, word.strip()), key=str.casefold)
    return "\n".join((*remarks, *ordered, ""))


def _lines(root: Path) -> list[str]:
    try:
        return (root / WORDS_FILE).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _words(lines: list[str]) -> list[str]:
    found = (line.partition("#")[0].strip() for line in lines)
    return [word for word in found if word]
