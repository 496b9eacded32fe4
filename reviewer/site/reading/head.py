"""The front matter of a post from its bytes, without its body."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.document.source import decode
from reviewer.site.reading.plain_scalars import NotPlain
from reviewer.site.reading.plain_yaml import read_plain_yaml

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect
    from reviewer.document.note import Note

_OPENING = re.compile(rb"---\r?\n")
_NO_HEAD = re.compile(rb"#|[A-Za-z0-9_<>!*(\[`|][^\r\n:]*(?:[\r\n]|\Z)")
"""A first line that no engine takes for a fence, nor for a key of front matter without one."""
_CLOSING = re.compile(rb"---[ \t]*(?:\r?\n|\Z)")


class Head(NamedTuple):
    """What stands above the body of a post.

    ``text`` goes down to the end of the front matter, "" when the file has
    none; the front matter itself stands in it from ``block_start`` to
    ``block_end``, both -1 without any. ``format`` is "yaml", "toml", "json",
    "code", or "". ``problem`` says in plain words why the front matter cannot
    be read; then ``data`` is empty. ``body_at`` is the byte at which the body
    begins, -1 where the encoding has more than one to a character.
    """

    text: str = ""
    format: str = ""
    block_start: int = -1
    block_end: int = -1
    data: dict[Any, Any] = {}  # noqa: RUF012 - shared by all heads that have none, never changed
    notes: tuple[Note, ...] = ()
    problem: str = ""
    problem_line: int = 0
    read_only: str = ""
    encoding: str = "UTF-8"
    body_at: int = 0

    @property
    def block(self) -> str:
        """The front matter as written, between its fences."""
        return self.text[self.block_start : self.block_end] if self.format else ""


def read_head(data: bytes, dialect: Dialect) -> Head:
    """The head of a post, whatever its bytes."""
    head = plain_head(data, dialect)
    if head is not None:
        return head
    from reviewer.site.reading import full  # seldom needed, and slow to load

    return full.read_full_head(data, dialect)


def plain_head(data: bytes, dialect: Dialect) -> Head | None:
    """The head of a post that has plain YAML between fences, or surely none; else ``None``."""
    mark = 3 if data.startswith(codecs.BOM_UTF8) else 0
    encoding = "UTF-8 with BOM" if mark else "UTF-8"
    opening = _OPENING.match(data, mark)
    if opening is None:
        return Head(encoding=encoding, body_at=mark) if _NO_HEAD.match(data, mark) else None
    closing = data.find(b"\n---", opening.end() - 1) + 1
    end = _CLOSING.match(data, closing) if closing else None
    if end is None or data.find(b"\n...", opening.end() - 1, closing) >= 0:
        return None
    try:
        text = data[mark : end.end()].decode()
        start, stop = opening.end() - mark, closing - end.end()
        values = read_plain_yaml(_with_plain_ends(text[start : stop or None]), dialect)
    except (UnicodeDecodeError, NotPlain):
        return None
    return Head(text, "yaml", start, len(text) + stop, values, encoding=encoding, body_at=end.end())


def _with_plain_ends(block: str) -> str:
    """The block with LF at the end of each line; a lone CR, which ends one too, stays."""
    return block.replace("\r\n", "\n") if "\r" in block else block


def body_of(data: bytes, head: Head) -> str:
    """The text below the head, which was read from the same bytes."""
    if head.body_at >= 0:
        return data[head.body_at :].decode("utf-8", "surrogateescape")
    return decode(data).text[len(head.text) :]
