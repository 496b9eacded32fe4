"""Lets the chosen rules look at one post."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.schema.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.rule import Said
    from reviewer.checks.selection import Chosen, Selection
    from reviewer.checks.subject import Subject
    from reviewer.schema.finding import Fix

LONGEST_QUOTE = 200
FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What rules of any package may do wrong. That others cannot be asked just now is no fault."""
_log = logging.getLogger(__name__)


def inspect(subject: Subject, selection: Selection) -> tuple[Finding, ...]:
    """What the rules find, in the order of the file.

    Of a post whose front matter is broken nothing is said: where its body
    begins is a guess. A rule that fails is left out and written to the log.
    """
    if subject.post.problem is not None:
        return ()
    found = [finding for each in selection.chosen for finding in _found(each, subject)]
    return tuple(sorted(found, key=lambda each: (each.line, each.source, each.message)))


def shared(subject: Subject, selection: Selection) -> Iterator[tuple[str, str]]:
    """What the post has in common with others: codes of rules, and values."""
    for each in selection.chosen:
        if each.rule.shares is not None and subject.post.problem is None:
            try:
                yield from ((each.rule.code, value) for value in each.rule.shares(subject))
            except FAULTS:
                _log.exception("the rule %s failed on %s", each.rule.code, subject.path)


def _found(chosen: Chosen, subject: Subject) -> list[Finding]:
    try:
        said = list(chosen.rule.check(subject, chosen.settings))
    except FAULTS:
        _log.exception("the rule %s failed on %s", chosen.rule.code, subject.path)
        return []
    return [_finding(chosen, subject, each) for each in said]


def _finding(chosen: Chosen, subject: Subject, said: Said) -> Finding:
    line = subject.line(said.span) if said.span else subject.post.line_of(said.path)
    quote = said.quote or (subject.quoted(said.span) if said.span else "")
    return Finding(
        chosen.rule.code,
        said.severity or chosen.severity,
        said.message,
        said.path,
        line,
        tuple(_marked(fix, subject) for fix in said.fixes),
        said.span,
        " ".join(quote.split())[:LONGEST_QUOTE],
    )


def _marked(fix: Fix, subject: Subject) -> Fix:
    """The fix with the mark of the text that its edits speak of."""
    return replace(fix, text=subject.mark) if fix.edits else fix
