"""Brackets that were to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.schema.finding import Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

_ASKED = (
    r"(?:insert|enter|fill in|add|your|name of|company|date|link|source|citation)"
    r"[\s_-](?:[a-z][^\[\]{}<>()\n]{1,60})|todo|tbd|tbc|tk|xx+|placeholder"
)
BLANK = re.compile(
    rf"(?<!\[)(?:\[|\{{|<)\s*(?:{_ASKED})\s*(?:\]|\}}|>)(?![(:\[\]])"
    r"|(?<!\w)(?:TODO|FIXME|TKTK|TBD):",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?:todo|fixme|tktk|tbd):", re.IGNORECASE)
_DUMMY = re.compile(r"\blorem ipsum dolor\b", re.IGNORECASE)


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The body outside of code, and every text of the front matter."""
    for path, text in subject.texts():
        if (found := BLANK.search(text)) and _is_blank(found[0]):
            yield Said(f"This was to be filled in: {quoted(found[0])}", path=path)
    linked = [link.whole for link in subject.body.links]
    for passage in subject.body.passages:
        for found in _DUMMY.finditer(passage.words):
            span = passage.span(*found.span())
            yield Said("This is dummy text.", span=span, severity=Severity.WARNING)
        for found in BLANK.finditer(passage.words):
            span = passage.span(*found.span())
            if _is_blank(found[0]) and not any(each.covers(span) for each in linked):
                yield Said(f"This was to be filled in: {quoted(found[0])}", span=span)


def _is_blank(text: str) -> bool:
    """Marks for oneself are written in capitals; "todo" is also a word of Spanish."""
    return not _MARKS.fullmatch(text) or text.isupper()


RULE = Rule(
    code="unfilled-bracket",
    name="Blank that was not filled in",
    group=Group.LEFTOVERS,
    severity=Severity.ERROR,
    what="Brackets that ask for something ([insert date], {{your name}}, [citation needed]), TODO,"
    " TKTK, lorem ipsum.",
    why="The text is not finished, and readers see it.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank said on [insert date] that rates stay.\n",
        good='---\ntitle: Rates\n---\n\nThe bank said [on Friday](https://boj.or.jp) that "todo"'
        " is no word [sic]. `[insert date]`\n",
    ),
    check=check,
)
