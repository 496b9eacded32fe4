"""What a query says: conditions, and how they are joined.

Conditions are small values without ties to any table, so that what a query
means can be worked out twice: fast over the index, and slowly, obviously
right, in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTAINS, IS, IS_NOT = ":", "=", "!="
LESS, AT_MOST, MORE, AT_LEAST = "<", "<=", ">", ">="
COMPARISONS = (LESS, AT_MOST, MORE, AT_LEAST)


@dataclass(frozen=True, slots=True)
class Word:
    """Title or path contains the text, in any case."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Title, front matter or body has these words, one after the other.

    ``open_end``: the last one may go on.
    """

    text: str
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """``path``, ``folder`` or ``title``: contains the text in any case, or is exactly it."""

    name: str
    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """``problems``, ``errors``, ``warnings`` or ``hints`` against a number."""

    name: str
    sign: str
    number: float


@dataclass(frozen=True, slots=True)
class Date:
    """The date of the post against a period: a year, a month, a day or a minute.

    A date lies in the period, before all of it or after all of it.
    """

    sign: str
    period: str


@dataclass(frozen=True, slots=True)
class State:
    """``name`` is one of ``reviewer.site.query.fields.STATES``."""

    name: str


@dataclass(frozen=True, slots=True)
class IsSet:
    """The front matter gives one of the fields ``names``, or something in it, a value."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one of the fields ``names`` (casefolded) contains the text or is exactly it.

    Of a list each item is a value. ``number`` is set where the text is one, so
    that 0.50 is 0.5.
    """

    names: tuple[str, ...]
    text: str
    exact: bool = False
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """One value of one of the fields is a number or a date and lies so to the one given."""

    names: tuple[str, ...]
    sign: str
    number: float | None = None
    period: str = ""


Condition = Word | Phrase | Text | Number | Date | State | IsSet | Value | Compared


@dataclass(frozen=True, slots=True)
class Not:
    """All posts but those."""

    term: Term


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the terms holds; with no terms, always."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of the terms holds."""

    terms: tuple[Term, ...]


Term = Condition | Not | All | Any
EVERY_POST = All()


def conditions(term: Term) -> tuple[Condition, ...]:
    """The conditions of a query from left to right."""
    if isinstance(term, Not):
        return conditions(term.term)
    if isinstance(term, All | Any):
        return tuple(found for each in term.terms for found in conditions(each))
    return (term,)
