"""Keys that one side has given another name, so that the other side's edit follows.

Nothing in the text says that a key was renamed. It counts as renamed where a
key stands in the place of one that has gone, and holds what that held, or much
of it. Plain values such as ``true`` are too common to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rapidfuzz import fuzz

from reviewer.document.merge_items import ALIKE, signature

if TYPE_CHECKING:
    from collections.abc import Mapping

TELLING = 4
"""Characters that a value must have as a text to tell where it came from."""

_HEAD: Final = object()


def renames(
    base: Mapping[Any, Any], mine: Mapping[Any, Any], theirs: Mapping[Any, Any]
) -> dict[Any, Any]:
    """The new names that a side has given, or both alike, each with the old name."""
    by_mine, by_theirs = _given(base, mine), _given(base, theirs)
    return {
        new: old
        for new, old in {**by_theirs, **by_mine}.items()
        if by_mine.get(new, old) == by_theirs.get(new, old)
        and (new in by_mine or new not in mine)
        and (new in by_theirs or new not in theirs)
    }


def _given(base: Mapping[Any, Any], side: Mapping[Any, Any]) -> dict[Any, Any]:
    """The keys of ``side`` that stand where keys of the base have gone, and hold the same."""
    gone = _by_gap(base, side)
    found: dict[Any, Any] = {}
    for gap, names in _by_gap(side, base).items():
        rest = gone.get(gap, [])
        for new in names:
            old = next((each for each in rest if _is_telling(base[each], side[new])), None)
            if old is not None:
                found[new] = old
                rest.remove(old)
    return found


def _by_gap(data: Mapping[Any, Any], other: Mapping[Any, Any]) -> dict[Any, list[Any]]:
    """The keys that only ``data`` has, by the key before them that both have."""
    gaps: dict[Any, list[Any]] = {}
    before: Any = _HEAD
    for key in data:
        if key in other:
            before = key
        else:
            gaps.setdefault(before, []).append(key)
    return gaps


def _is_telling(old: Any, new: Any) -> bool:
    if isinstance(old, bool | int | float | None) or type(old) is not type(new):
        return False
    before, after = signature(old), signature(new)
    return len(before) >= TELLING + 2 and fuzz.ratio(before, after) >= ALIKE
