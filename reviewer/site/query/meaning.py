"""What one term of a query asks for, or why it asks for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from reviewer.site.query import fields
from reviewer.site.query.periods import period
from reviewer.site.query.problem import QueryError
from reviewer.site.query.terms import (
    COMPARISONS,
    CONTAINS,
    IS,
    IS_NOT,
    MORE,
    All,
    Compared,
    Date,
    IsSet,
    Not,
    Number,
    Phrase,
    State,
    Text,
    Value,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.query.terms import Term
    from reviewer.site.query.tokens import Token

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_WORDS = re.compile(r"\w")


def meaning(token: Token) -> Term:
    """The condition that a term states; raises ``QueryError``."""
    if not token.field:
        return _plain(token)
    if not token.value and token.sign != CONTAINS and not token.quoted:
        _wrong(
            token,
            f"“{token.sign}” needs a value.",
            f"Write it right behind, as in {_example(token)}.",
        )
    if token.sign == IS_NOT:
        return Not(_condition(token, IS))
    return _condition(token, token.sign)


def number(text: str) -> float | None:
    """``text`` as a number; ``None`` where it is none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def _plain(token: Token) -> Term:
    if not token.value:
        return All()
    return _phrase(token, open_end=False) if token.quoted else Word(token.value)


def _condition(token: Token, sign: str) -> Term:
    name = fields.own(token.field)
    read = _READERS.get(name, _value)
    return read(token, name, sign)


def _text(token: Token, name: str, sign: str) -> Term:
    if sign in COMPARISONS:
        _wrong(
            token,
            f"“{name}” is text and cannot be compared by “{sign}”.",
            f"Write {name}:{token.value or 'words'}.",
        )
    return Text(name, token.value, exact=sign == IS)


def _number(token: Token, name: str, sign: str) -> Term:
    if not token.value:
        return Number(name, MORE, 0)
    found = number(token.value)
    if found is None:
        _wrong(token, f"“{name}” needs a number.", f"Write {name}>0, say.")
    return Number(name, IS if sign == CONTAINS else sign, found)


def _date(token: Token, name: str, sign: str) -> Term:
    found = period(token.value)
    if not token.value or (name == fields.YEAR and len(found) > len("2026")):
        found = ""
    if not token.value and sign == CONTAINS:
        return Date(">=", "0")
    if not found and name == fields.YEAR:
        _wrong(token, "“year” needs a year of four digits.", "Write year:2026, say.")
    if not found:
        _wrong(token, "“date” needs a date such as 2026-01.", "2026 and 2026-01-31 do as well.")
    return Date(IS if sign == CONTAINS else sign, found)


def _state(token: Token, name: str, sign: str) -> Term:
    states = [state for state in fields.STATES if state == token.value.casefold()]
    if not states or sign in COMPARISONS:
        known = ", ".join(fields.STATES)
        _wrong(token, f"“{name}” needs one of these words:", f"{known}.")
    return State(states[0])


def _flag(token: Token, name: str, sign: str) -> Term:
    value = token.value.casefold()
    if sign in COMPARISONS or value not in (*fields.YES, *fields.NO, ""):
        _wrong(token, f"“{name}” needs yes or no.", f"Write {name}:yes or {name}:no.")
    return Not(State(name)) if value in fields.NO else State(name)


def _full_text(token: Token, _name: str, sign: str) -> Term:
    if sign in COMPARISONS or not token.value:
        _wrong(token, "“text” needs words to look for.", 'Write text:tax or text:"tax law".')
    return _phrase(token, open_end=sign == CONTAINS)


def _phrase(token: Token, *, open_end: bool) -> Phrase:
    if not _WORDS.search(token.value):
        _wrong(token, "There is no word in it.", "Texts are searched for words, not for signs.")
    return Phrase(token.value, open_end)


def _value(token: Token, _name: str, sign: str) -> Term:
    found = fields.names(token.field)
    if not token.value and sign == CONTAINS:
        return IsSet(found)
    if sign not in COMPARISONS:
        return Value(found, token.value, sign == IS, number(token.value))
    named = Compared(found, sign, number(token.value), period(token.value))
    if named.number is None and not named.period:
        _wrong(
            token,
            f"“{sign}” compares numbers and dates.",
            f"“{token.value}” is neither: 12, 0.5, 2026-01 would be.",
        )
    return named


_READERS: dict[str, Callable[[Token, str, str], Term]] = {
    **dict.fromkeys(fields.TEXTS, _text),
    **dict.fromkeys(fields.NUMBERS, _number),
    **dict.fromkeys((fields.DATE, fields.YEAR), _date),
    **dict.fromkeys(fields.FLAGS, _flag),
    fields.STATE: _state,
    fields.IS: _state,
    fields.FULL_TEXT: _full_text,
}


def _example(token: Token) -> str:
    values = {
        fields.DATE: "2026-01",
        fields.YEAR: "2026",
        fields.STATE: fields.DRAFT,
        fields.IS: fields.DRAFT,
    }
    name = fields.own(token.field)
    usual = "0" if name in fields.NUMBERS or token.sign in COMPARISONS else "words"
    return f"{token.field}{token.sign}{values.get(name, usual)}"


def _wrong(token: Token, what: str, remedy: str) -> NoReturn:
    """Raise ``QueryError`` at the value, or at the whole term where it has none."""
    start = token.value_start if token.value_start < token.end else token.start
    raise QueryError(what, remedy=remedy, start=start, end=token.end)
