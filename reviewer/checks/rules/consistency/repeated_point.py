"""Points of a summary that say the same."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.summaries import FIELDS, retellings
from reviewer.document.operations import RemoveItem
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject
    from reviewer.checks.summaries import Retelling

FEWEST_WORDS = 4
LONGEST = 2_000
MOST_POINTS = 40
"""Longer lists are no summaries, and comparing all with all would take too long."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every point against those before it in the same list."""
    points = (each for each in retellings(subject, settings["fields"]) if len(each.path) > 1)
    for _name, group in groupby(points, key=lambda each: each.path[0]):
        yield from _repeated(list(group)[:MOST_POINTS], settings["alike"])


def _repeated(points: Sequence[Retelling], alike: int) -> Iterator[Said]:
    for place, each in enumerate(points):
        twin = next(
            (other for other in points[:place] if _same(each.text, other.text, alike)), None
        )
        if twin is not None:
            fix = Fix("Remove the point", operations=(RemoveItem(each.path[:-1], each.path[-1]),))
            message = f"{each.where} repeats {twin.where.lower()}: {quoted(twin.text)}"
            yield Said(message, path=each.path, fixes=(fix,))


def _same(one: str, other: str, alike: int) -> bool:
    """Whether two points say the same of the same figures."""
    words, others = _words(one), _words(other)
    if min(len(words), len(others)) < FEWEST_WORDS or _figures(words) != _figures(others):
        return False
    return fuzz.token_sort_ratio(" ".join(words), " ".join(others)) >= alike


def _words(text: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\w*|\w+", text[:LONGEST].casefold())


def _figures(words: list[str]) -> set[str]:
    return {word for word in words if any(map(str.isdigit, word))}


RULE = Rule(
    code="repeated-point",
    name="Point that repeats another",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Two points of a summary with nearly the same words and the same figures.",
    why="A summary has room for a few points. One that says nothing new takes the place of one"
    " that would.",
    example=Example(
        bad="---\ntitle: Rates\ntldr:\n  - The central bank held its rate at 2%.\n"
        "  - At 2%, the central bank held its rates.\n---\n\nText.\n",
        good="---\ntitle: Rates\ntldr:\n  - The central bank held its rate at 2%.\n"
        "  - The central bank held its deposit rate at 1%.\n---\n\nText.\n",
    ),
    options=(
        Option("fields", FIELDS, "the fields that hold points"),
        Option("alike", 88, "per cent of the letters that two points must share"),
    ),
    check=check,
)
