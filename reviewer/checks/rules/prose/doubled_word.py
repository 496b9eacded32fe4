"""The same word twice in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

TWICE = re.compile(r"(?<![\w.'’/@#$*_-])([^\W\d_]+)(\s+\1)(?![\w'’/@*_-]|\.\w)")
_ENGLISH = (
    "that|had|is|was|so|very|no|yes|ha|he|blah|bye|knock|yada|la|really|many|much|long|far|more"
    "|do|done|been|her|there"
)
_OTHERS = "sie|der|die|das|den|dem|des|ihr|nous|vous|se|si|dat|muy|poco"
PROPER = frozenset(f"{_ENGLISH}|{_OTHERS}".split("|"))
"""Words that follow themselves in good sentences of one language or another."""
DOUBLING = ("id", "ms", "jv", "su", "tl", "haw", "mi", "sw", "th", "vi", "zh", "ja", "ko", "tr")
"""Languages that double words by their grammar."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Words in lower case; names may well be doubled."""
    if subject.language.startswith(DOUBLING):
        return
    for passage in subject.body.passages:
        for found in TWICE.finditer(passage.words):
            second = slice(*found.span(2))
            # Spaces may stand for code or an address between the two.
            is_real = passage.text[second] == found[2] and found[1].islower()
            if is_real and found[1] not in PROPER and (len(found[1]) > 1 or found[1] == "a"):
                span = passage.span(*found.span())
                edit = TextEdit(passage.span(*found.span(2)), "")
                fix = Fix(f"Keep one {quoted(found[1])}", edits=(edit,))
                yield Said(f"A word stands twice: {quoted(found[0])}", span=span, fixes=(fix,))


RULE = Rule(
    code="doubled-word",
    name="Word that stands twice",
    group=Group.PROSE,
    severity=Severity.WARNING,
    what="The same word twice in a row, also across the end of a line.",
    why="Eyes skip it while writing, and stumble over it while reading.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank said that the the rates stay.\n",
        good="---\ntitle: Rates\n---\n\nThe bank had had a plan for Bora Bora; the `the` the.\n",
    ),
    check=check,
)
