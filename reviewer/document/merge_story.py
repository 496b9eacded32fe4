"""What a merge settled without asking: which fields, and whose version stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from reviewer.document.merge_result import Part
from reviewer.document.merge_trio import head
from reviewer.document.merge_values import ABSENT, equal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.document.merge_result import Conflict
    from reviewer.document.operations import Path
    from reviewer.document.post import Post


class Whose(Enum):
    """Who made the change that stands now."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that was changed and needs no decision; ``path`` names a field."""

    part: Part
    path: Path
    whose: Whose


def settled(
    base: Post, mine: Post, theirs: Post, conflicts: Sequence[Conflict] = ()
) -> tuple[Settled, ...]:
    """What either side changed, apart from what the conflicts are about."""
    parts = {conflict.part for conflict in conflicts}
    found: list[Settled] = []
    if Part.FILE in parts:
        return ()
    if Part.FRONT_MATTER not in parts:
        contested = {conflict.path for conflict in conflicts if conflict.part is Part.FIELD}
        found += _fields(base, mine, theirs, contested)
    whose = _whose(base.body, mine.body, theirs.body)
    if whose is not None and not (Part.BODY in parts and whose is Whose.BOTH):
        found.append(Settled(Part.BODY, (), whose))
    return tuple(found)


def _fields(base: Post, mine: Post, theirs: Post, contested: set[Path]) -> list[Settled]:
    """The fields, or the front matter as a whole where no value says what changed."""
    found = [*_walked((), base.data, mine.data, theirs.data, contested)]
    whose = _whose(head(base), head(mine), head(theirs))
    if not found and not contested and whose is not None:
        return [Settled(Part.FRONT_MATTER, (), whose)]
    return found


def _walked(
    path: Path, base: Any, mine: Any, theirs: Any, contested: set[Path]
) -> Iterator[Settled]:
    whose = _whose(base, mine, theirs)
    if whose is None or path in contested:
        return
    keys = _shared_keys(base, mine, theirs)
    if keys is not None:
        for key in keys:
            below = _at(base, key), _at(mine, key), _at(theirs, key)
            yield from _walked((*path, key), *below, contested=contested)
    elif path and not any(each[: len(path)] == path for each in contested):
        yield Settled(Part.FIELD, path, whose)


def _whose(base: Any, mine: Any, theirs: Any) -> Whose | None:
    """Who changed it; ``None`` where nobody did."""
    if equal(mine, base):
        return None if equal(theirs, base) else Whose.THEIRS
    return Whose.MINE if equal(theirs, base) else Whose.BOTH


def _shared_keys(*sides: Any) -> list[Any] | None:
    """The keys to look into; ``None`` where the values are to be told as a whole."""
    if all(isinstance(side, dict) for side in sides):
        return [*dict.fromkeys(key for side in sides for key in side)]
    if all(isinstance(side, list) for side in sides) and len({*map(len, sides)}) == 1:
        return [*range(len(sides[0]))]
    return None


def _at(side: Any, key: Any) -> Any:
    return side.get(key, ABSENT) if isinstance(side, dict) else side[key]
