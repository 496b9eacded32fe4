"""Three versions of front matter merged as values: key by key, item by item.

This says what the merged front matter must mean; the text is merged elsewhere
and held to it. A conflict leaves my side's value standing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from reviewer.document.merge_items import partners, signature
from reviewer.document.merge_lines import woven
from reviewer.document.merge_order import arranged, both_moved
from reviewer.document.merge_renames import renames
from reviewer.document.operations import same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reviewer.document.operations import Path


class Absent(Enum):
    """The type of ``ABSENT``."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""Stands for a key that one version does not have."""


@dataclass(frozen=True, slots=True)
class ValueConflict:
    """One place at which the sides contradict each other; indexes are those of the merged data."""

    path: Path
    base: Any
    mine: Any
    theirs: Any


@dataclass(slots=True)
class Blend:
    """Merged data, my side's where there is a conflict."""

    data: Any = None
    conflicts: list[ValueConflict] = field(default_factory=list)


def merge_values(base: Any, mine: Any, theirs: Any) -> Blend:
    """Merge three versions of front matter data."""
    blend = Blend()
    blend.data = _merged(blend.conflicts, (), base, mine, theirs)
    return blend


def equal(a: Any, b: Any) -> bool:
    """Whether two values are the same, be they absent."""
    return a is b or (a is not ABSENT and b is not ABSENT and same(a, b))


def _merged(found: list[ValueConflict], path: Path, base: Any, mine: Any, theirs: Any) -> Any:
    if equal(mine, theirs) or equal(theirs, base):
        return mine
    if equal(mine, base):
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _merged_maps(found, path, base if isinstance(base, dict) else {}, mine, theirs)
    if isinstance(mine, list) and isinstance(theirs, list):
        if isinstance(base, list):
            return _merged_lists(found, path, base, mine, theirs)
        if mine and theirs:  # a new list that one side means to be empty is not for adding to
            return _merged_lists(found, path, [], mine, theirs)
    if all(isinstance(each, str) and "\n" in each for each in (base, mine, theirs)):
        text = woven(base, mine, theirs)
        if text is not None:
            return text
    found.append(ValueConflict(path, base, mine, theirs))
    return mine


def _merged_maps(
    found: list[ValueConflict],
    path: Path,
    base: dict[Any, Any],
    mine: dict[Any, Any],
    theirs: dict[Any, Any],
) -> dict[Any, Any]:
    renamed = renames(base, mine, theirs)
    merged: dict[Any, Any] = {}
    for key in {**mine, **theirs, **base}:
        if key in renamed.values():
            continue
        versions = [under(side, key, renamed) for side in (base, mine, theirs)]
        if key in renamed and ABSENT in versions[1:]:
            found.append(ValueConflict((*path, key), *versions))
            merged[key] = versions[1]
        else:
            merged[key] = _merged(found, (*path, key), *versions)
    return {key: value for key, value in merged.items() if value is not ABSENT}


def under(side: Mapping[Any, Any], key: Any, renamed: Mapping[Any, Any]) -> Any:
    """What a side has under a key, or under the name that it had before."""
    return side.get(key, side.get(renamed[key], ABSENT) if key in renamed else ABSENT)


_Id = tuple[str, int]
"""An item wherever it stands: its origin (base, mine or theirs) and its index there."""


def _merged_lists(
    found: list[ValueConflict],
    path: Path,
    base: Sequence[Any],
    mine: list[Any],
    theirs: list[Any],
) -> list[Any]:
    """Items of all sides; a contradiction about which items there are, or their order, is one
    conflict of the whole list."""
    mine_ids, theirs_ids = _identified(base, mine, "mine"), _identified(base, theirs, "theirs")
    theirs_ids = _recognised(mine_ids, mine, theirs_ids, theirs)
    base_ids: list[_Id] = [("base", index) for index in range(len(base))]
    sides = [
        dict(zip(ids, items, strict=True))
        for ids, items in ((base_ids, base), (mine_ids, mine), (theirs_ids, theirs))
    ]
    kept = _kept(*sides)
    if kept is None or both_moved(base_ids, mine_ids, theirs_ids):
        found.append(ValueConflict(path, list(base), mine, theirs))
        return mine
    names = {each: signature(next(side[each] for side in sides if each in side)) for each in kept}
    order = arranged(base_ids, mine_ids, theirs_ids, kept, names.__getitem__)
    return [
        _merged(found, (*path, index), *(side.get(each, ABSENT) for side in sides))
        for index, each in enumerate(order)
    ]


def _identified(base: Sequence[Any], items: Sequence[Any], origin: str) -> list[_Id]:
    """Every item of a side by the item of the base that it is, or as new."""
    known = {new: old for old, new in partners(base, items).items()}
    return [
        ("base", known[index]) if index in known else (origin, index) for index in range(len(items))
    ]


def _recognised(
    mine_ids: Sequence[_Id], mine: Sequence[Any], theirs_ids: Sequence[_Id], theirs: Sequence[Any]
) -> list[_Id]:
    """Their items, those that both sides have added alike known as one."""
    added: dict[str, list[_Id]] = {}
    for each, item in reversed([*zip(mine_ids, mine, strict=True)]):
        if each[0] == "mine":
            added.setdefault(signature(item), []).append(each)
    result: list[_Id] = []
    for each, item in zip(theirs_ids, theirs, strict=True):
        twins = added.get(signature(item)) if each[0] == "theirs" else None
        result.append(twins.pop() if twins else each)
    return result


def _kept(base: dict[_Id, Any], mine: dict[_Id, Any], theirs: dict[_Id, Any]) -> set[_Id] | None:
    """The items that stay; ``None`` where one side took away what the other edited."""
    kept = {each for each in (*mine, *theirs) if each not in base}
    for each, item in base.items():
        if each in mine and each in theirs:
            kept.add(each)
        elif not equal(mine.get(each, theirs.get(each, item)), item):
            return None
    return kept
