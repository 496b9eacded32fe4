"""What can be done to the front matter of a post, as values.

An operation names a place by its path, a tuple of keys and indexes such as
``("seo", "title")`` or ``("tldr", 2)``; it knows nothing of text. ``Post``
turns it into text edits.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable

PathKey = str | int | float | bool | None
Path = tuple[Any, ...]
"""Keys (as the data has them) and list indexes from the outside in."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give the entry at ``path`` this value; a missing key is added."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Unset:
    """Take the key or item at ``path`` away."""

    path: Path


@dataclass(frozen=True, slots=True)
class Rename:
    """Give the key at ``path`` another name; its value and place stay."""

    path: Path
    new: str


@dataclass(frozen=True, slots=True)
class InsertItem:
    """Insert ``value`` before ``index`` in the list at ``path``."""

    path: Path
    index: int
    value: Any


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Remove the item at ``index`` from the list at ``path``."""

    path: Path
    index: int


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move an item of the list at ``path`` from ``old`` to stand at ``new``."""

    path: Path
    old: int
    new: int


Operation = SetValue | Unset | Rename | InsertItem | RemoveItem | MoveItem


class EditRefused(ReviewerError):
    """An edit that cannot be made, and why; nothing has changed."""


def carry_out(data: Any, operation: Operation) -> Any:
    """New data with exactly that change; ``data`` itself stays as it is.

    Only what lies on the path is copied, so a value that stands in two places
    (a YAML alias) changes in the named place alone. Raises ``EditRefused``
    where the path leads nowhere.
    """
    match operation:
        case SetValue(path, value):
            return _within(data, path[:-1], lambda node: _with_value(node, _last(path), value))
        case Unset(path):
            return _within(data, path[:-1], lambda node: _without(node, _last(path)))
        case Rename(path, name):
            return _within(data, path[:-1], lambda node: _renamed(node, _last(path), name))
        case InsertItem(path, index, value):
            return _within(data, path, lambda node: _inserted(node, index, value))
        case RemoveItem(path, index):
            return _within(data, path, lambda node: _without(_listed(node), index))
        case MoveItem(path, old, new):
            return _within(data, path, lambda node: _moved(node, old, new))


def grounded(data: Any, operation: Operation) -> Operation:
    """The operation with missing parents filled in.

    Setting ``("seo", "title")`` where there is no ``seo``, or an empty one, is
    setting ``("seo",)`` to a map of one key; a list begins in the same way.
    """
    match operation:
        case InsertItem(path, 0, value) if path and _is_hollow(data, path):
            return grounded(data, SetValue(path, [value]))
        case SetValue((*parents, key), value) if parents and _is_hollow(data, tuple(parents)):
            if not _is_index(key) or key == 0:
                holder = [value] if _is_index(key) else {key: value}
                return grounded(data, SetValue(tuple(parents), holder))
    return operation


def look_up(data: Any, path: Path) -> Any:
    """The value at ``path``; raises ``EditRefused`` where there is none."""
    for depth, key in enumerate(path):
        data = _child(data, key, path[: depth + 1])
    return data


def has(data: Any, path: Path) -> bool:
    """Whether there is a value, be it empty, at ``path``."""
    for key in path:
        if not _holds(data, key):
            return False
        data = data[key]
    return True


def same(a: Any, b: Any) -> bool:
    """Whether two values are the same to a reader of the file.

    Stricter than ``==``: ``True`` is not ``1``, ``1.0`` is not ``1``, a date is
    not a datetime, and times must agree in their zone; looser in that NaN is
    NaN and the order of keys does not count.
    """
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return _same_maps(a, b)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, float):
        return _marked(a) == _marked(b)
    if isinstance(a, (dt.datetime, dt.time)):
        return bool(a == b) and a.utcoffset() == b.utcoffset()
    return bool(a == b)


def spelled(path: Path) -> str:
    """A path as people write it: ``seo.title``, ``tldr[2]``."""
    text = ""
    for key in path:
        text += f"[{key}]" if _is_index(key) else f".{key}"
    return text.removeprefix(".")


def _same_maps(a: dict[Any, Any], b: dict[Any, Any]) -> bool:
    if len(a) != len(b):
        return False
    if all(type(key) is str for key in a):
        return all(key in b and same(value, b[key]) for key, value in a.items())
    others = {_map_key(key): value for key, value in b.items()}
    return all(
        _map_key(key) in others and same(value, others[_map_key(key)]) for key, value in a.items()
    )


def _map_key(key: Any) -> Any:
    return (type(key), _marked(key) if isinstance(key, float) else key)


def _marked(number: float) -> tuple[str, float]:
    """A float so that NaN equals NaN and -0.0 is not 0.0."""
    return ("nan", 0.0) if math.isnan(number) else (str(math.copysign(1, number)), number)


def _within(node: Any, path: Path, change: Callable[[Any], Any], done: Path = ()) -> Any:
    if not path:
        return change(node)
    done = (*done, path[0])
    changed = _within(_child(node, path[0], done), path[1:], change, done)
    return _with_value(node, path[0], changed)


def _child(node: Any, key: Any, path: Path) -> Any:
    if not _holds(node, key):
        raise EditRefused(f"There is no “{spelled(path)}” in this post.")
    return node[key]


def _holds(node: Any, key: Any) -> bool:
    if isinstance(node, list):
        return _is_index(key) and 0 <= key < len(node)
    return isinstance(node, dict) and key in node


def _is_hollow(data: Any, path: Path) -> bool:
    """Whether nothing stands at ``path`` yet: it is absent, or empty."""
    return not has(data, path) or look_up(data, path) is None


def _is_index(key: Any) -> bool:
    return type(key) is int


def _last(path: Path) -> Any:
    if not path:
        raise EditRefused("An edit needs the name of a field.")
    return path[-1]


def _with_value(node: Any, key: Any, value: Any) -> Any:
    if isinstance(node, dict):
        return {**node, key: value}
    if _holds(node, key):
        return [*node[:key], value, *node[key + 1 :]]
    raise EditRefused(f"“{key}” cannot be set here: its place holds no list or group with it.")


def _without(node: Any, key: Any) -> Any:
    if not _holds(node, key):
        raise EditRefused(f"There is no “{key}” to take away.")
    if isinstance(node, list):
        return [*node[:key], *node[key + 1 :]]
    return {name: value for name, value in node.items() if name != key}


def _renamed(node: Any, old: Any, new: str) -> Any:
    if not isinstance(node, dict) or old not in node:
        raise EditRefused(f"There is no “{old}” to rename.")
    if new != old and new in node:
        raise EditRefused(f"There is a “{new}” already.", remedy="Choose another name.")
    return {new if name == old else name: value for name, value in node.items()}


def _listed(node: Any) -> list[Any]:
    if not isinstance(node, list):
        raise EditRefused("This field holds no list.")
    return node


def _inserted(node: Any, index: int, value: Any) -> list[Any]:
    items = _listed(node)
    if not 0 <= index <= len(items):
        raise EditRefused(f"The list has {len(items)} items; there is no place {index} in it.")
    return [*items[:index], value, *items[index:]]


def _moved(node: Any, old: int, new: int) -> list[Any]:
    items = list(_listed(node))
    if not (0 <= old < len(items) and 0 <= new < len(items)):
        raise EditRefused(f"The list has {len(items)} items; an item cannot move that far.")
    items.insert(new, items.pop(old))
    return items
