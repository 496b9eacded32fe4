"""The nodes of a YAML document with the places where they stand.

A node's ``head`` is where it begins with its anchor and tag, ``start`` where
its own text begins, ``end`` where that text truly ends: libyaml lets block
collections and block scalars run on to the next token, we do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Node:
    """What all nodes have in common."""

    head: int
    start: int
    end: int
    anchor: str | None = None
    tag: str | None = None

    @property
    def is_written(self) -> bool:
        """Whether there is any text: an empty value has a place and no text."""
        return self.end > self.head


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """A scalar; ``style`` is ``""`` (plain), a quote, ``|`` or ``>``."""

    value: str = ""
    style: str = ""

    @property
    def is_block(self) -> bool:
        """Whether this is a literal or folded block."""
        return self.style in ("|", ">")


@dataclass(slots=True, eq=False)
class Alias(Node):
    """``*name``; ``target`` is the node that carries the anchor."""

    name: str = ""
    target: Node | None = None


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value.

    ``mark`` is the place of a ``?``, ``colon`` of the ``:``; -1 where there is
    none. ``name`` is the key as data.
    """

    key: Node
    value: Node
    mark: int = -1
    colon: int = -1
    name: Any = None
    merges: bool = False

    @property
    def start(self) -> int:
        """Where the entry begins."""
        return self.mark if self.mark >= 0 else self.key.head

    @property
    def end(self) -> int:
        """Where the entry's text ends."""
        return max(self.value.end, self.colon + 1, self.key.end)


@dataclass(slots=True, eq=False)
class Item:
    """An item of a list; ``dash`` is the place of its ``-``, -1 in flow style."""

    value: Node
    dash: int = -1

    @property
    def start(self) -> int:
        """Where the item begins."""
        return self.dash if self.dash >= 0 else self.value.head

    @property
    def end(self) -> int:
        """Where the item's text ends."""
        return max(self.value.end, self.dash + 1)


@dataclass(slots=True, eq=False)
class Seq(Node):
    """A list."""

    flow: bool = False
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Map(Node):
    """A map, with its entries as written: keys may stand twice."""

    flow: bool = False
    entries: list[Entry] = field(default_factory=list)

    def entry(self, name: Any) -> Entry | None:
        """The entry of ``name`` that counts: the last one."""
        found = self.every(name)
        return found[-1] if found else None

    def every(self, name: Any) -> list[Entry]:
        """All entries of ``name``, in text order."""
        return [entry for entry in self.entries if not entry.merges and _same_key(entry.name, name)]

    def merged(self) -> list[Entry]:
        """The ``<<`` entries."""
        return [entry for entry in self.entries if entry.merges]


def _same_key(left: Any, right: Any) -> bool:
    return bool(left == right)


def children(node: Node) -> list[Node]:
    """The nodes directly inside ``node``: keys and values, or items."""
    if isinstance(node, Seq):
        return [item.value for item in node.items]
    if isinstance(node, Map):
        return [child for entry in node.entries for child in (entry.key, entry.value)]
    return []


def walk(node: Node) -> list[Node]:
    """``node`` and all nodes inside it, in text order; aliases are not followed."""
    found: list[Node] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(reversed(children(current)))
    return found
