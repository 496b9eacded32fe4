"""Which item of one list is which of another: by value, by place, by likeness.

Lists in front matter have no keys. An item that was edited, moved, or both
must be known again, or two editors' changes to it would each add a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from reviewer.document.diff import Range, changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ALIKE = 60
"""From this likeness on, in percent, an item counts as an edit of another."""
THOROUGH = 40_000
"""Pairs of items that are compared; where there are more, nothing but equal items pair."""


def signature(value: Any) -> str:
    """A text that is the same for the same values, whatever the order of keys."""
    if isinstance(value, dict):
        members = sorted(f"{key!r}: {signature(each)}" for key, each in value.items())
        return "{" + ", ".join(members) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(signature, value)) + "]"
    return repr(value)


def partners(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Indexes of ``old`` to the indexes of ``new`` where the same items stand now."""
    before, after = [*map(signature, old)], [*map(signature, new)]
    ranges = changes(before, after)
    found = dict(_in_place(ranges, len(before)))
    _pair_moved(found, before, after)
    taken = set(found.values())
    for each in ranges:
        rest_old = [i for i in range(each.old_start, each.old_end) if i not in found]
        rest_new = [j for j in range(each.new_start, each.new_end) if j not in taken]
        found.update(_pair_edited(before, after, rest_old, rest_new))
    return found


def _in_place(ranges: Iterable[Range], size: int) -> Iterable[tuple[int, int]]:
    """The items that stayed the same, in the same order."""
    i, drift = 0, 0
    for each in [*ranges, Range(size, size, 0, 0)]:
        yield from ((k, k + drift) for k in range(i, each.old_start))
        i, drift = each.old_end, each.new_end - each.old_end


def _pair_moved(found: dict[int, int], before: Sequence[str], after: Sequence[str]) -> None:
    """Add the items that left one place and came to another."""
    taken = set(found.values())
    waiting: dict[str, list[int]] = {}
    for j in reversed(range(len(after))):
        if j not in taken:
            waiting.setdefault(after[j], []).append(j)
    for i, value in enumerate(before):
        if i not in found and waiting.get(value):
            found[i] = waiting[value].pop()


def _pair_edited(
    before: Sequence[str], after: Sequence[str], old: list[int], new: list[int]
) -> Iterable[tuple[int, int]]:
    """As many for as many are edits in place; else each with the most alike."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    rest = new if len(old) * len(new) <= THOROUGH else []
    for i in old:
        likeness = {j: fuzz.ratio(before[i], after[j]) for j in rest}
        best = max(likeness, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= ALIKE:
            yield i, best
            rest = [j for j in rest if j != best]
