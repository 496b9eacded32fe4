"""A foreign configuration as a tree in which every value knows its file and line.

JSON, YAML and TOML all end as ``Node``, so that each importer can name the
place of whatever it does not understand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reviewer.errors import ReviewerError

MAX_DEPTH = 100
"""Levels beyond which no configuration is meant seriously."""
MAX_VALUES = 100_000
"""Values of one file, its aliases unfolded; a site with 500 fields has some 5,000."""


class Unreadable(ReviewerError):
    """A configuration that cannot be read; ``line`` counts from 1."""

    def __init__(self, what: str, line: int = 1) -> None:
        super().__init__(what)
        self.line = line


@dataclass(frozen=True, slots=True)
class Node:
    """One value: a scalar, a list of nodes, or a dict of nodes by key.

    ``line`` is that of its key where it has one. ``size`` counts the values
    inside, those of aliases again wherever they stand.
    """

    value: Any
    line: int = 1
    file: str = ""
    size: int = 1

    @property
    def is_group(self) -> bool:
        """Whether it has keys."""
        return isinstance(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether it has items."""
        return isinstance(self.value, list)

    @property
    def is_scalar(self) -> bool:
        """Whether it is one plain value."""
        return not isinstance(self.value, dict | list)

    def plain(self) -> Any:
        """The same without lines: dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: each.plain() for key, each in self.value.items()}
        if isinstance(self.value, list):
            return [each.plain() for each in self.value]
        return self.value


def too_deep(line: int) -> Unreadable:
    """The refusal of nesting without end."""
    return Unreadable(f"The values are nested more than {MAX_DEPTH} levels deep.", line)


def too_many(line: int) -> Unreadable:
    """The refusal of more values than a configuration can mean."""
    return Unreadable(f"There are more than {MAX_VALUES:,} values.", line)


def whole(items: list[Node] | dict[str, Node], line: int, file: str) -> Node:
    """A list or group of nodes; raises ``Unreadable`` when it holds too much."""
    inside = items.values() if isinstance(items, dict) else items
    size = 1 + sum(each.size for each in inside)
    if size > MAX_VALUES:
        raise too_many(line)
    return Node(items, line, file, size)


def node_of(value: Any, line: int = 1, file: str = "") -> Node:
    """Plain data as a node, all of it on one line; keys become text."""
    if isinstance(value, dict):
        return whole(
            {str(key): node_of(each, line, file) for key, each in value.items()}, line, file
        )
    if isinstance(value, list):
        return whole([node_of(each, line, file) for each in value], line, file)
    return Node(value, line, file)
