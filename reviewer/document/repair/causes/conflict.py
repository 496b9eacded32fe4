"""The marks that Git leaves where two versions of some lines did not merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.repair.sheet import Mend, Sheet, indent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_SIDES = {_OURS: "ours", _BASE: "base", _MIDDLE: "theirs", _THEIRS: "both"}
_WHAT = "A merge left its marks here: two versions of these lines stand side by side."
_CHOICES = (
    ("ours", 0.5, "Keep the first version"),
    ("theirs", 0.6, "Keep the second version"),
    ("", 1.5, "Keep both versions, without the marks"),
)


def look(sheet: Sheet, number: int) -> Iterator[Mend]:
    """Keep one version of all conflicts, or both."""
    if _mark(sheet.bare(number)) not in (_OURS, _THEIRS) or any(map(_mark, sheet.lines[:number])):
        return
    for chosen, cost, doing in _CHOICES:
        lines = tuple(_kept(sheet, chosen))
        yield Mend(0, len(sheet.lines), lines, cost, _WHAT, doing)


def _kept(sheet: Sheet, chosen: str) -> Iterator[str]:
    side, depth = "both", -1
    for line in sheet.lines:
        mark = _mark(line)
        if side == "theirs" and not mark and line.strip():
            # The last mark is missing from some: there the version ends with its level.
            depth = indent_of(line) if depth < 0 else depth
            side = "both" if indent_of(line) < depth else side
        if mark:
            side = _SIDES[mark]
        elif side in ("both", chosen) or (not chosen and side != "base"):
            yield line


def _mark(line: str) -> str:
    mark = line[:7]
    rest = line[7:8]
    return mark if mark in _SIDES and (not rest or rest.isspace()) else ""
