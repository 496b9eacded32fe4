"""People, firms and places that only a summary knows."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from reviewer.checks.moments import day
from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.spelled_dates import MONTHS
from reviewer.checks.summaries import FIELDS, TITLE, retellings
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

WORD = re.compile(r"[A-Za-zÀ-ɏ][\w’'&-]*[\w]|[A-Z]")
NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ɏ]{2,}[\w-]*$")
BEGINS = re.compile(r"(?:^|[.!?:;–—|(“\"]\s*)$")
RUN = re.compile(r"\b[A-ZÀ-Þ]\w+(?:[\s-]+(?:(?:of|the|and|for|&)\s+)*[A-ZÀ-Þ]\w+)+")
LONGEST_ACRONYM = 8
ACRONYM = re.compile(rf"\b[A-Z]{{2,{LONGEST_ACRONYM}}}\b")
LOOK_BACK = 8
COMMON_SHARE = 0.5
"""Where more words than this begin with a capital, capitals are style and say nothing."""
CALENDAR = {
    word[:6] if len(word) > 6 else word
    for word in (*MONTHS, *map(str.casefold, calendar.day_name), "week", "year", "day")
}
"""Days are compared as days, by a rule of their own."""
CAPITALISED = ("de", "lb")
"""Languages that write all nouns with a capital."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every word that is written as a name, except at the beginning of a sentence."""
    if subject.language[:2] in CAPITALISED or not subject.body.passages:
        return
    told = [each for each in retellings(subject, settings["fields"]) if each.path[0] != TITLE]
    if not any(names_in(each.text) for each in told):
        return
    whole = f"{subject.title}\n{subject.body.text}"
    known = stems(whole) | CALENDAR
    short = set(ACRONYM.findall(whole.replace("U.S.", "US").replace("U.K.", "UK")))
    for each in told:
        found = names_in(spelt_out(each.text, short))
        missing = dict.fromkeys(name for name in found if not stems(name) <= known)
        if missing:
            # Pages without a date are mostly manuals, whose descriptions name their product.
            severity = None if day(subject) else Severity.HINT
            message = f"{each.where} names {', '.join(missing)}; the body does not."
            yield Said(message, path=each.path, severity=severity)


def spelt_out(text: str, short: Collection[str]) -> str:
    """The text without names of several words that the body gives by their first letters."""
    return RUN.sub(lambda run: " " if _initials(run[0]) & set(short) else run[0], text)


def _initials(run: str) -> set[str]:
    """The first letters of the run, and of all that is left without words at its ends."""
    letters = "".join(word[0] for word in re.findall(r"\b[A-ZÀ-Þ]\w*", run))
    lengths = range(2, min(len(letters), LONGEST_ACRONYM) + 1)
    return {letters[:length] for length in lengths} | {letters[-length:] for length in lengths}


def names_in(text: str) -> list[str]:
    """Words that are names by the look of them; none where all words have capitals."""
    words = list(WORD.finditer(text))
    capital = [each for each in words if NAME.match(each[0])]
    if len(capital) > COMMON_SHARE * len(words):
        return []
    return [each[0] for each in capital if not _begins(text, each.start())]


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins there; only the few signs before it tell."""
    start = max(at - LOOK_BACK, 0)
    before = text[start:at] if not start else f"x{text[start:at]}"
    return BEGINS.search(before) is not None


def stems(text: str) -> set[str]:
    """The words of a text without the endings that names take on; parts of joined words too."""
    found: set[str] = set()
    for each in set(WORD.findall(text)):
        word = re.sub(r"[’']s?$", "", each).casefold()
        found |= {
            part[:6] if len(part) > 6 else part.rstrip("s") for part in re.split(r"[-’'&]", word)
        }
    return found


RULE = Rule(
    code="name-not-in-body",
    name="Name that the body does not have",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Names of people, firms and places in description or summary of which the body says"
    " nothing.",
    why="Machines fill summaries with what usually goes together. A name that the text does not"
    " have was not in the source either.",
    example=Example(
        bad="---\ntitle: Talks denied\ndescription: The talks between Ford and Toyota were denied."
        "\n---\n\nFord and Xiaomi have denied that they held talks.\n",
        good="---\ntitle: Talks denied\ndescription: The talks between Ford and Xiaomi were denied."
        "\n---\n\nFord and Xiaomi's spokesmen have denied that they held talks.\n",
    ),
    options=(Option("fields", FIELDS, "the fields that retell the body"),),
    check=check,
)
