"""Two posts of one name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.languages import language_of
from reviewer.checks.likeness import also_in
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

CODE = "duplicate-title"
FEWEST_WORDS = 4
"""Shorter titles may name a chapter of each of several folders: "Getting started"."""


def shares(subject: Subject) -> Iterator[str]:
    """The words of the title in any order, within one language."""
    if key := key_of(subject):
        yield key


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The title against those of all other posts."""
    key = key_of(subject)
    others = subject.others_with(CODE, key) if key else ()
    if others:
        field = subject.content_type.title_field or "title"
        yield Said(f"This title is also that of {also_in(others)}.", path=(field,))


def key_of(subject: Subject) -> str:
    """What two titles have in common that say the same; "" where they may."""
    words = re.findall(r"\w+", subject.title.casefold())
    if not words:
        return ""
    place = "" if len(words) >= FEWEST_WORDS else subject.path.rpartition("/")[0]
    numbers = [word for word in words if any(map(str.isdigit, word))]  # 1.0.4 is not 1.4.0
    said = sorted(word for word in words if word not in numbers)
    return f"{language_of(subject)}/{place}/{' '.join((*said, *numbers))}"


RULE = Rule(
    code=CODE,
    name="Title of two posts",
    group=Group.METADATA,
    severity=Severity.WARNING,
    what="A title that another post of the same language has as well, whatever the order of its"
    " words. Short titles may stand once in every folder.",
    why="Readers and search engines cannot tell the two apart, and one of them may be the other's"
    " forgotten draft.",
    example=Example(
        bad="---\ntitle: Ford held talks with Xiaomi\n---\n\nTwice.\n",
        good="---\ntitle: Ford denies talks with Xiaomi\n---\n\nOnce.\n",
    ),
    check=check,
    shares=shares,
)
