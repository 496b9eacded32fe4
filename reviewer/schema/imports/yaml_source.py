"""YAML as a tree with lines, from libyaml's events.

Events rather than composed nodes, since composing fails on deep nesting and
unfolds nothing of an alias whose size has to be bounded. Scalars are read as
YAML 1.2, which is what the JavaScript tools do that own these files.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.dialect import Dialect
from reviewer.document.scalars import read_plain
from reviewer.schema.imports.node import (
    MAX_DEPTH,
    MAX_VALUES,
    Node,
    Unreadable,
    too_deep,
    too_many,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MERGE = "<<"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, file: str, twice: Callable[[Node, str], None]) -> Node:
    """The first document in ``text``; raises ``Unreadable``.

    ``twice(node, key)`` is told of keys that stand more than once; the last counts.
    """
    builder = _Builder(file, twice)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
            if builder.finished:
                break
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unreadable(f"This is not valid YAML: {error.problem}.", line) from error
    except (yaml.YAMLError, ValueError) as error:  # characters that no YAML may hold
        raise Unreadable("This is not YAML but something else.") from error
    return builder.root


@dataclass(slots=True)
class _Open:
    """A collection that is not complete yet."""

    line: int
    anchor: str | None
    items: list[Node] | dict[str, Node]
    key: str | None = None
    key_line: int = 0
    merged: list[Node] = field(default_factory=list)


class _Builder:
    """Takes events one by one."""

    def __init__(self, file: str, twice: Callable[[Node, str], None]) -> None:
        self.root = Node(None, 1, file)
        self.finished = False
        self._file = file
        self._twice = twice
        self._open: list[_Open] = []
        self._count = 0
        self._anchors: dict[str, Node] = {}

    def take(self, event: Any) -> None:
        """One event; raises ``Unreadable``."""
        line = event.start_mark.line + 1
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.MappingStartEvent():
                self._begin(_Open(line, event.anchor, {}))
            case yaml.SequenceStartEvent():
                self._begin(_Open(line, event.anchor, []))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._finish()
            case yaml.AliasEvent():
                self._alias(event.anchor or "", line)
            case yaml.DocumentEndEvent():
                self.finished = True

    def _begin(self, found: _Open) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise too_deep(found.line)
        self._open.append(found)

    def _scalar(self, event: Any, line: int) -> None:
        if self._is_key():
            self._open[-1].key = event.value
            self._open[-1].key_line = line
            return
        plain = event.implicit[0] and not event.style
        value = read_plain(event.value, Dialect.YAML_1_2) if plain else event.value
        self._add(Node(value, line, self._file), event.anchor)

    def _is_key(self) -> bool:
        return (
            bool(self._open)
            and isinstance(self._open[-1].items, dict)
            and self._open[-1].key is None
        )

    def _finish(self) -> None:
        done = self._open.pop()
        items = done.items
        for source in done.merged:
            if isinstance(source.value, dict) and isinstance(items, dict):
                items = {**source.value, **items}
        self._add(whole(items, done.line, self._file), done.anchor)

    def _alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            raise Unreadable(f"*{anchor} stands for nothing, or for something it is part of.", line)
        self._add(replace(self._anchors[anchor], line=line), None)

    def _add(self, node: Node, anchor: str | None) -> None:
        self._count += 1
        if self._count > MAX_VALUES:
            raise too_many(node.line)
        if anchor is not None:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
        elif self._is_key():
            raise Unreadable("A list or a group cannot be a key here.", node.line)
        else:
            self._put(self._open[-1], node)

    def _put(self, owner: _Open, node: Node) -> None:
        if isinstance(owner.items, list):
            owner.items.append(node)
            return
        key, owner.key = str(owner.key), None
        if key == MERGE:
            owner.merged += node.value if node.is_list else [node]
            return
        node = replace(node, line=owner.key_line)
        if key in owner.items:
            self._twice(node, key)
        owner.items[key] = node
