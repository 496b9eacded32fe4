"""Front matter read by the full reader: slower to load and to run, but at a loss for nothing.

Kept apart from ``head`` so that a folder of plain posts never loads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.document.reading import read
from reviewer.document.source import decode
from reviewer.site.reading.head import Head

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect


def read_full_head(data: bytes, dialect: Dialect) -> Head:
    """The head of a post, whatever its bytes."""
    source = decode(data)
    reading = read(source.text, dialect)
    fence, block, problem = reading.fence, reading.block, reading.problem
    text = source.text[: fence.closing.end] if fence else ""
    return Head(
        text=text,
        format=fence.format if fence else "",
        block_start=fence.block.start if fence else -1,
        block_end=fence.block.end if fence else -1,
        data=dict(block.data) if block and isinstance(block.data, Mapping) else {},
        notes=reading.notes,
        problem=f"{problem.what} {problem.remedy}".strip() if problem else "",
        problem_line=problem.where.line if problem else 0,
        read_only=reading.read_only,
        encoding=source.encoding.name,
        body_at=_bytes_of(text, source.encoding.name),
    )


def _bytes_of(text: str, encoding: str) -> int:
    if not encoding.startswith("UTF-8"):
        return -1
    return len(text.encode("utf-8", "surrogateescape")) + 3 * (encoding != "UTF-8")
