"""Headings that stand twice in the same part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Headings under the same headings; two parts may each have their "Examples"."""
    above: list[tuple[int, str]] = []
    seen: set[tuple[str, ...]] = set()
    for heading in subject.body.headings:
        words = " ".join(heading.text.split()).casefold()
        while above and above[-1][0] >= heading.level:
            above.pop()
        above.append((heading.level, words))
        place = tuple(text for _level, text in above)
        if place in seen and heading.words.strip():
            yield Said(f"This heading stands twice: {quoted(heading.text)}", span=heading.whole)
        seen.add(place)


RULE = Rule(
    code="repeated-heading",
    name="Heading that stands twice",
    group=Group.MARKUP,
    severity=Severity.HINT,
    what="Two headings with the same words in the same part of a text.",
    why="Links to the second lead to an address with a number, which breaks when one of them"
    " goes; and one of the two is often a copy left behind.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\n## Japan\n\nRates stay.\n\n## Japan\n\nPrices rise.\n",
        good="---\ntitle: Rates\n---\n\n## Japan\n\n### Rates\n\n## Korea\n\n### Rates\n",
    ),
    check=check,
)
