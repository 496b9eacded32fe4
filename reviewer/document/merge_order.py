"""The order of things that two sides have added to, taken from and rearranged.

Serves the keys of front matter and the items of its lists alike. The order does
not depend on which side is mine, so that two people who merge each other's work
come to the same text.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Sequence

K = TypeVar("K", bound="Hashable")

_HEAD = object()


def arranged(
    base: Sequence[K],
    mine: Sequence[K],
    theirs: Sequence[K],
    kept: Collection[K],
    name: Callable[[K], str],
) -> list[K]:
    """All that is ``kept``, in the order that both sides want.

    Where a side has moved something its order holds; what only one side has
    follows what it followed there. Additions at one place are ordered by ``name``.
    """
    mine = [each for each in mine if each in kept]
    theirs = [each for each in theirs if each in kept]
    common = _skeleton(base, mine, theirs, name)
    shared = set(common)
    runs = [_runs(side, shared) for side in (mine, theirs)]
    result: list[K] = []
    for anchor in (_HEAD, *common):
        if anchor is not _HEAD:
            result.append(anchor)  # type: ignore[arg-type]
        both = [run[anchor] for run in runs]
        for run in sorted(both, key=lambda run: [name(each) for each in run]):
            result += run
    return result


def both_moved(base: Sequence[K], mine: Sequence[K], theirs: Sequence[K]) -> bool:
    """Whether each side has rearranged in its own way what all three have."""
    everywhere = set(base) & set(mine) & set(theirs)
    orders = [[each for each in side if each in everywhere] for side in (base, mine, theirs)]
    return orders[1] not in (orders[0], orders[2]) and orders[2] != orders[0]


def _skeleton(
    base: Sequence[K], mine: Sequence[K], theirs: Sequence[K], name: Callable[[K], str]
) -> list[K]:
    """What both sides have, in the order of the side that moved something."""
    in_mine, in_theirs = set(mine), set(theirs)
    orders = [
        [each for each in mine if each in in_theirs],
        [each for each in theirs if each in in_mine],
    ]
    old = set(base)
    usual = [each for each in base if each in in_mine and each in in_theirs]
    moved = [order for order in orders if [each for each in order if each in old] != usual]
    if len(moved) == 1:
        return moved[0]
    return orders[0] if moved else min(orders, key=lambda order: [name(each) for each in order])


def _runs(side: Sequence[K], shared: Collection[K]) -> dict[object, list[K]]:
    """What a side alone has, by what stands before it."""
    runs: dict[object, list[K]] = defaultdict(list)
    anchor: object = _HEAD
    for each in side:
        if each in shared:
            anchor = each
        else:
            runs[anchor].append(each)
    return runs
