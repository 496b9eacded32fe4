"""Images that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.links import HTML
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.links import Link
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

SAID = re.compile(r"\s(?:alt|aria-label|aria-hidden|role)\b", re.IGNORECASE)
"""``alt=""`` says that the picture is an ornament, which is an answer too."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """All images of the body."""
    for link in subject.body.links:
        if link.is_image and _is_silent(link, subject):
            message = f"This image has no alternative text: {quoted(link.target)}"
            yield Said(message, span=link.whole)


def _is_silent(link: Link, subject: Subject) -> bool:
    if link.kind == HTML:
        return not SAID.search(subject.quoted(link.whole))
    return not link.text.strip()


RULE = Rule(
    code="missing-alt-text",
    name="Image without alternative text",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what='Images without words in their place. In HTML, alt="" marks an ornament and is left'
    " alone.",
    why="Who listens to the page, or has pictures switched off, learns nothing of them.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n![](curve.png)\n",
        good='---\ntitle: Rates\n---\n\n![The curve](curve.png) <img src="line.png" alt="">\n',
    ),
    check=check,
)
