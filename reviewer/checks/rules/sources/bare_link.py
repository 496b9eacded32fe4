"""Addresses in the middle of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.links import BARE
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

MADE = re.compile(r"\{\{|\{%|<%|\$\{|[{\[(]$")
"""Addresses of which the engine fills in a part, perhaps the end that is not seen."""
NO_ANGLES = (".mdx", ".astro")
"""Files in which ``<`` begins a component."""
NOT_LINKED = ["jekyll", "pelican", "mkdocs"]
"""Engines that print a bare address as text unless they were set up otherwise."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Addresses among words; one that is a paragraph by itself may become an embed."""
    alone = {each.whole for each in subject.body.passages}
    for link in subject.body.links:
        if link.kind != BARE or link.at in alone or not link.target.startswith("http"):
            continue
        if MADE.search(link.target):
            continue  # the engine fills it in: where it ends nobody can tell
        is_dead = subject.site.engine in settings["not_linked"]
        message = "Nobody can click this address" if is_dead else "This link has no words"
        # Not safe: tags of engines, and what only looks like text, may need it as it is.
        fix = Fix("Put it in < >", edits=(TextEdit(link.at, f"<{link.target}>"),))
        fixes = () if subject.path.endswith(NO_ANGLES) else (fix,)
        yield Said(f"{message}: {quoted(link.target)}", span=link.at, fixes=fixes)


RULE = Rule(
    code="bare-link",
    name="Bare address",
    group=Group.SOURCES,
    severity=Severity.HINT,
    what="Addresses that stand in the text as they are, neither as a link with words nor in < >.",
    why="Whether it becomes a link depends on the engine and its settings, and words say better"
    " where it leads.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nMore at https://boj.or.jp/a, on Friday.\n",
        good="---\ntitle: Rates\n---\n\nMore [on Friday](https://boj.or.jp/a) and at"
        " <https://boj.or.jp/b>.\n\nhttps://youtu.be/dQw4w9WgXcQ\n",
    ),
    options=(Option("not_linked", NOT_LINKED, "engines that leave bare addresses as text"),),
    check=check,
)
