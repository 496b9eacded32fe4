"""What an editor wants of many posts at once, and what it means for each of them.

An intention knows no post. Asked about one, it answers with the operations that
carry it out there, or says why that post is left alone. Fields are named as
people name them (``document.keys``), so that one name fits posts whose lists
and groups differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document import keys
from reviewer.document.operations import (
    InsertItem,
    RemoveItem,
    Rename,
    SetValue,
    Unset,
    has,
    look_up,
    same,
    spelled,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.operations import Operation, Path
    from reviewer.document.post import Post

Key = tuple[str | int, ...]
"""The parts of a field's name, as ``keys.parse`` gives them."""


class LeftAlone(Exception):
    """An intention has nothing to do with a post; the message says why, in plain words."""


class Intention(Protocol):
    """One change that is wanted of every post it fits."""

    def operations(self, post: Post) -> Sequence[Operation]:
        """What to do with this post; raises ``LeftAlone`` or ``EditRefused``."""
        ...


@dataclass(frozen=True, slots=True)
class Set:
    """Give the field a value; it is added where it is missing, unless ``only_present``."""

    field: Key
    value: Any
    only_present: bool = False

    def operations(self, post: Post) -> Sequence[Operation]:
        """One setting, unless the value is there already."""
        path = keys.resolve(self.field, post.data)
        if has(post.data, path):
            if same(look_up(post.data, path), self.value):
                raise LeftAlone("It has this value already.")
        elif self.only_present:
            raise _absent(path)
        return (SetValue(path, self.value),)


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the field away."""

    field: Key

    def operations(self, post: Post) -> Sequence[Operation]:
        """One removal, where there is such a field."""
        return (Unset(present(self.field, post)),)


@dataclass(frozen=True, slots=True)
class RenameField:
    """Give the field another name; ``required`` refuses posts that lack it."""

    field: Key
    new: str
    required: bool = False

    def operations(self, post: Post) -> Sequence[Operation]:
        """One renaming, where there is such a field under another name."""
        path = keys.resolve(self.field, post.data)
        if not self.required and not has(post.data, path):
            raise _absent(path)
        if path[-1] == self.new:
            raise LeftAlone(f"The field is called “{self.new}” already.")
        return (Rename(path, self.new),)


@dataclass(frozen=True, slots=True)
class Append:
    """Put values at the end of a list, except those it holds; a missing list is begun."""

    field: Key
    values: tuple[Any, ...]
    only_present: bool = False

    def operations(self, post: Post) -> Sequence[Operation]:
        """One insertion for each value that is not in the list."""
        path = keys.resolve(self.field, post.data)
        is_there = has(post.data, path)
        if self.only_present and not is_there:
            raise _absent(path)
        items = look_up(post.data, path) if is_there else None
        held = list(items) if isinstance(items, list) else []
        fresh = _without_doubles(self.values, held)
        if not fresh:
            raise LeftAlone("The list holds this already.")
        return tuple(InsertItem(path, len(held) + at, value) for at, value in enumerate(fresh))


@dataclass(frozen=True, slots=True)
class RemoveItems:
    """Take every item that equals ``value`` out of a list."""

    field: Key
    value: Any

    def operations(self, post: Post) -> Sequence[Operation]:
        """One removal for each such item, from the end so that indexes stay true."""
        path = present(self.field, post)
        items = look_up(post.data, path)
        if not isinstance(items, list):
            raise LeftAlone(f"“{spelled(path)}” is no list here.")
        found = [at for at, item in enumerate(items) if same(item, self.value)]
        if not found:
            raise LeftAlone("The list does not hold this.")
        return tuple(RemoveItem(path, at) for at in reversed(found))


def present(field: Key, post: Post) -> Path:
    """The path of a field that the post has; raises ``LeftAlone``."""
    path = keys.resolve(field, post.data)
    if not has(post.data, path):
        raise _absent(path)
    return path


def _absent(path: Path) -> LeftAlone:
    return LeftAlone(f"There is no “{spelled(path)}” here.")


def _without_doubles(values: Sequence[Any], held: Sequence[Any]) -> list[Any]:
    fresh: list[Any] = []
    for value in values:
        if not any(same(value, other) for other in (*held, *fresh)):
            fresh.append(value)
    return fresh
