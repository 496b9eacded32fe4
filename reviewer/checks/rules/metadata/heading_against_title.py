"""A heading at the top of the body beside the title that the site prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.passages import Passage
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

HEADING_IS_TITLE = ["mkdocs", "obsidian", "docusaurus", "mdbook"]
"""Engines that take the first heading for the page's own and the title for menus."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The first passage, where it is a heading of the first level."""
    first = next(iter(subject.body.passages), None)
    if not subject.title or first is None or first.level != 1:
        return
    if subject.site.engine in settings["unless"]:
        return
    fix = Fix("Remove the heading", edits=(TextEdit(_lines(subject, first), ""),))
    if f" {plain(first.text)} " in f" {plain(subject.title)} ":
        yield Said(
            "The first heading repeats the title.",
            span=first.whole,
            fixes=(fix,),
            severity=Severity.HINT,
        )
    else:
        message = f"The first heading differs from the title: {quoted(first.text)}"
        yield Said(message, span=first.whole, fixes=(fix,))


def plain(text: str) -> str:
    """The words alone."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _lines(subject: Subject, heading: Passage) -> Span:
    """The heading with its signs, the line below that underlines it, and empty lines after."""
    text, span = subject.text, heading.whole
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    rest = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)(?:=+[ \t]*(?:\r\n?|\n|\Z))?(?:[ \t]*(?:\r\n?|\n))*")
    found = rest.match(text, span.end)
    return Span(start, found.end() if found else span.end)


RULE = Rule(
    code="heading-against-title",
    name="First heading beside the title",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="A heading of the first level at the top of the body: the site already shows the title"
    " of the front matter there. One that says something else than the title is a warning, one"
    " that repeats it a hint.",
    why="Readers see two headlines, and search engines do not know which of them to show.",
    example=Example(
        bad="---\ntitle: Ford held talks with Xiaomi\n---\n\n# Ford-Xiaomi: Impact on GDP\n\n"
        "They have denied it.\n",
        good="---\ntitle: Ford held talks with Xiaomi\n---\n\n## Impact on GDP\n\n"
        "They have denied it.\n",
    ),
    options=(Option("unless", HEADING_IS_TITLE, "engines that show the heading as the title"),),
    check=check,
)
