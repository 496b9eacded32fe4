"""HTML elements that are opened and never closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

_NAMES = (
    "article|aside|audio|blockquote|button|center|details|div|figure|form|iframe|main|nav|object"
    "|section|select|summary|table|textarea|video"
)
"""Elements that swallow what follows; those that HTML lets end by themselves are left out."""
TAG = re.compile(
    rf"(?<!\\)<(?P<close>/?)(?P<name>{_NAMES})(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<void>/?)>",
    re.IGNORECASE,
)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The last opening tag that has no partner, of each kind of element."""
    if "<" not in subject.body.text or subject.path.endswith(".mdx"):
        return
    for name, found in _open(subject.body.markup).items():
        if not _is_closed_in_code(subject.body.text, name):
            span = Span(*found.span()).shift(subject.body.offset)
            yield Said(f"This <{name}> is never closed.", span=span)


def _open(markup: str) -> dict[str, re.Match[str]]:
    """The tags that are still open at the end, the first of each name."""
    opened: dict[str, list[re.Match[str]]] = {}
    for found in TAG.finditer(markup):
        tags = opened.setdefault(found["name"].lower(), [])
        if not found["close"] and not found["void"]:
            tags.append(found)
        elif found["close"] and tags:
            tags.pop()
    return {name: tags[0] for name, tags in opened.items() if tags}


def _is_closed_in_code(text: str, name: str) -> bool:
    """Whether what looks like code, by its indentation for instance, closes them all."""
    opening = len(re.findall(rf"<{name}\b", text, re.IGNORECASE))
    return len(re.findall(rf"</{name}\s*>", text, re.IGNORECASE)) >= opening


RULE = Rule(
    code="unclosed-html",
    name="HTML that is not closed",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="Opening tags of blocks (div, details, table, figure …) without a closing one.",
    why="All that follows, to the footer of the page, ends up inside of them.",
    example=Example(
        bad='---\ntitle: Rates\n---\n\n<div class="box">\n\nRates stay.\n',
        good='---\ntitle: Rates\n---\n\n<div class="box">\n\nRates stay. `<div>`\n\n</div>\n',
    ),
    check=check,
)
