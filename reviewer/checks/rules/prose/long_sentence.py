"""Sentences that nobody gets through in one breath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STOP = re.compile(r"[.!?…।۔؟።。](?=\s)|[。！？]")
"""Any stop will do: where letters have no case, nobody can tell which of them ends a sentence."""
LIST_OF_NAMES = 0.5
"""From this share of capitals on it is an enumeration."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Sentences outside of headings and tables."""
    most = settings["most"]
    for sentence in subject.body.sentences:
        if sentence.text.count(" ") < most or "|" in sentence.text:
            continue
        words = max((WORD.findall(each) for each in STOP.split(sentence.text)), key=len)
        capitals = sum(word[0].isupper() for word in words)
        if len(words) > most and capitals < LIST_OF_NAMES * len(words):
            yield Said(f"This sentence has {len(words)} words.", span=sentence.span)


RULE = Rule(
    code="long-sentence",
    name="Long sentence",
    group=Group.PROSE,
    severity=Severity.HINT,
    what="Sentences of more than 60 words, or as many as the option says.",
    why="Readers have forgotten the beginning when they reach the end.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank said " + "that rates stay and " * 15 + "rise.\n",
        good="---\ntitle: Rates\n---\n\nThe bank said that rates stay. "
        + "They rise. " * 30
        + "\n",
    ),
    check=check,
    options=(Option("most", 60, "How many words a sentence may have."),),
)
