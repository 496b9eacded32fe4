"""Setting a whole list or map, as operations on the items that differ.

A form hands over complete lists. Only the items that differ may be touched in
the text, so that comments and quotes of the others stay; this finds them.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from reviewer.document.operations import (
    InsertItem,
    Operation,
    Path,
    RemoveItem,
    SetValue,
    Unset,
    has,
    look_up,
    same,
)


def steps(data: Any, operation: Operation) -> tuple[Operation, ...]:
    """What to do in turn, each to what the one before left, to carry out ``operation``."""
    if isinstance(operation, SetValue) and has(data, operation.path):
        return tuple(_between(operation.path, look_up(data, operation.path), operation.value))
    return (operation,)


def _between(path: Path, old: Any, new: Any) -> list[Operation]:
    if same(old, new):
        return []
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        return _between_maps(path, old, new)
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return _between_lists(path, old, new)
    return [SetValue(path, new)]


def _between_maps(path: Path, old: dict[Any, Any], new: dict[Any, Any]) -> list[Operation]:
    found: list[Operation] = []
    for key, value in new.items():
        here = (*path, key)
        found += _between(here, old[key], value) if key in old else [SetValue(here, value)]
    found += [Unset((*path, key)) for key in old if key not in new]
    return found


def _between_lists(path: Path, old: list[Any], new: list[Any]) -> list[Operation]:
    """Later items first, so that the indexes of earlier ones stay true."""
    matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
    found: list[Operation] = []
    for kind, i1, i2, j1, j2 in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        found += [RemoveItem(path, i) for i in range(i2 - 1, i1 + paired - 1, -1)]
        found += [InsertItem(path, i1 + paired, new[j]) for j in range(j2 - 1, j1 + paired - 1, -1)]
        for k in range(paired):
            found += _between((*path, i1 + k), old[i1 + k], new[j1 + k])
    return found
