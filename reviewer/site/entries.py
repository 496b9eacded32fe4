"""One line of the post list for each file, read without keeping its body."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.document.post import Post
from reviewer.schema import dates
from reviewer.schema.dates import NotADate
from reviewer.schema.examples import raw_values
from reviewer.schema.kinds.wording import show_scalar
from reviewer.site.folder import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.document.block import Note
    from reviewer.document.edits import Span
    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder

TITLE_KEYS = ("title", "name", "heading", "headline", "linkTitle")
DATE_KEYS = (
    *("date", "pubDate", "publishDate", "pubDatetime", "published", "publishedAt", "created"),
    *("pub_date", "publish_date", "published_at", "publishedDate", "created_at", "createdAt"),
)
CATEGORY_KEYS = ("category", "categories", "section")
LONGEST_DATE = 40
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
            return Entry(path, _name(path), problem="This is a pipe, not a file.")
        with open(file, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return Entry(path, _name(path), problem=f"The file cannot be read: {error.strerror}.")
    if len(data) > LARGEST:
        return Entry(path, _name(path), problem="The file is too large for a post.")
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
    written = _written_title(block) if problem else ""
    return Entry(
        path=path,
        title=title_of(data) or written or _heading(post.body) or _name(path),
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


def _values(data: Mapping[Any, Any], keys: tuple[str, ...]) -> list[Any]:
    """What stands under any of ``keys``; case counts only where both spellings are there."""
    found = [data[key] for key in keys if key in data]
    if found:
        return found
    lowered = {key.lower(): value for key, value in data.items() if isinstance(key, str)}
    return [lowered[key.lower()] for key in keys if key.lower() in lowered]


def title_of(data: Mapping[Any, Any]) -> str:
    """The title that the front matter gives, on one line."""
    values = _values(data, TITLE_KEYS)
    found = next((each for each in values if isinstance(each, str | int | float) and each), "")
    return " ".join(show_scalar(found).split())


def _written_title(block: str) -> str:
    """The title of a post whose front matter is broken, so that the list can name it."""
    return raw_values(block).get("title", "").strip("\"' \n")


def date_of(data: Mapping[Any, Any]) -> str:
    """The date as ISO text that sorts; text that begins like a date is taken as it is."""
    for value in _values(data, DATE_KEYS):
        if isinstance(value, Mapping):  # the blog plugin of MkDocs tells created from updated
            value = value.get("created")
        if isinstance(value, datetime):
            return _in_utc(value).isoformat(" ", "seconds")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            found = _sortable(value) if value[:4].isdigit() else _spelt(value)
            if found:
                return found
    return ""


def _in_utc(value: datetime) -> datetime:
    try:
        return (value if value.tzinfo is None else value.astimezone(UTC)).replace(tzinfo=None)
    except OverflowError:  # within a day of the year 1 or 9999
        return value.replace(tzinfo=None)


def _sortable(text: str) -> str:
    try:
        return _in_utc(datetime.fromisoformat(text.strip())).isoformat(" ", "seconds")
    except ValueError:
        return text.strip()


def _spelt(text: str) -> str:
    """``Jul 08 2022`` as ISO text, "" for what is no date."""
    if len(text) > LONGEST_DATE or not text.strip()[-4:].isdigit():
        return ""
    try:
        return dates.read(text).isoformat()
    except NotADate:
        return ""


def category_of(data: Mapping[Any, Any]) -> str:
    """The category, or all of them between commas."""
    taxonomies = data.get("taxonomies")  # where Zola keeps them
    inner = _values(taxonomies, CATEGORY_KEYS) if isinstance(taxonomies, Mapping) else []
    for value in (*_values(data, CATEGORY_KEYS), *inner):
        if isinstance(value, list):
            value = ", ".join(show_scalar(each) for each in value if isinstance(each, str | int))
        if isinstance(value, str) and value:
            return value
    return ""


def _heading(body: str) -> str:
    """The first heading, for files whose title is only there."""
    for line in body[:2000].splitlines():
        if line.startswith("# "):
            return line[2:].strip(" #")
    return ""


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
