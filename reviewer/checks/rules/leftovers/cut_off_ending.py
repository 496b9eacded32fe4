"""A last sentence that breaks off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.body.passages import PARAGRAPH
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

LETTER = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ,]$")
"""Scripts that end their sentences with a stop."""
FEWEST_WORDS = 12
"""Shorter last lines are signatures, dates and names."""
OPEN_WORDS = re.compile(
    r"(?:an?|the|and|or|but|of|in|on|at|to|for|with|by|from|as|that|which|who|is|are|was|were|be"
    r"|been|has|have|had|will|would|can|could|may|might|should|its|their|his|her|this|these)"
)
"""Words with which no sentence ends."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The last passage, where it is a paragraph and nothing follows it."""
    passages = subject.body.passages
    last = passages[-1] if passages else None
    if last is None or last.kind != PARAGRAPH:
        return
    if any(each.span.start > last.whole.start for each in subject.body.verbatim):
        return
    words = last.words.rstrip()
    # What is blotted out at the end is a link, a tag or code: the sentence may end in it.
    if not LETTER.search(words) or len(words) < len(last.text.rstrip()):
        return
    final = words.split()[-1].lower() if words.split() else ""
    if OPEN_WORDS.fullmatch(final) or len(words.split()) >= FEWEST_WORDS:
        tail = " ".join(words.split()[-6:])
        span = last.span(max(len(words) - len(tail), 0), len(words))
        yield Said(f"The last sentence breaks off: {quoted(f'… {tail}')}", span=span)


RULE = Rule(
    code="cut-off-ending",
    name="Last sentence cut off",
    group=Group.LEFTOVERS,
    severity=Severity.WARNING,
    what="A body whose last paragraph ends without a full stop in the middle of a sentence.",
    why="A text that was cut off by a limit of length is not finished.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank held its rate. Analysts expect that the next"
        " decision in the spring will depend on the\n",
        good="---\ntitle: Rates\n---\n\nThe bank held its rate. Analysts wait.\n\nAnn Smith\n",
    ),
    check=check,
)
