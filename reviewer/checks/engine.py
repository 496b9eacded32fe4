"""All findings of a post: broken front matter, oddities of its text, wrong fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document.dialect import Dialect
from reviewer.schema.finding import Finding, Severity
from reviewer.schema.validation import validate

if TYPE_CHECKING:
    from reviewer.document.block import Note
    from reviewer.document.post import Post
    from reviewer.schema.content_type import ContentType

BROKEN = "broken-front-matter"


def check(post: Post, content_type: ContentType | None) -> tuple[Finding, ...]:
    """All findings, errors first, then in the order of the file."""
    problem = post.problem
    if problem is not None:
        return (Finding(BROKEN, Severity.ERROR, problem.what, (), problem.where.line),)
    fields = _fields(post, content_type)
    told = {finding.path for finding in fields}
    notes = [_noted(note) for note in post.notes if note.path not in told or not note.path]
    return tuple(sorted((*notes, *fields), key=lambda each: (-each.severity, each.line)))


def _fields(post: Post, content_type: ContentType | None) -> list[Finding]:
    if content_type is None:
        return []
    found = validate(post.data, content_type, dialect=post.dialect, written=post.written)
    return [replace(finding, line=post.line_of(finding.path)) for finding in found]


def _noted(note: Note) -> Finding:
    return Finding(note.code, Severity.WARNING, note.message, note.path, note.line)


class Listed(Protocol):
    """What the list keeps of a post; fits ``site.entries.Entry``."""

    data: dict[Any, Any]
    problem: str
    problem_line: int


def check_entry(
    entry: Listed, content_type: ContentType | None, dialect: Dialect = Dialect.YAML_1_1
) -> tuple[Finding, ...]:
    """The findings of a post that is not open, as far as its data tells them.

    Without its text, how values are written is unknown: duplicate keys and
    misleading text are found when the post is opened.
    """
    if entry.problem:
        return (Finding(BROKEN, Severity.ERROR, entry.problem, (), entry.problem_line),)
    if content_type is None:
        return ()
    found = validate(entry.data, content_type, dialect=dialect)
    return tuple(sorted(found, key=lambda each: -each.severity))
