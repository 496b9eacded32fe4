"""Builds the node tree from libyaml's event stream.

Events, unlike composed nodes, keep the place where an alias stands. Ends of
block collections and block scalars are worked out here from the text.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from reviewer.document.block import BlockProblem
from reviewer.document.yaml_lines import BREAKS, line_number, skip_trivia, split_lines
from reviewer.document.yaml_nodes import Alias, Entry, Item, Map, Node, Scalar, Seq

MAX_DEPTH = 100
"""Deeper nesting is refused: PyYAML's own reader fails at about 300 levels."""

_PROPERTY = re.compile(rf"(?:&[^\s,\[\]{{}}]+|!(?:<[^>]*>|[^\s,\[\]{{}}]*))[ \t{BREAKS}]*")
_HEADER = re.compile(r"[|>](?:[-+][1-9]?|[1-9][-+]?)?")
_STARTS = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def build(text: str, *, pure: bool = False) -> Node | None:
    """The root node of the one document in ``text``; ``None`` when it is empty.

    ``pure`` asks PyYAML's own parser, which takes a few texts that libyaml does
    not. Raises ``yaml.YAMLError`` as the parser does, and ``BlockProblem`` for a
    second document, nesting without end and aliases that stand for nothing.
    """
    builder = _Builder(text)
    loader: Any = (yaml.SafeLoader if pure else _FAST)(text)
    try:
        while loader.check_event():
            builder.take(loader.get_event())
    finally:
        loader.dispose()
    return builder.root


class _Builder:
    """Takes events one by one and keeps the collections that are still open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node | None = None
        self.anchors: dict[str, Node] = {}
        self.open: list[Seq | Map] = []
        self.keys: list[Node | None] = []
        self.documents = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._add(self._scalar(event))
        elif kind in _STARTS:
            self._begin(event)
        elif kind in _ENDS:
            self._finish(event)
        elif kind is yaml.AliasEvent:
            self._add(self._alias(event))
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise self._problem("A second YAML document begins here", event.start_mark.index)

    def _scalar(self, event: Any) -> Scalar:
        head, end = event.start_mark.index, event.end_mark.index
        is_bare = event.anchor is None and event.tag is None
        start = head if is_bare else self._after_properties(event, head)
        style = event.style or ""
        if style in ("|", ">"):
            end = self._block_end(start, end)
        elif not style and not event.value:
            end = start
            if event.anchor or event.tag:
                end = start = head + len(self.text[head:start].rstrip(" \t" + BREAKS))
            elif head:
                head = start = end = self._empty_place(head)
        node = Scalar(head, start, end, event.anchor, event.tag, event.value, style)
        self._remember(node)
        return node

    def _empty_place(self, position: int) -> int:
        """An empty value stands right behind its indicator."""
        return len(self.text[:position].rstrip(" \t" + BREAKS)) if self.open else position

    def _alias(self, event: Any) -> Alias:
        target = self.anchors.get(event.anchor)
        position = event.start_mark.index
        if target is None:
            raise self._problem(f"*{event.anchor} stands for a value that is not there", position)
        if any(target is collection for collection in self.open):
            raise self._problem(f"*{event.anchor} stands inside the value it stands for", position)
        end = event.end_mark.index
        return Alias(position, position, end, name=event.anchor, target=target)

    def _begin(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self._problem("The values are nested too deeply", event.start_mark.index)
        head = event.start_mark.index
        kind = Map if isinstance(event, yaml.MappingStartEvent) else Seq
        start = self._after_properties(event, head)
        node = kind(head, start, start, event.anchor, event.tag, event.flow_style)
        self._remember(node)
        self.open.append(node)
        self.keys.append(None)

    def _finish(self, event: Any) -> None:
        node = self.open.pop()
        self.keys.pop()
        if node.flow:
            node.end = event.end_mark.index
        else:
            inside = node.items if isinstance(node, Seq) else node.entries
            node.end = inside[-1].end if inside else node.start
        self._add(node)

    def _remember(self, node: Node) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = node

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Seq):
            parent.items.append(Item(node, -1 if parent.flow else self._dash(parent, node)))
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node
        else:
            self.keys[-1] = None
            parent.entries.append(self._entry(parent, key, node))

    def _dash(self, parent: Seq, node: Node) -> int:
        before = parent.items[-1].end if parent.items else parent.start
        return min(skip_trivia(self.text, before), node.head)

    def _entry(self, parent: Map, key: Node, value: Node) -> Entry:
        before = parent.entries[-1].end if parent.entries else parent.start + parent.flow
        mark = -1
        if self.text.find("?", before, key.head) >= 0:
            at = skip_trivia(self.text, before, commas=parent.flow)
            mark = at if self.text[at] == "?" and at < key.head else -1
        colon = key.end
        if not self.text.startswith(":", colon):
            colon = skip_trivia(self.text, colon)
        if not self.text.startswith(":", colon) or (value.is_written and colon >= value.head):
            colon = -1
        if not value.is_written:
            value.head = value.start = value.end = colon + 1 if colon >= 0 else key.end
        return Entry(key, value, mark, colon)

    def _after_properties(self, event: Any, head: int) -> int:
        position = head
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            if found := _PROPERTY.match(self.text, position):
                position = found.end()
        return position if position == head else self._past_comments(position, event)

    def _past_comments(self, position: int, event: Any) -> int:
        if isinstance(event, yaml.ScalarEvent) and not event.style and not event.value:
            return position
        return skip_trivia(self.text, position)

    def _block_end(self, start: int, end: int) -> int:
        """The end of the last line that belongs to a block scalar, before its line break."""
        header = _HEADER.match(self.text, start)
        if header is None:
            return end
        raw = self.text[start:end]
        lines = split_lines(raw)
        keep = "+" in header[0]
        indent = _content_indent(lines[1:])
        if lines and not lines[-1].strip(" "):
            raw = raw[: len(raw) - len(lines.pop())]
            raw = raw[:-2] if raw.endswith("\r\n") else raw[:-1]
        while not keep and len(lines) > 1 and _is_blank(lines[-1], indent):
            raw = raw[: len(raw) - len(lines.pop())]
            raw = raw[:-2] if raw.endswith("\r\n") else raw[:-1]
        return start + (len(raw) if len(lines) > 1 else header.end() - start)

    def _problem(self, what: str, position: int) -> BlockProblem:
        column = position - max(self.text.rfind(mark, 0, position) for mark in BREAKS)
        return BlockProblem(what + ".", line=line_number(self.text, position), column=column)


def _content_indent(lines: list[str]) -> int:
    filled = [line for line in lines if line.strip(" ")]
    return len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0


def _is_blank(line: str, indent: int) -> bool:
    return not line.strip(" ") and len(line) <= max(indent, 0)
