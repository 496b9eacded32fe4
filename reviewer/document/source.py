"""Bytes to text and back, for any bytes whatever.

Editors hand over files with byte order marks, in UTF-16, with a stray Latin-1
byte in UTF-8, or with three kinds of line ends. Each of them must come back
byte for byte, so a decoding counts only where encoding its text gives the same
bytes again; what fails that is read as UTF-8 with its bad bytes carried along
as lone surrogates (PEP 383), which loses nothing.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from reviewer.document.lines import count_lines

_LINE_END = re.compile(r"\r\n|\n|\r")
_UTF_16 = (
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's text becomes bytes: mark, codec, and what becomes of bad bytes."""

    name: str
    codec: str = "utf-8"
    errors: str = "surrogateescape"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """``text`` as the file's bytes; ``UnicodeEncodeError`` for what it cannot hold."""
        return self.mark + text.encode(self.codec, self.errors)

    def decode(self, data: bytes) -> str:
        """The text of bytes that begin with the mark; ``UnicodeDecodeError`` for bad ones."""
        return data[len(self.mark) :].decode(self.codec, self.errors)


UTF_8 = Encoding("UTF-8")
_UTF_8_MARKED = Encoding("UTF-8 with BOM", mark=codecs.BOM_UTF8)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file and how it was encoded."""

    text: str
    encoding: Encoding = UTF_8

    def to_bytes(self) -> bytes:
        """The file's bytes."""
        return self.encoding.encode(self.text)


def decode(data: bytes) -> Source:
    """Read any bytes so that ``decode(data).to_bytes() == data``."""
    for mark, codec, name in _UTF_16:
        if data.startswith(mark):
            found = _exact(data, Encoding(name, codec, "surrogatepass", mark))
            if found is not None:
                return found
    encoding = _UTF_8_MARKED if data.startswith(codecs.BOM_UTF8) else UTF_8
    return Source(encoding.decode(data), encoding)


def _exact(data: bytes, encoding: Encoding) -> Source | None:
    """The decoding, if encoding it gives the same bytes (an odd trailing byte does not)."""
    try:
        text = encoding.decode(data)
        exact = encoding.encode(text) == data
    except UnicodeError:
        return None
    return Source(text, encoding) if exact else None


def line_ends(text: str) -> dict[str, int]:
    """How often each of ``\\n``, ``\\r\\n`` and ``\\r`` ends a line."""
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return {end: count for end, count in counts.items() if count}


def usual_line_end(text: str) -> str:
    """The line end that new lines should take: the commonest one, else ``\\n``."""
    counts = line_ends(text)
    return max(counts, key=lambda end: counts[end], default="\n")


def line_at(text: str, offset: int) -> int:
    """The number of the line, from 1, that holds the character at ``offset``."""
    head = text[:offset]
    is_split = head.endswith("\r") and text.startswith("\n", offset)
    return 1 + count_lines(head) - is_split


def line_start(text: str, offset: int) -> int:
    """Where the line that holds ``offset`` begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_stop(text: str, offset: int) -> int:
    """Where the line that holds ``offset`` ends, its line end included."""
    found = _LINE_END.search(text, offset)
    return found.end() if found else len(text)
