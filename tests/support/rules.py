"""Lets one rule look at a text, as tests of rules need it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from reviewer.checks.inspection import inspect
from reviewer.checks.mending import mend, mend_subject
from reviewer.checks.selection import Chosen, Selection
from reviewer.checks.subject import NoSite, Subject
from reviewer.document.post import Post
from reviewer.schema.content_type import EMPTY_TYPE
from reviewer.schema.neighbours import Remembered

if TYPE_CHECKING:
    from reviewer.checks.rule import Rule
    from reviewer.checks.subject import Others, Site
    from reviewer.schema.finding import Finding, Fix

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
PATH = "_posts/2026-02-01-a-post.md"


class KnownSite(NoSite):
    """A site in which every file is there whose name does not say otherwise."""

    def has_target(self, _post: str, target: str) -> bool | None:
        """Whether the address is of a file that is there."""
        return "missing" not in target


def subject_of(
    text: str, path: str = PATH, *, site: Site | None = None, others: Others | None = None
) -> Subject:
    """A post with this text, alone in the world unless others are given."""
    post = Post.from_bytes(text.encode("utf-8", "surrogatepass"))
    return Subject(
        path, post, site or KnownSite(NOW, holds_media=True), others or Remembered(), EMPTY_TYPE
    )


def found(
    rule: Rule,
    text: str,
    path: str = PATH,
    *,
    site: Site | None = None,
    others: Others | None = None,
    **settings: Any,
) -> tuple[Finding, ...]:
    """What the rule, alone, finds in a text."""
    chosen = Chosen(rule, rule.severity, {**rule.defaults, **settings})
    return inspect(subject_of(text, path, site=site, others=others), Selection((chosen,)))


def mended(text: str, fix: Fix) -> str:
    """The text after a fix."""
    return mend(Post.from_bytes(text.encode()), fix).text


def mended_by(rule: Rule, text: str) -> str:
    """The text after all safe fixes of the rule."""
    selection = Selection((Chosen(rule, rule.severity, rule.defaults),))
    return mend_subject(subject_of(text), selection).post.text
