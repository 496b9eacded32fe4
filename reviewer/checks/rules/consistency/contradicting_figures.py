"""Two figures for the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.body.passages import ITEM, PARAGRAPH, QUOTE
from reviewer.checks.body.sentences import sentences_of
from reviewer.checks.quantities import agrees, counted, figures_in
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.sentences import Sentence
    from reviewer.checks.quantities import Figure
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.document.edits import Span

KINDS = (PARAGRAPH, ITEM, QUOTE)
MOST_FIGURES = 60
"""All are compared with all; a text with more figures is a table."""
AROUND = 90
"""Characters before and behind a figure that say what it counts."""
FEWEST_WORDS = 3
"""Words in common below which two figures may count anything."""
SMALL = 13
_CLAUSE = re.compile(r"[.;:!?()]\s|\n")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STOP = re.compile(
    r"(?:an?|the|of|in|on|at|to|for|with|by|from|as|that|which|who|this|these|its?|their|his|her|our"
    r"|is|are|was|were|be|been|has|have|had|will|would|could|may|might|can|and|or|but|than|about"
    r"|around|approximately|nearly|almost|over|under|up|more|less|least|most|total|some|they|we|you"
    r"|he|she|also|not?|new|per|cent|percent|one|two|million|billion|thousand|trillion)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure, the words that say what it is, and all other digits of its sentence.

    ``counted`` is the word behind a bare number, "" for amounts and shares.
    """

    figure: Figure
    counted: str
    words: frozenset[str]
    conditions: frozenset[str]
    span: Span
    kind: str


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every figure of the text against those before it."""
    claims = _claims(subject)
    if len(claims) > MOST_FIGURES:
        return
    for place, each in enumerate(claims):
        other = next((one for one in claims[:place] if _contradict(one, each, settings)), None)
        if other is not None:
            line = subject.line(other.span)
            message = f"{each.figure.text} here, {other.figure.text} on line {line}"
            yield Said(f"{message}, and both seem to count the same.", span=each.span)


def _claims(subject: Subject) -> list[Claim]:
    return [
        claim
        for passage in subject.body.passages
        if passage.kind in KINDS and any(map(str.isdigit, passage.words))
        for sentence in sentences_of(passage)
        if (claim := _claim(sentence, passage.kind)) is not None
    ]


def _claim(sentence: Sentence, kind: str) -> Claim | None:
    """What a sentence claims that has one figure; of several it is hard to say what is what."""
    text = sentence.text
    if not any(map(str.isdigit, text)):
        return None
    figures = [each for each in figures_in(text) if not each.is_plain or each.values[0] >= SMALL]
    if len(figures) != 1:
        return None
    (figure,) = figures
    thing = counted(text, figure)
    if figure.is_plain and (not thing or _STOP.fullmatch(thing)):
        return None
    rest = text[: figure.start] + text[figure.end :]
    conditions = frozenset(re.findall(r"\d+|\b[A-Z]\w+", rest)) - {text.split()[0]}
    words = _about(text, figure)
    return Claim(figure, thing, words, conditions, sentence.span, kind)


def _about(text: str, figure: Figure) -> frozenset[str]:
    """The words of the figure's clause, without those that all clauses have."""
    before = _CLAUSE.split(text[max(figure.start - AROUND, 0) : figure.start])[-1]
    behind = _CLAUSE.split(text[figure.end : figure.end + AROUND])[0]
    words = _WORD.findall(f"{before} {behind}".casefold())
    return frozenset(word.rstrip("s")[:7] for word in words if not _STOP.fullmatch(word))


def _contradict(one: Claim, other: Claim, settings: Settings) -> bool:
    """Whether two figures of one unit count the same under the same conditions, and differ."""
    if one.conditions != other.conditions or one.kind == other.kind == ITEM:
        return False  # the items of a list tell of different cases
    if (one.counted, one.figure.unit) != (other.counted, other.figure.unit):
        return False
    common = one.words & other.words
    if len(common) < FEWEST_WORDS or 100 * len(common) < settings["alike"] * len(
        one.words | other.words
    ):
        return False
    return not agrees(one.figure, (other.figure,)) and not agrees(other.figure, (one.figure,))


RULE = Rule(
    code="contradicting-figures",
    name="Figures that contradict each other",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Two sentences that give different figures for what seems to be the same, by nearly the"
    " same words around them. Sentences that name different years or names are left alone.",
    why="One of the two is wrong, and readers trust neither.",
    example=Example(
        bad="---\ntitle: A plant\n---\n\nThe plant in Ohio will create 5,000 direct jobs.\n\n"
        "Much is open. In all, the plant in Ohio will create 7,000 direct jobs.\n",
        good="---\ntitle: A plant\n---\n\nThe plant in Ohio will create 5,000 direct jobs.\n\n"
        "The plant in Ohio had created 7,000 direct jobs by 2019.\n",
    ),
    options=(Option("alike", 65, "per cent of the words around both that must be the same"),),
    check=check,
)
