"""What values are called in messages, and the findings that several kinds share."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from reviewer.schema.finding import Finding, Severity
from reviewer.schema.kinds.base import Spot, guess
from reviewer.schema.labels import quoted
from reviewer.schema.origin import INFERRED
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Fix

_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "yes or no"),
    (int, "a number"),
    (float, "a number"),
    (str, "text"),
    (datetime, "a date and time"),
    (date, "a date"),
    (time, "a time"),
    (list, "a list"),
    (dict, "a group of fields"),
)


def describe(value: Any) -> str:
    """What sort of thing a value is: "a list", "text"."""
    if value is None:
        return "empty"
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "something else")


def wrong_type(
    value: Any, expected: str, field: Field, spot: Spot, *fixes: Fix
) -> Iterator[Finding]:
    """Expected and found, with what the value looks like."""
    found = describe(value)
    shown = "" if isinstance(value, list | dict) else f" {quoted(show_plain(value, spot))}"
    message = f"This should be {expected}, but it is {found}{shown}."
    yield spot.finding("wrong-type", guess(field, "kind"), message, *fixes)


def show_plain(value: Any, spot: Spot) -> str:
    """A scalar as it is written or, where that is unknown, as messages show it."""
    if isinstance(value, str):
        return value
    return spot.text.strip() or show_scalar(value)


FAR_OFF = 2
"""How many times shorter or longer than all others a text is before that is worth a word."""


def lengths_beyond_doubt(field: Field) -> tuple[float, float]:
    """The least and greatest length of which nobody says anything."""
    low, high = field.usual_length or (0, float("inf"))
    limit = float("inf") if field.max_length is None else field.max_length
    return (low / FAR_OFF, min(high * FAR_OFF, limit))


def too_long(value: str, field: Field, spot: Spot) -> Iterator[Finding]:
    """Text longer than usual or allowed, or of a length that no other post has.

    What is only usual is a hint, since the site shows longer text all the same.
    """
    if field.max_length is not None and len(value) > field.max_length:
        learnt = field.origin_of("max_length").kind == INFERRED
        word = "usual" if learnt else "allowed"
        message = f"{len(value)} characters; {field.max_length} are {word} at most."
        severity = Severity.HINT if learnt else guess(field, "max_length")
        yield spot.finding("too-long", severity, message)
        return
    least, most = lengths_beyond_doubt(field)
    if field.usual_length is not None and not least <= len(value) <= most:
        low, high = field.usual_length
        message = f"{len(value)} characters; nearly all posts have {low} to {high}."
        yield spot.finding("unusual-length", Severity.HINT, message)
