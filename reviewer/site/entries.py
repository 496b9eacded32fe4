"""One line of the post list for each file, read without keeping its body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span
from reviewer.site.index.codec import decode, notes_out
from reviewer.site.reading.facts import (
    category_of,
    date_of,
    heading_of,
    name_of,
    title_of,
    written_title,
)
from reviewer.site.reading.posts import ReadPost, read_post

if TYPE_CHECKING:
    from reviewer.document.note import Note
    from reviewer.document.post import Post
    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder


@dataclass(slots=True)
class Entry:
    """What the list shows of a post.

    ``date`` is ISO text that sorts as it reads, in UTC when it names a zone;
    "" when there is none. ``head`` is the text down to the end of the front
    matter, "" when the file has none; ``block_span`` is where in it the front
    matter stands between its fences; ``format`` is "yaml", "toml", "json", or
    "" without front matter. ``problem`` says in plain words why the post could not be read; then
    ``data`` is empty. ``read_only`` says why it can only be edited as text,
    ``notes`` what is odd about its front matter.
    """

    path: str
    title: str = ""
    date: str = ""
    category: str = ""
    data: dict[Any, Any] = field(default_factory=dict)
    draft: bool = False
    problem: str = ""
    problem_line: int = 0
    read_only: str = ""
    notes: tuple[Note, ...] = ()
    head: str = ""
    block_span: Span | None = None
    format: str = ""
    size: int = 0
    mtime_ns: int = 0

    @property
    def block(self) -> str:
        """The front matter as written, between its fences."""
        span = self.block_span
        return self.head[span.start : span.end] if span else ""


def recalled(read: ReadPost) -> Entry:
    """The entry of a post as the index keeps it; raises ``ValueError`` for damaged columns."""
    span = Span(read.block_start, read.block_end) if read.block_start >= 0 else None
    return Entry(
        path=read.path,
        title=read.title,
        date=read.date,
        category=read.category,
        data=decode(read.data),
        draft=bool(read.draft),
        problem=read.problem,
        problem_line=read.problem_line,
        read_only=read.read_only,
        notes=notes_out(read.notes),
        head=read.head,
        block_span=span,
        format=read.format,
        size=read.size,
        mtime_ns=read.mtime_ns,
    )


def read_entry(folder: Folder, path: str) -> Entry:
    """The entry of one post; a file that cannot be read becomes one with a problem."""
    return recalled(read_post(str(folder.root), path, folder.engine))


def entry_of(path: str, post: Post, engine: Engine) -> Entry:
    """The entry of a post that has been read (size and time of change left open)."""
    data = post.data if isinstance(post.data, Mapping) else {}
    problem = post.problem
    span = post.block_span
    block = post.text[span.start : span.end] if span else ""
    written = written_title(block) if problem else ""
    return Entry(
        path=path,
        title=title_of(data) or written or heading_of(post.body) or name_of(path),
        date=date_of(data) or engine.date_from_name(path),
        category=category_of(data),
        data=dict(data),
        draft=engine.is_draft(path, data),
        problem=f"{problem.what} {problem.remedy}".strip() if problem else "",
        problem_line=problem.where.line if problem else 0,
        read_only=post.read_only,
        notes=post.notes,
        head=post.text[: post.body_span.start],
        block_span=span,
        format=post.format or "",
    )
