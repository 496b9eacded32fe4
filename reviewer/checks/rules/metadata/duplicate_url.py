"""Two posts at one address, of which the site shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.likeness import also_in
from reviewer.checks.moments import is_draft
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CODE = "duplicate-url"
DECIDING = ("permalink", "url", "slug")
"""Fields that say where a post is shown."""
NO_SITES = ("obsidian",)
"""Engines whose folders are vaults, often several in one, and mostly never published."""


def shares(subject: Subject) -> Iterator[str]:
    """The address at which the site shows the post."""
    if url := url_of(subject):
        yield url


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The address against those of all other posts."""
    url = url_of(subject)
    others = subject.others_with(CODE, url) if url else ()
    if others:
        path = next(((key,) for key in DECIDING if key in subject.data), ())
        message = f"The site shows this post at {url}, and {also_in(others)} as well."
        yield Said(message, path=path)


def url_of(subject: Subject) -> str:
    """The address; "" of drafts, which may take over that of another post one day."""
    if is_draft(subject) or subject.site.engine in NO_SITES:
        return ""
    language = subject.data.get("lang") or subject.data.get("language") or ""
    url = subject.site.url_of(subject.path, subject.data)
    return f"{url} ({language})" if url and language else url


RULE = Rule(
    code=CODE,
    name="Address of two posts",
    group=Group.METADATA,
    severity=Severity.ERROR,
    what="Two posts that the site shows at the same address, by the engine's rules and the fields"
    " permalink, url and slug.",
    why="One of them overwrites the other when the site is built, mostly without a word.",
    example=Example(
        bad="---\ntitle: Rates\npermalink: /rates/\n---\n\nTwice.\n",
        good="---\ntitle: Rates\npermalink: /rates-2026/\n---\n\nOnce.\n",
    ),
    check=check,
    shares=shares,
)
