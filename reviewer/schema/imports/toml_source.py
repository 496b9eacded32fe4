"""TOML as a tree with lines, by the reader of front matter, which knows each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.block import BlockProblem
from reviewer.document.dialect import Dialect
from reviewer.document.source import line_at
from reviewer.document.toml_text import TomlBlock
from reviewer.schema.imports.node import MAX_DEPTH, Node, Unreadable, too_deep, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.document.operations import Path

LONGEST = 200_000
"""Characters; reading TOML with its places takes a second for these."""


def read(text: str, file: str, _twice: Callable[[Node, str], None]) -> Node:
    """The tree of a TOML text; raises ``Unreadable``. A key that stands twice is an error."""
    if len(text) > LONGEST:
        raise Unreadable(f"The file has more than {LONGEST:,} characters.")
    try:
        block = TomlBlock(text, Dialect.YAML_1_2)
    except BlockProblem as error:
        raise Unreadable(error.what, error.where.line or 1) from error
    return _node(block, text, file, (), block.data)


def _node(block: TomlBlock, text: str, file: str, path: Path, value: Any) -> Node:
    place = block.place(path) if path else None
    line = line_at(text, place.entry.start) if place else 1
    if len(path) > MAX_DEPTH:
        raise too_deep(line)
    if isinstance(value, dict):
        inside = {
            str(key): _node(block, text, file, (*path, key), each) for key, each in value.items()
        }
        return whole(inside, line, file)
    if isinstance(value, list):
        items = [_node(block, text, file, (*path, index), each) for index, each in enumerate(value)]
        return whole(items, line, file)
    return Node(value, line, file)
