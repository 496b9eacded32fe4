"""Turns the node tree into data, as a dialect reads it.

Tags never construct anything: a tag of YAML's own (``!!str``, ``!!int``) says
how a scalar is read, any other leaves it text. Aliases share their value;
how much they would unfold to is bounded, so that no block can fill the memory
of whoever walks over its data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.block import BlockProblem
from reviewer.document.dialect import Dialect
from reviewer.document.note import Note
from reviewer.document.scalars import is_impossible_date, read_plain
from reviewer.document.yaml_lines import column, line_number
from reviewer.document.yaml_nodes import Alias, Map, Node, Scalar, Seq, walk

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.document.yaml_nodes import Entry
    from reviewer.document.yaml_prepare import Prepared

MAX_UNFOLDED = 100_000
"""How many values the aliases of one block may unfold to."""

_READ_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "timestamp")
)


class Reading:
    """One reading of a node tree: its data, and what was odd about it."""

    def __init__(self, text: str, root: Node | None, dialect: Dialect, prepared: Prepared) -> None:
        self.text = text
        self.dialect = dialect
        self.notes: list[Note] = []
        self._values: dict[int, Any] = {}
        self._sizes: dict[int, int] = {}
        self._unfolded = 0
        if root is not None and prepared.restored:
            _restore(root, prepared)
        self.data = None if root is None else self._value(root, ())

    def _value(self, node: Node, path: Path) -> Any:
        if isinstance(node, Scalar):
            value = self._scalar(node, path)
        elif isinstance(node, Alias):
            value = self._alias(node)
        elif isinstance(node, Seq):
            value = [self._value(item.value, (*path, i)) for i, item in enumerate(node.items)]
        elif isinstance(node, Map):
            value = self._map(node, path)
        if node.anchor is not None:
            self._values[id(node)] = value
            self._sizes[id(node)] = _size(value, MAX_UNFOLDED)
        return value

    def _alias(self, node: Alias) -> Any:
        self._unfolded += self._sizes[id(node.target)]
        if self._unfolded > MAX_UNFOLDED:
            raise BlockProblem(
                "The aliases of this front matter unfold to more values than can be handled.",
                line=line_number(self.text, node.start),
                column=column(self.text, node.start) + 1,
            )
        return self._values[id(node.target)]

    def _scalar(self, node: Scalar, path: Path) -> Any:
        if node.tag is not None and self._minds(node.tag):
            return self._tagged(node)
        if node.style:
            return node.value
        value = read_plain(node.value, self.dialect)
        if type(value) is str and is_impossible_date(value):
            message = f"{value} is no date that the calendar has; it is read as text."
            self._note(message, path, node, "impossible-date")
        return value

    def _minds(self, tag: str) -> bool:
        """Jekyll ignores every tag, PyYAML a lone ``!``."""
        if self.dialect is Dialect.JEKYLL:
            return False
        return tag != "!" or self.dialect is Dialect.YAML_1_2

    def _tagged(self, node: Scalar) -> Any:
        if node.tag not in _READ_TAGS:
            return node.value
        value = read_plain(node.value, self.dialect)
        if node.tag == "tag:yaml.org,2002:float" and type(value) is int:
            return float(value)
        return value

    def _note(self, message: str, path: Path, node: Node, code: str) -> None:
        self.notes.append(Note(message, path, line_number(self.text, node.head), code))

    def _map(self, node: Map, path: Path) -> dict[Any, Any]:
        own: dict[Any, Any] = {}
        merged: dict[Any, Any] = {}
        first: dict[Any, Entry] = {}
        for entry in node.entries:
            entry.name = self._key(entry.key, path)
            value = self._value(entry.value, (*path, entry.name))
            if _is_merge(entry.key) and (parts := _parts(value)) is not None:
                entry.merges = True
                self._merge(parts, own, merged)
                continue
            if entry.name in first:
                self._note_twice(first[entry.name], entry, path)
            first[entry.name] = entry
            own[entry.name] = value
        return {**merged, **own} if merged else own

    def _merge(
        self, parts: list[dict[Any, Any]], own: dict[Any, Any], merged: dict[Any, Any]
    ) -> None:
        """Jekyll lets a merged key win over those written before it, others over none."""
        for part in reversed(parts):
            merged.update(part)
            if self.dialect is Dialect.JEKYLL:
                own.update({key: value for key, value in part.items() if key in own})

    def _key(self, node: Node, path: Path) -> Any:
        value = self._value(node, path)
        if isinstance(value, (list, dict)):
            return self.text[node.start : node.end]
        return value

    def _note_twice(self, before: Entry, entry: Entry, path: Path) -> None:
        line = line_number(self.text, before.key.start)
        message = f"“{entry.name}” stands twice, first in line {line}; the last one counts."
        self._note(message, (*path, entry.name), entry.key, "duplicate-key")


def _restore(root: Node, prepared: Prepared) -> None:
    for node in walk(root):
        if isinstance(node, Scalar):
            node.value = prepared.restore(node.value)


def _is_merge(key: Node) -> bool:
    return isinstance(key, Scalar) and key.value == "<<" and not key.style and key.tag is None


def _parts(value: Any) -> list[dict[Any, Any]] | None:
    """The maps that a ``<<`` brings in; ``None`` where it is no merge at all."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        return value
    return None


def _size(value: Any, limit: int) -> int:
    """How many values ``value`` holds, counted no further than ``limit``."""
    total = 0
    waiting = [value]
    while waiting and total <= limit:
        current = waiting.pop()
        total += 1
        if isinstance(current, dict):
            waiting.extend(current.values())
        elif isinstance(current, list):
            waiting.extend(current)
    return total
