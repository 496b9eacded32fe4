"""What changed in a post since it was signed off, in fields and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reviewer.document.operations import same

if TYPE_CHECKING:
    from reviewer.document.post import Post

MOST = 2_000
"""Paragraphs up to which they are matched; of more, those that differ in place are counted."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Names of fields, and how many paragraphs are other ones, new, or gone."""

    fields: tuple[str, ...] = ()
    paragraphs: int = 0


def changed(before: Post, after: Post) -> Changed:
    """What differs between two texts of a post."""
    names = dict.fromkeys((*map(str, before.data), *map(str, after.data)))
    fields = (name for name in names if not _is_same(before, after, name))
    return Changed(tuple(fields), _paragraphs(before.body, after.body))


def _is_same(before: Post, after: Post, name: str) -> bool:
    has = name in before.data, name in after.data
    return has[0] == has[1] and same(before.data.get(name), after.data.get(name))


def _paragraphs(before: str, after: str) -> int:
    old, new = _split(before), _split(after)
    if max(len(old), len(new)) > MOST:
        return sum(a != b for a, b in zip(old, new, strict=False)) + abs(len(old) - len(new))
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in steps if tag != "equal")


def _split(text: str) -> list[str]:
    """Paragraphs without the blanks around them."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]
