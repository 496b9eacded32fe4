"""Letters of another alphabet that look like those around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import Span, TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject

_LATIN = "AaBCcEeHIiJjKMOoPpSsTXxyZNvAEBZHIKMNOPTYXo"
_ALIKE = "АаВСсЕеНІіЈјКМОоРрЅѕТХхуΖΝνΑΕΒΖΗΙΚΜΝΟΡΤΥΧο"
TO_LATIN = dict(zip(_ALIKE, _LATIN, strict=True))
_CYRILLIC = {latin: alike for alike, latin in TO_LATIN.items() if alike >= "Ѐ"}
FOREIGN = re.compile(r"[\u0370-\u04ff]")
WORD = re.compile(r"[^\W\d_]{3,}")


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The texts of the front matter, and the body with its code and addresses."""
    if subject.text.isascii() or not FOREIGN.search(subject.text):
        return
    for path, text in subject.texts():
        for found in WORD.finditer(text):
            if mended(found[0]):
                yield Said(_message(found[0]), path=path)
    body = subject.body
    for found in WORD.finditer(body.text):
        if better := mended(found[0]):
            span = Span(*found.span()).shift(body.offset)
            fix = Fix("Write it in one alphabet", edits=(TextEdit(span, better),), safe=True)
            yield Said(_message(found[0]), span=span, fixes=(fix,))


def mended(word: str) -> str:
    """The word in the alphabet of most of its letters; "" where it is mixed for a reason."""
    latin = sum(sign.isascii() for sign in word)
    if latin in (0, len(word)) or not FOREIGN.search(word):
        return ""
    if latin * 2 > len(word):
        foreign, table = [sign for sign in word if not sign.isascii()], TO_LATIN
    else:
        foreign, table = [sign for sign in word if sign.isascii()], _CYRILLIC
    is_alike = len(foreign) * 2 < len(word) and all(sign in table for sign in foreign)
    return "".join(table.get(sign, sign) for sign in word) if is_alike else ""


def _message(word: str) -> str:
    return f"Letters of two alphabets are mixed in {quoted(word)}."


RULE = Rule(
    code="homoglyph",
    name="Letters of another alphabet",
    group=Group.LEFTOVERS,
    severity=Severity.WARNING,
    what="Words in which Cyrillic or Greek letters stand for Latin ones that look the same, or the"
    " other way round.",
    why="Searches, links and spell checkers do not know such words, though every reader does.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe b\u0430nk said so.\n",
        good="---\ntitle: Rates\n---\n\nThe bank, \u0431\u0430\u043d\u043a, and 5 \u03bcm.\n",
    ),
    check=check,
)
