"""One line of the post list for each file, read without keeping its body."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import Span
from reviewer.document.post import Post
from reviewer.site.index.codec import decode, notes_out
from reviewer.site.reading.facts import (
    category_of,
    date_of,
    heading_of,
    name_of,
    title_of,
    written_title,
)
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.document.note import Note
    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder
    from reviewer.site.reading.posts import ReadPost

FIRST_BATCH = 50
BATCH = 250
LARGEST = 20_000_000
"""Bytes beyond which a file is no post but something that bears its ending."""


@dataclass(slots=True)
class Entry:
    """What the list shows of a post.

    ``date`` is ISO text that sorts as it reads, in UTC when it names a zone;
    "" when there is none. ``head`` is the text down to the end of the front
    matter, "" when the file has none; ``block_span`` is where in it the front
    matter stands between its fences; ``format`` is "yaml", "toml", "json", or
    "" without front matter. ``problem`` says in plain words why the post could not be read; then
    ``data`` is empty. ``read_only`` says why it can only be edited as text,
    ``notes`` what is odd about its front matter. The counts of findings are
    filled in by whoever checks the post, who then sets ``checked``.
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
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    checked: bool = False

    @property
    def block(self) -> str:
        """The front matter as written, between its fences."""
        span = self.block_span
        return self.head[span.start : span.end] if span else ""


def read_entries(
    folder: Folder,
    on_batch: Callable[[list[Entry], int, int], None],
    cancelled: Callable[[], bool] = never,
    paths: Sequence[str] | None = None,
) -> None:
    """Read all posts of the folder (or those at ``paths``), handing them out in batches.

    ``on_batch(entries, done, total)`` is called in this thread, with a small
    first batch so that the list fills at once; with no posts at all it is
    called once with an empty batch. Nothing is raised for a file that cannot
    be read: its entry says why.
    """
    found = folder.files(cancelled) if paths is None else list(paths)
    done = 0
    size = FIRST_BATCH
    while not cancelled():
        batch = list(_entries(folder, found[done : done + size], cancelled))
        done += len(batch)
        on_batch(batch, done, len(found))
        if done >= len(found):
            return
        size = BATCH


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


def _entries(
    folder: Folder, paths: Sequence[str], cancelled: Callable[[], bool]
) -> Iterator[Entry]:
    for path in paths:
        if cancelled():
            return
        yield read_entry(folder, path)


def read_entry(folder: Folder, path: str) -> Entry:
    """The entry of one post; a file that cannot be read becomes one with a problem."""
    file = folder.root / path
    try:
        status = file.stat()
        if stat.S_ISFIFO(status.st_mode):
            return Entry(path, name_of(path), problem="This is a pipe, not a file.")
        with open(file, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return Entry(path, name_of(path), problem=f"The file cannot be read: {error.strerror}.")
    if len(data) > LARGEST:
        return Entry(path, name_of(path), problem="The file is too large for a post.")
    entry = entry_of(path, Post.from_bytes(data, dialect=folder.engine.dialect), folder.engine)
    entry.size = status.st_size
    entry.mtime_ns = status.st_mtime_ns
    return entry


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
