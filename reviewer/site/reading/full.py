"""Front matter read by the full reader: slower to load and to run, but at a loss for nothing.

Kept apart from ``head`` so that a folder of plain posts never loads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reviewer.document.post import Post
from reviewer.site.reading.head import Head

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect


def read_full_head(data: bytes, dialect: Dialect) -> Head:
    """The head of a post, whatever its bytes."""
    return full_head(Post.from_bytes(data, dialect=dialect))


def full_head(post: Post) -> Head:
    """The head of a post as the full reader reads it."""
    span = post.block_span
    problem = post.problem
    text = post.text[: post.body_span.start]
    return Head(
        text=text,
        format=post.format or "",
        block_start=-1 if span is None else span.start,
        block_end=-1 if span is None else span.end,
        data=dict(post.data) if isinstance(post.data, Mapping) else {},
        notes=post.notes,
        problem=f"{problem.what} {problem.remedy}".strip() if problem else "",
        problem_line=problem.where.line if problem else 0,
        read_only=post.read_only,
        encoding=post.encoding,
        body_at=_bytes_of(text, post.encoding),
    )


def _bytes_of(text: str, encoding: str) -> int:
    if not encoding.startswith("UTF-8"):
        return -1
    return len(text.encode("utf-8", "surrogateescape")) + 3 * (encoding != "UTF-8")
