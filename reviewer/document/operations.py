"""What can be done to the front matter of a post, as values.

An operation names a place by its path, a tuple of keys and indexes such as
``("seo", "title")`` or ``("tldr", 2)``; it knows nothing of text. ``Post``
turns it into text edits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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
