"""Posts that are mostly another post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.languages import without_translations
from reviewer.checks.likeness import alike, bands_of
from reviewer.checks.moments import day
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CODE = "near-duplicate"
SHINGLE = 4
"""Words that must follow each other for two texts to be alike there."""
FEWEST_WORDS = 60
LONGEST = 40_000
"""Characters that are compared."""
EXACT = 0.99


def shares(subject: Subject) -> Iterator[str]:
    """The bands of the body's words; those that two posts share say how alike they are."""
    text = _text(subject)
    if len(text.split()) >= FEWEST_WORDS:
        yield from bands_of(text, SHINGLE)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The post that is most like this one; pages without a date are often alike by design."""
    sharing = (
        without_translations(subject.path, subject.others_with(CODE, band))
        for band in shares(subject)
    )
    likest = {path: each for path, each in alike(sharing).items() if _counts(each, settings)}
    if not likest:
        return
    path, likeness = next(iter(likest.items()))
    share = "The whole" if likeness >= EXACT else f"About {likeness:.0%}"
    more = f", and much of it in {len(likest) - 1:,} more" if len(likest) > 1 else ""
    message = f"{share} of this text also stands in {path}{more}."
    severity = None if day(subject) else Severity.HINT
    yield Said(message, span=subject.body.passages[0].whole, severity=severity)


def _counts(likeness: float, settings: Settings) -> bool:
    return likeness >= float(settings["least"]) / 100


def _text(subject: Subject) -> str:
    return "\n".join(each.words for each in subject.body.passages)[:LONGEST]


RULE = Rule(
    code=CODE,
    name="Text that another post has as well",
    group=Group.DUPLICATES,
    severity=Severity.WARNING,
    what="Posts whose bodies share most of their words in the same order with another post."
    " Translations are left alone; of pages without a date it is a hint.",
    why="A draft was filed twice, or two posts tell the same story: readers and search engines"
    " want one.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe central bank held its rate at two per cent on Friday.\n",
        good="---\ntitle: Rates\n---\n\nToo short to be compared.\n",
    ),
    options=(Option("least", 75, "per cent of the text from which posts are alike"),),
    check=check,
    shares=shares,
)
