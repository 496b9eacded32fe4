"""Links that lead nowhere, and links that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.body.links import INLINE
from reviewer.checks.rule import Example, Group, Rule, Said
from reviewer.document.edits import TextEdit
from reviewer.schema.finding import Fix, Severity
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.body.links import Link
    from reviewer.checks.rule import Settings
    from reviewer.checks.subject import Subject


def check(subject: Subject, _settings: Settings) -> Iterator[Said]:
    """Every link that is written as ``[words](address)``."""
    for link in subject.body.links:
        if link.kind != INLINE or subject.text[link.whole.end : link.whole.end + 1] == "{":
            continue  # [](){ #here } is an anchor
        has_words, has_target = bool(link.text.strip()), bool(link.target.strip())
        if not has_target and link.is_image:
            yield Said("This image names no file.", span=link.whole)
        elif not has_target and has_words:
            fix = Fix("Keep the words alone", edits=(TextEdit(link.whole, link.text),))
            yield Said(f"This link leads nowhere: {quoted(link.text)}", (), link.whole, (fix,))
        elif not has_words and not link.is_image:
            yield _unseen(link)


def _unseen(link: Link) -> Said:
    fix = Fix("Remove it", edits=(TextEdit(link.whole, ""),), safe=not link.target.strip())
    where = f" to {quoted(link.target)}" if link.target.strip() else ""
    return Said(f"Nobody sees this link{where}: it has no words.", span=link.whole, fixes=(fix,))


RULE = Rule(
    code="empty-link",
    name="Empty link",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    what="Links without an address, links without words, and images without a file.",
    why="A source was to be filled in and never was.",
    example=Example(
        bad="---\ntitle: Rates\n---\n\nThe bank [said so]() on Friday.\n",
        good="---\ntitle: Rates\n---\n\nThe bank [said so](#friday) on Friday. `[x]()`\n",
    ),
    check=check,
)
