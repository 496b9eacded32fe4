"""Characters that nobody sees and every search stumbles over."""

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

NAMES = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00ad": "soft hyphen",
    "\u180e": "Mongolian vowel separator",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", "change of writing direction"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "change of writing direction"),
    **{chr(code): "tag character" for code in range(0xE0020, 0xE0080)},
}
ODD = re.compile(rf"[{''.join(NAMES)}]+")
HARMLESS = "\u200b\u2060\ufeff"
"""What may be taken away without changing what anybody reads."""
JOINING = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\U0001F000-\U0001FAFF\u2600-\u27bf]")
"""Scripts, and pictures, in which such a character has its use."""
PARTING = "\u200b"
UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Scripts without blanks between words, which it may part for searches and line ends."""


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """The whole file, front matter and code as well."""
    for found in ODD.finditer(subject.text):
        around = subject.text[max(found.start() - 2, 0) : found.end() + 2]
        if JOINING.search(around) or (found[0] == PARTING and UNPARTED.search(around)):
            continue
        span = Span(*found.span())
        name = NAMES[found[0][0]]
        is_in_body = span.start >= subject.body.offset
        is_safe = is_in_body and not set(found[0]) - set(HARMLESS)
        fixes = (Fix("Remove it", edits=(TextEdit(span, ""),), safe=is_safe),) if is_in_body else ()
        before = subject.text[max(span.start - 12, 0) : span.start].split("\n")[-1]
        yield Said(
            f"Hidden character behind {quoted(before)}: {name}.",
            span=span,
            fixes=fixes,
            quote=f"{before} {name}",
        )


RULE = Rule(
    code="hidden-character",
    name="Hidden character",
    group=Group.LEFTOVERS,
    severity=Severity.WARNING,
    what="Characters without width, soft hyphens, and changes of the writing direction.",
    why="Words with them are not found by searches, break links and code, and can make a text"
    " read otherwise than it is written.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe cen\u200btral bank.\n",
        good="---\ntitle: Rates\n---\n\nThe bank and a family: \U0001f468\u200d\U0001f469.\n",
    ),
    check=check,
)
