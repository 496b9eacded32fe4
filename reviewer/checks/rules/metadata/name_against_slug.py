"""A file whose name is nearly, but not quite, what its address says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reviewer.checks.moments import slug_in_name
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

SHORTEST = 6
"""Of shorter names every letter counts."""
NO_NAMES = ("index", "_index", "readme")


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The slug against the file's name; those that were chosen apart are no slip."""
    slug = subject.data.get("slug")
    name = slug_in_name(subject.path)
    if not isinstance(slug, str) or len(slug) < SHORTEST or name.lower() in NO_NAMES:
        return
    if plain(slug) == plain(name) or re.findall(r"\d+", slug) != re.findall(r"\d+", name):
        return
    if fuzz.ratio(plain(slug), plain(name)) >= settings["alike"]:
        fix = Fix(f"Use {name}", operations=(SetValue(("slug",), name),))
        message = f"The slug is {quoted(slug)}; the file is called {quoted(name)}."
        yield Said(message, path=("slug",), fixes=(fix,))


def plain(name: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]+", "", name.casefold())


RULE = Rule(
    code="name-against-slug",
    name="File name unlike the slug",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="A slug that differs from the file's name in a few letters, as slips do. Slugs that say"
    " something else altogether were chosen so.",
    why="A slip in a slug stays in the post's address for good, and nobody finds the file by it.",
    example=Example(
        bad="---\ntitle: Rates\nslug: a-psot\n---\n\nThe bank held its rate.\n",
        good="---\ntitle: Rates\nslug: a_post\n---\n\nThe bank held its rate.\n",
    ),
    options=(Option("alike", 75, "per cent of the letters that a slip leaves as they are"),),
    check=check,
)
