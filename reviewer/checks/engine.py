"""All findings of a post: broken front matter, oddities of its text, wrong fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document.dialect import Dialect
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.document.block import Note
    from reviewer.document.post import Post
    from reviewer.schema.content_type import ContentType

BROKEN = "broken-front-matter"
UNREADABLE = "unreadable-file"
BARE = "no-front-matter"
JUDGED_HERE = frozenset({"impossible-date"})
"""Notes that validation words better, since it knows which fields are dates."""


def check(post: Post, content_type: ContentType | None) -> tuple[Finding, ...]:
    """All findings, errors first, then in the order of the file."""
    problem = post.problem
    if problem is not None:
        message = f"{problem.what} {problem.remedy}".strip()
        return (Finding(BROKEN, Severity.ERROR, message, (), problem.where.line),)
    found = list(_noted(post.notes))
    if post.format is None:
        found += _without_front_matter(content_type)
    elif content_type is not None and not post.read_only:
        fields = validate(post.data, content_type, dialect=post.dialect, written=post.written)
        found += [replace(each, line=post.line_of(each.path)) for each in fields]
    return tuple(sorted(found, key=lambda each: (-each.severity, each.line)))


def _noted(notes: Iterable[Note]) -> Iterator[Finding]:
    for note in notes:
        if note.code not in JUDGED_HERE:
            yield Finding(note.code, Severity.WARNING, note.message, note.path, note.line)


def _without_front_matter(content_type: ContentType | None) -> Iterator[Finding]:
    if content_type is not None and content_type.front_matter:
        message = f"No front matter: {content_type.count:,} posts like this one have it."
        yield Finding(BARE, Severity.WARNING, message)


class Listed(Protocol):
    """What the list keeps of a post; fits ``site.entries.Entry``."""

    data: dict[Any, Any]
    problem: str
    problem_line: int
    format: str
    read_only: str
    notes: tuple[Note, ...]


def check_entry(
    entry: Listed, content_type: ContentType | None, dialect: Dialect = Dialect.YAML_1_1
) -> tuple[Finding, ...]:
    """The findings of a post that is not open, as far as its data tells them.

    Without its text, how values are written is unknown: some hints on text
    that misleads are found only when the post is opened.
    """
    if entry.problem:
        code = BROKEN if entry.problem_line else UNREADABLE
        return (Finding(code, Severity.ERROR, entry.problem, (), entry.problem_line),)
    found = list(_noted(entry.notes))
    if not entry.format:
        found += _without_front_matter(content_type)
    elif content_type is not None and not entry.read_only:
        found += validate(entry.data, content_type, dialect=dialect)
    return tuple(sorted(found, key=lambda each: -each.severity))
