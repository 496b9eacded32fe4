"""Everything that the index keeps of a post, in one plain tuple that crosses processes cheaply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reviewer.site.index.codec import NotStorable, encode, notes_in
from reviewer.site.reading.facts import (
    category_of,
    date_of,
    heading_of,
    name_of,
    title_of,
    written_title,
)
from reviewer.site.reading.files import Content, read_content
from reviewer.site.reading.head import Head, body_of, read_head

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine


class ReadPost(NamedTuple):
    """A post as read; the fields are those of ``Head`` and of a row of the list.

    ``notes`` and ``data`` are JSON as ``index.codec`` writes it. ``body`` is
    the text below the front matter where that was asked for, else ``None``.
    """

    path: str
    size: int
    mtime_ns: int
    inode: int
    title: str
    date: str = ""
    category: str = ""
    draft: bool = False
    problem: str = ""
    problem_line: int = 0
    read_only: str = ""
    format: str = ""
    head: str = ""
    block_start: int = -1
    block_end: int = -1
    notes: str = ""
    data: str = "{}"
    body: str | None = None


def read_post(root: str, path: str, engine: Engine, *, with_body: bool = False) -> ReadPost:
    """Read the file at ``path`` below ``root``; one that cannot be read has a problem."""
    content = read_content(f"{root}/{path}")
    if content.problem:
        _data, size, mtime_ns, inode, problem = content
        return ReadPost(path, size, mtime_ns, inode, name_of(path), problem=problem)
    return post_of(path, content, engine, with_body=with_body)


def post_of(path: str, content: Content, engine: Engine, *, with_body: bool = False) -> ReadPost:
    """The post that these bytes make."""
    head = read_head(content.data, engine.dialect)
    try:
        data, notes = encode(head.data), notes_in(head.notes)
    except NotStorable as error:
        head = head._replace(data={}, notes=(), problem=error.what)
        data, notes = "{}", ""
    return ReadPost(
        path,
        content.size,
        content.mtime_ns,
        content.inode,
        title_of(head.data) or _other_title(path, content.data, head),
        date_of(head.data) or engine.date_from_name(path),
        category_of(head.data),
        engine.is_draft(path, head.data),
        head.problem,
        head.problem_line,
        head.read_only,
        head.format,
        head.text,
        head.block_start,
        head.block_end,
        notes,
        data,
        body_of(content.data, head) if with_body else None,
    )


def _other_title(path: str, data: bytes, head: Head) -> str:
    """The title of a post whose front matter gives none that can be read."""
    written = written_title(head.block) if head.problem else ""
    return written or heading_of(body_of(data, head)) or name_of(path)
