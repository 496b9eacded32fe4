"""The register of front matter formats, as python-frontmatter handlers.

One handler per format joins its fences and its reader. ``Post`` reads through
it, and so can scripts that already use python-frontmatter: ``frontmatter.load
(file, handler=detect(text))`` finds what the site engines find.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

from frontmatter.default_handlers import BaseHandler

from reviewer.document.dialect import Dialect
from reviewer.document.edits import apply
from reviewer.document.fences import find
from reviewer.document.operations import SetValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.document.block import Block

    Reader = Callable[[str, Dialect], Block]


_NO_MEMBERS = "{\n}"
"""JSON's braces are both its fences and part of the block."""


class BlockHandler(BaseHandler):
    """A python-frontmatter handler for one format, over Reviewer's own reader."""

    FM_BOUNDARY = re.compile(r"\A")
    START_DELIMITER = ""
    END_DELIMITER = ""

    def __init__(self, name: str, opening: str, closing: str, reader: Reader) -> None:
        super().__init__(start_delimiter=opening, end_delimiter=closing)
        self.name = name
        self.opening = opening
        self.closing = closing
        self.reader = reader

    def detect(self, text: str) -> bool:
        """Whether ``text`` begins with front matter of this format."""
        fence = find(text, Dialect.YAML_1_1)
        return fence is not None and fence.format == self.name

    def split(self, text: str) -> tuple[str, str]:
        """Front matter and body; ``ValueError`` where there is no front matter of this format."""
        fence = find(text, Dialect.YAML_1_1)
        if fence is None or fence.format != self.name:
            raise ValueError(f"no {self.name} front matter")
        return text[fence.block.start : fence.block.end], text[fence.closing.end :]

    def load(self, fm: str) -> dict[str, Any]:
        """The data of a block; raises ``BlockProblem``."""
        data: dict[str, Any] = self.reader(fm, Dialect.YAML_1_1).data
        return data

    def export(self, metadata: dict[str, object], **_options: object) -> str:
        """A new block that holds ``metadata``, key by key."""
        text = "" if self.opening else _NO_MEMBERS
        for key, value in metadata.items():
            block = self.reader(text, Dialect.YAML_1_1)
            text = apply(text, block.plan(SetValue((key,), value), None).edits)
        return text.rstrip("\r\n")


def _reader(name: str) -> Reader:
    """Reads by the module of a format, which is loaded when first needed: few sites need two."""

    def read(text: str, dialect: Dialect) -> Block:
        block: Block = import_module(f"reviewer.document.{name}_text").read(text, dialect)
        return block

    return read


_HANDLERS = {
    handler.name: handler
    for handler in (
        BlockHandler("yaml", "---", "---", _reader("yaml")),
        BlockHandler("toml", "+++", "+++", _reader("toml")),
        BlockHandler("json", "", "", _reader("json")),
    )
}


def handlers() -> tuple[BlockHandler, ...]:
    """All handlers, in the order in which a text should be tried."""
    return tuple(_HANDLERS.values())


def reader(name: str) -> Reader:
    """How blocks of the format ``name`` are read."""
    return _HANDLERS[name].reader


def empty_front_matter(name: str, line_end: str) -> str:
    """Front matter of the format without any key, to be put above a body."""
    handler = _HANDLERS[name]
    text = f"{handler.opening}\n{handler.closing}\n" if handler.opening else f"{_NO_MEMBERS}\n"
    return text.replace("\n", line_end)
