"""Words that a summary puts into somebody's mouth and the body does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.checks.summaries import FIELDS, retellings
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

QUOTATION = re.compile(r"[“„«]([^“”„«»]+)[”“»]|(?<!\w)\"([^\"]+)\"(?!\w)")
_WORDS = re.compile(r"[^\W_]+")
FEWEST_WORDS = 3
"""Fewer words in quotes are a name or irony, not a quotation."""


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """Every quotation of the summaries."""
    body = ""
    for each in retellings(subject, settings["fields"]):
        for found in QUOTATION.finditer(each.text):
            words = found[1] or found[2]
            if len(words.split()) >= FEWEST_WORDS:
                body = body or plain(subject.body.text)
                if plain(words) not in body:
                    yield Said(
                        f"{each.where} quotes {quoted(words)}, which the body does not say.",
                        path=each.path,
                    )


def plain(text: str) -> str:
    """Words and figures alone, in lower case: neither quotes nor stops tell quotations apart."""
    return " ".join(["", *_WORDS.findall(text.casefold()), ""])


RULE = Rule(
    code="quotation-not-in-body",
    name="Quotation that the body does not have",
    group=Group.CONSISTENCY,
    severity=Severity.WARNING,
    what="Quotations of three words or more in title, description or summary that the body does"
    " not have word for word.",
    why="Words in quotation marks are somebody's own. A summary that alters them misquotes.",
    example=Example(
        bad="---\ntitle: Ford denies talks\ndescription: Ford called it “completely and utterly"
        " false”.\n---\n\nA spokesman said the report was “completely false”.\n",
        good="---\ntitle: Ford denies talks\ndescription: Ford called it “completely false”, and"
        ' "there is no truth in it".\n---\n\nA spokesman said: “There is no truth in it.” It was'
        " *completely false*.\n",
    ),
    options=(Option("fields", FIELDS, "the fields that retell the body"),),
    check=check,
)
