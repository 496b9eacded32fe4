"""All findings of a post: broken front matter, oddities of its text, wrong fields.

The list's badges and the findings of an open post come from the same rules over
the same text, so that opening a post never changes what the list said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.checks import misleading
from reviewer.document.post import Post
from reviewer.document.source import Source
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.kinds.wording import describe
from reviewer.schema.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.note import Note
    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.neighbours import Neighbours

BROKEN = "broken-front-matter"
UNREADABLE = "unreadable-file"
BARE = "no-front-matter"
NO_FIELDS = "no-fields"
JUDGED_HERE = frozenset({"impossible-date"})
"""Notes that validation words better, since it knows which fields are dates."""


class Listed(Protocol):
    """What the list keeps of a post; fits ``site.entries.Entry``.

    ``head`` is the text down to the end of the front matter, fences included.
    """

    data: dict[Any, Any]
    problem: str
    problem_line: int
    format: str
    read_only: str
    notes: tuple[Note, ...]

    @property
    def head(self) -> str: ...


def check(
    post: Post, content_type: ContentType | None, neighbours: Neighbours | None = None
) -> tuple[Finding, ...]:
    """All findings, errors first, then in the order of the file.

    Without ``neighbours`` nothing is said of what other posts have as well.
    """
    problem = post.problem
    if problem is not None:
        message = f"{problem.what} {problem.remedy}".strip()
        return (Finding(BROKEN, Severity.ERROR, message, (), problem.where.line),)
    head = post.text[: post.body_span.start]
    return _in_order(post, head, content_type, neighbours)


def check_entry(
    entry: Listed,
    content_type: ContentType | None,
    dialect: Dialect,
    neighbours: Neighbours | None = None,
) -> tuple[Finding, ...]:
    """The findings of a post that is not open: those that ``check`` would have."""
    if entry.problem:
        code = BROKEN if entry.problem_line else UNREADABLE
        return (Finding(code, Severity.ERROR, entry.problem, (), entry.problem_line),)
    return _in_order(_Recalled(entry, dialect), entry.head, content_type, neighbours)


class _Judged(Protocol):
    """What the rules ask of a post whose front matter is not broken."""

    @property
    def format(self) -> str | None: ...
    @property
    def data(self) -> Any: ...
    @property
    def dialect(self) -> Dialect: ...
    @property
    def read_only(self) -> str: ...
    @property
    def notes(self) -> tuple[Note, ...]: ...
    def line_of(self, path: Path) -> int: ...
    def written(self, path: Path) -> str: ...


@dataclass(frozen=True)
class _Recalled:
    """A row of the list as a post; its text is read again only where a rule asks for it."""

    entry: Listed
    dialect: Dialect

    @cached_property
    def _post(self) -> Post:
        return Post(Source(self.entry.head), dialect=self.dialect)

    @property
    def format(self) -> str | None:
        return self.entry.format or None

    @property
    def data(self) -> Any:
        return self.entry.data or (self._post.data if self.entry.format else {})

    @property
    def read_only(self) -> str:
        return self.entry.read_only

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.entry.notes

    def line_of(self, path: Path) -> int:
        return self._post.line_of(path)

    def written(self, path: Path) -> str:
        return self._post.written(path)


def _in_order(
    post: _Judged, head: str, content_type: ContentType | None, neighbours: Neighbours | None
) -> tuple[Finding, ...]:
    found = [*_noted(post.notes), *_fields(post, content_type, neighbours)]
    if content_type is not None and post.format == "yaml" and isinstance(post.data, Mapping):
        misread = misleading.check(head, post.data, content_type, post.dialect)
        found += (replace(each, line=post.line_of(each.path)) for each in misread)
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then in the order of the file."""
    return tuple(sorted(findings, key=lambda each: (-each.severity, each.line)))


def _noted(notes: Iterable[Note]) -> Iterator[Finding]:
    for note in notes:
        if note.code not in JUDGED_HERE:
            yield Finding(note.code, Severity.WARNING, note.message, note.path, note.line)


def _fields(
    post: _Judged, content_type: ContentType | None, neighbours: Neighbours | None
) -> Iterator[Finding]:
    if post.format is None:
        yield from _without_front_matter(content_type)
    elif post.read_only:
        return
    elif not isinstance(post.data, Mapping):
        message = f"The front matter is {describe(post.data)}, not fields and their values."
        yield Finding(NO_FIELDS, Severity.ERROR, message, (), 1)
    elif content_type is not None:
        for each in validate(
            post.data,
            content_type,
            dialect=post.dialect,
            written=post.written,
            neighbours=neighbours,
        ):
            yield replace(each, line=post.line_of(each.path))


def _without_front_matter(content_type: ContentType | None) -> Iterator[Finding]:
    if content_type is not None and content_type.front_matter:
        message = f"No front matter: {content_type.count:,} posts like this one have it."
        yield Finding(BARE, Severity.WARNING, message)
