"""Descriptions that search engines cut, or that say too little to be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Option, Rule, Said
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

FIELDS = ["seo_description", "meta_description", "metaDescription", "description"]


def check(subject: Subject, settings: Settings) -> Iterator[Said]:
    """The first of the fields that the post has."""
    key = next((name for name in settings["fields"] if subject.data.get(name)), "")
    text = subject.data.get(key)
    if not isinstance(text, str):
        return
    length = len(" ".join(text.split()))
    if length > settings["most"]:
        message = f"{length} characters: search engines cut a description after about"
        yield Said(f"{message} {settings['most']}.", path=(key,))
    elif length < settings["least"]:
        message = f"{length} characters: search engines look for another text where a description"
        yield Said(f"{message} has fewer than about {settings['least']}.", path=(key,))


RULE = Rule(
    code="description-length",
    name="Description too long or too short",
    group=Group.METADATA,
    severity=Severity.HINT,
    what="A description that is longer than what search engines show, or so short that they take"
    " another text.",
    why="What stands below the title in a list of results is the post's one chance to be chosen.",
    example=Example(
        bad="---\ntitle: Rates\ndescription: On rates.\n---\n\nText.\n",
        good="---\ntitle: Rates\ndescription: The central bank holds its rate at 2 % and says what"
        " would make it move.\n---\n\nText.\n",
    ),
    options=(
        Option("fields", FIELDS, "the fields that hold a description, the first one counts"),
        Option("least", 25, "characters that it should have"),
        Option("most", 200, "characters that it may have"),
    ),
    check=check,
)
