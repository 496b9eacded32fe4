"""Conditions of a query as SQL over the tables of the index.

Each condition becomes one question for the ids of the posts that fit, with
whatever the user wrote handed over as a parameter. Words, parts of titles and
paths, and dates have no SQL: they are looked for in memory (``columns.py``),
which is several times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from reviewer.site.index.codec import text_in
from reviewer.site.index.fulltext import matching
from reviewer.site.query import fields
from reviewer.site.query.periods import bounds
from reviewer.site.query.terms import (
    Compared,
    IsSet,
    Number,
    Phrase,
    State,
    Text,
    Value,
)

if TYPE_CHECKING:
    from reviewer.site.index.messages import Scope
    from reviewer.site.query.terms import Condition

Parameter = str | bytes | float | int

HAS_PROBLEM = "problem != ''"
COUNTS = {
    "errors": f"max(errors, {HAS_PROBLEM})",
    "warnings": "warnings",
    "hints": "hints",
    "problems": f"max(errors, {HAS_PROBLEM}) + warnings",
}
"""What cannot be read is an error; hints are no problems."""

STATES = {
    fields.DRAFT: "draft",
    fields.PUBLISHED: "NOT draft",
    fields.BROKEN: HAS_PROBLEM,
    fields.CLEAR: f"checked AND NOT (errors + warnings + hints) AND NOT {HAS_PROBLEM}",
    fields.WAITING: "NOT draft AND review != 'approved'",
    fields.APPROVED: "review = 'approved'",
    fields.REOPENED: "review = 'reopened'",
    fields.REQUESTED: "review = 'requested'",
}
"""The states that the database knows; which posts have unsaved edits it does not."""
_TEXTS = {name: name for name in fields.TEXTS}
_SIGNS = ("=", "<", "<=", ">", ">=")
_NAMED = "SELECT id FROM fields WHERE key IN ({})"
_HAVING = (
    "SELECT post_id FROM post_values WHERE field_id IN ({names}) AND value_id IN"
    " (SELECT id FROM known_values WHERE field_id IN ({names}) AND {fits})"
)
_SET = (
    "SELECT post_id FROM post_values WHERE field_id IN ({names}) AND value_id NOT IN"
    " (SELECT id FROM known_values INDEXED BY known_by_digest"
    " WHERE field_id IN ({names}) AND digest = 0 AND raw = '')"
)
"""The digest of the empty text is 0."""


@dataclass(frozen=True, slots=True)
class Question:
    """SQL that gives one column of ids, and its parameters."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


@singledispatch
def question(condition: Condition) -> Question:
    """Which posts ``condition`` holds for; some posts may be told twice."""
    raise TypeError(f"{condition} is not asked of the database")


@question.register
def _(condition: Text) -> Question:
    """Only where it is to be exact."""
    return _posts(f"{_TEXTS[condition.name]} = ?", text_in(condition.text))


@question.register
def _(condition: Number) -> Question:
    return _posts(f"{COUNTS[condition.name]} {_known(condition.sign)} ?", condition.number)


@question.register
def _(condition: State) -> Question:
    return _posts(STATES[condition.name])


@question.register
def _(condition: Phrase) -> Question:
    return Question(
        "SELECT post_id FROM texts JOIN fulltext ON fulltext.rowid = texts.id"
        " WHERE fulltext MATCH ? AND post_id IS NOT NULL",
        (matching(condition.text, open_end=condition.open_end),),
    )


@question.register
def _(condition: IsSet) -> Question:
    within = " OR ".join(["key = ? OR (key > ? AND key < ?)"] * len(condition.names))
    ends = [(name, f"{name}.", f"{name}/") for name in condition.names]
    parameters = tuple(text_in(end) for each in ends for end in each)
    sql = _SET.format(names=f"SELECT id FROM fields WHERE {within}")
    return Question(sql, parameters * 2)


@question.register
def _(condition: Value) -> Question:
    if not condition.exact:
        return _valued(condition.names, "instr(text, ?)", text_in(condition.text.casefold()))
    if condition.number is None:
        return _valued(condition.names, "raw = ?", text_in(condition.text))
    fits = "(raw = ? OR number = ?)"
    return _valued(condition.names, fits, text_in(condition.text), condition.number)


@question.register
def _(condition: Compared) -> Question:
    fits: list[str] = []
    parameters: list[Parameter] = []
    if condition.number is not None:
        fits.append(f"number {_known(condition.sign)} ?")
        parameters.append(condition.number)
    if condition.period:
        fits.append("(moment >= ? AND moment < ?)")
        parameters += bounds(condition.sign, condition.period)
    return _valued(condition.names, f"({' OR '.join(fits)})", *parameters)


def within_folder(name: str, *, alone: bool) -> Question:
    """The posts of a folder, ``alone`` without those further down."""
    if alone:
        return _posts("folder = ?", text_in(name))
    if not name:
        return _posts("1")
    return _posts(
        "folder = ? OR (folder > ? AND folder < ?)",
        *(text_in(end) for end in (name, f"{name}/", f"{name}0")),
    )


def with_value(scope: Scope) -> Question:
    """The posts that give just this field just this value."""
    parameters = (text_in(scope.name), text_in(scope.value))
    return _having("SELECT id FROM fields WHERE name = ?", parameters[:1], "raw = ?", parameters[1])


def _posts(fits: str, *parameters: Parameter) -> Question:
    return Question(f"SELECT id FROM posts WHERE {fits}", parameters)


def _valued(names: tuple[str, ...], fits: str, *parameters: Parameter) -> Question:
    places = ", ".join("?" * len(names))
    return _having(_NAMED.format(places), tuple(map(text_in, names)), fits, *parameters)


def _having(
    named: str, names: tuple[Parameter, ...], fits: str, *parameters: Parameter
) -> Question:
    return Question(_HAVING.format(names=named, fits=fits), (*names, *names, *parameters))


def _known(sign: str) -> str:
    """``sign``, which becomes part of the SQL."""
    return _SIGNS[_SIGNS.index(sign)]
