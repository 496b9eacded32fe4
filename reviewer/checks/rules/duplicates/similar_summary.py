"""Posts that are summed up in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.languages import without_translations
from reviewer.checks.likeness import alike, bands_of
from reviewer.checks.moments import day
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.summaries import FIELDS, TITLE, retellings
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CODE = "similar-summary"
SHINGLE = 2
FEWEST_WORDS = 18


def shares(subject: Subject) -> Iterator[str]:
    """The bands of all that retells the body."""
    text = " ".join(each.text for each in retellings(subject) if each.path[0] != TITLE)
    if len(text.split()) >= FEWEST_WORDS:
        yield from bands_of(text, SHINGLE)


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The post whose summary is most like this one's."""
    sharing = (
        without_translations(subject.path, subject.others_with(CODE, band))
        for band in shares(subject)
    )
    path, likeness = next(iter(alike(sharing).items()), ("", 0.0))
    if path and 100 * likeness >= settings["least"]:
        field = next(each.path[:1] for each in retellings(subject) if each.path[0] != TITLE)
        message = f"{path} is summed up in nearly the same words."
        yield Said(message, path=field, severity=None if day(subject) else Severity.HINT)


RULE = Rule(
    code=CODE,
    name="Summary that another post has as well",
    group=Group.DUPLICATES,
    severity=Severity.WARNING,
    what="Descriptions, excerpts and points that share most of their words with those of another"
    " post. The fields are " + ", ".join(FIELDS[1:]) + ".",
    why="Two posts tell the same story, or a summary was copied and never rewritten.",
    example=Example(
        bad="---\ntitle: Rates\ndescription: The central bank held its rate at two per cent on"
        " Friday, as all had thought.\n---\n\nTwice.\n",
        good="---\ntitle: Rates\ndescription: Rates stay.\n---\n\nOnce.\n",
    ),
    options=(Option("least", 80, "per cent of the words from which summaries are alike"),),
    check=check,
    shares=shares,
)
