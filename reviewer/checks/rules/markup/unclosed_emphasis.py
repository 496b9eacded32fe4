"""Stars that make nothing bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.masking import masked
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

NO_STARS = re.compile(r"\\\*|`[^`]*`|\$[^$\n]*\$|\*\*/|/\*\*|(?<=[\w)])\*\*(?=\d)|[([]\*\*[)\]]")
PAIR = re.compile(r"\*\*+(?=[^\s*])(?:[^*]|\*(?!\*))*?[^\s*]\*\*+|\*\*+(?=[^\s*])[^\s*]\*\*+")
LEFT = re.compile(r"(?:^|(?<=[\s(\"'“‘—–]))\*\*(?=[^\W_]|[“‘(\[])[^*]{3,}")


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The first pair of stars in each passage that opens and finds no partner."""
    for passage in subject.body.passages:
        if "**" not in passage.text:
            continue
        words = PAIR.sub(_blank, NO_STARS.sub(_blank, masked(passage.text, by="x")))
        if found := LEFT.search(words):
            start, end = found.start(), found.start() + len(found[0].rstrip())
            shown = passage.text[start:end]
            message = f"These stars are not closed: {quoted(shown, 40)}"
            yield Said(message, span=passage.span(start, end))


def _blank(found: re.Match[str]) -> str:
    return "x" * len(found[0])


RULE = Rule(
    code="unclosed-emphasis",
    name="Bold that is not closed",
    group=Group.MARKUP,
    severity=Severity.WARNING,
    what="Two stars before a word without two stars behind one, in the same paragraph.",
    why="Readers see the stars, and nothing is bold.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank said that **rates stay where they are.\n",
        good="---\ntitle: Rates\n---\n\nThe bank said that **rates stay**. `f(**values)` 2**8\n",
    ),
    check=check,
)
