"""Links by reference whose address is written nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.links import key_of
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

REFERENCE = re.compile(
    r"(?<![\w\]\\$])!?\[(?P<text>[^\[\]\n^][^\[\]]{0,300})\]\[(?P<label>[^\[\]^\n]{0,200})\](?![\[(:])"
)
DEFINED = re.compile(r"^[ \t>*+-]*\[(?P<label>[^\[\]]+)\]:", re.MULTILINE)
BROUGHT = re.compile(
    r"\{%-?\s*(?:include|render|import|capture|for)|\{\{[<%]?\s*\S*(?:include|readfile)|--8<--"
)
"""What brings definitions from elsewhere."""
OTHERWISE_USED = ("obsidian", "mkdocs")
"""Their labels may be notes, or defined by a plugin for all pages."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """``[text][label]`` and ``[text][]``; brackets alone are as often no link at all."""
    body = subject.body
    if "][" not in body.text or _is_elsewhere(subject):
        return
    defined = {key_of(found["label"]) for found in DEFINED.finditer(body.text)}
    for found in REFERENCE.finditer(body.markup):
        label = found["label"].strip() or found["text"]
        if label.strip() and key_of(label) not in defined:
            span = Span(*found.span()).shift(body.offset)
            yield Said(f"The address of {quoted(f'[{label}]')} is written nowhere.", span=span)


def _is_elsewhere(subject: Subject) -> bool:
    """Whether labels may mean something that stands in another file."""
    return subject.site.engine in OTHERWISE_USED or bool(BROUGHT.search(subject.body.text))


RULE = Rule(
    code="undefined-reference",
    name="Link without its address",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="A link by reference, as [text][label], without the line that says the address.",
    why="Readers see the brackets as they are, and no link.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe [bank][boj] said so.\n",
        good="---\ntitle: Rates\n---\n\nThe [bank][boj] said so. `a[1][2]`\n\n"
        "[boj]: https://boj.or.jp\n",
    ),
    check=check,
)
