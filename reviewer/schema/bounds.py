"""Limits that any kind of value may have: characters, words, items, dates, patterns.

What a kind itself forbids is checked there; these rules come on top, mostly
from configurations, and speak in the configuration's own words where it has any.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import sign
from reviewer.schema.field import IN_LIST
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.base import guess
from reviewer.schema.labels import quoted
from reviewer.schema.origin import INFERRED
from reviewer.schema.patterns import TooSlow
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

NEARLY = 1e-9
"""The part of a step that decimals may be off."""


def check(value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
    """What breaks a limit; a value of another type than a limit speaks of breaks none."""
    if isinstance(value, str):
        yield from _text(value, field, spot)
    elif isinstance(value, list):
        yield from _items(value, field, spot)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield from _step(value, field, spot)
    if field.earliest is not None or field.latest is not None:
        yield from _dates(value, field, spot)


def is_bounded(field: Field) -> bool:
    """Whether the field has any limit of these."""
    limits = (
        *(field.min_length, field.min_words, field.max_words, field.min_items, field.max_items),
        *(field.earliest, field.latest, field.pattern, field.step),
    )
    return bool(field.unique == IN_LIST or field.unique_on or field.extensions) or any(
        limit is not None for limit in limits
    )


def _told(
    field: Field,
    attribute: str,
    code: str,
    message: str,
    spot: Spot,
    severity: Severity | None = None,
) -> Finding:
    """A finding in the configuration's own words, where it has some."""
    words = field.messages.get(attribute, message)
    return spot.finding(code, severity or guess(field, attribute), words)


def _text(value: str, field: Field, spot: Spot) -> Iterator[Finding]:
    if field.min_length is not None and len(value) < field.min_length:
        learnt = field.origin_of("min_length").kind == INFERRED
        word, severity = ("usual", Severity.HINT) if learnt else ("needed", None)
        message = f"{_number(len(value), 'character')}; {field.min_length} are {word} at least."
        yield _told(field, "min_length", "too-short", message, spot, severity)
    if field.min_words is not None or field.max_words is not None:
        yield from _words(len(value.split()), field, spot)
    if field.pattern is not None:
        yield from _pattern(value, field, spot)
    if field.extensions and not value.lower().split("?")[0].endswith(_endings(field)):
        message = f"This should end with {' or '.join(field.extensions)}."
        yield _told(field, "extensions", "wrong-extension", message, spot)


def _endings(field: Field) -> tuple[str, ...]:
    return tuple(f".{each.lstrip('.').lower()}" for each in field.extensions)


def _words(number: int, field: Field, spot: Spot) -> Iterator[Finding]:
    if field.min_words is not None and number < field.min_words:
        message = f"{_number(number, 'word')}; {field.min_words} are needed at least."
        yield _told(field, "min_words", "too-few-words", message, spot)
    elif field.max_words is not None and number > field.max_words:
        message = f"{_number(number, 'word')}; {field.max_words} are allowed at most."
        yield _told(field, "max_words", "too-many-words", message, spot)


def _pattern(value: str, field: Field, spot: Spot) -> Iterator[Finding]:
    pattern = field.pattern
    if pattern is None:
        return
    try:
        fits = pattern.fits(value)
    except TooSlow:
        message = "This could not be checked: the pattern takes too long for it."
        yield spot.finding("slow-pattern", Severity.HINT, message)
        return
    if not fits:
        message = pattern.message or f"This does not fit the pattern {quoted(pattern.text)}."
        yield _told(field, "pattern", "pattern", message, spot)


def _items(values: list[Any], field: Field, spot: Spot) -> Iterator[Finding]:
    if field.min_items is not None and len(values) < field.min_items:
        message = f"{_number(len(values), 'item')}; {field.min_items} are needed at least."
        yield _told(field, "min_items", "too-few-items", message, spot)
    elif field.max_items is not None and len(values) > field.max_items:
        message = f"{_number(len(values), 'item')}; {field.max_items} are allowed at most."
        yield _told(field, "max_items", "too-many-items", message, spot)
    if field.unique == IN_LIST or field.unique_on:
        yield from _twice(values, field, spot)


def _twice(values: list[Any], field: Field, spot: Spot) -> Iterator[Finding]:
    seen: dict[tuple[str, str], int] = {}
    for index, value in enumerate(values):
        inner = value.get(field.unique_on) if field.unique_on and isinstance(value, dict) else value
        if inner is None or (field.unique_on and not isinstance(value, dict)):
            continue
        first = seen.setdefault((type(inner).__name__, repr(inner)), index)
        if first != index:
            shown = quoted(show_scalar(inner)) if not isinstance(inner, list | dict) else "This"
            message = f"{shown} stands in the list twice, as items {first + 1} and {index + 1}."
            at = spot.inside(index)
            yield _told(field, "unique", "duplicate-item", message, at)


def _step(value: float, field: Field, spot: Spot) -> Iterator[Finding]:
    if not field.step or value != value or abs(value) == float("inf"):
        return
    steps = (value - (field.minimum or 0)) / field.step
    if abs(steps - round(steps)) > NEARLY * max(1.0, abs(steps)):
        message = f"{show_scalar(value)} is no multiple of {field.step:g}."
        yield _told(field, "step", "wrong-step", message, spot)


def _dates(value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
    day = _day(value)
    if day is None:
        return
    if field.earliest is not None and sign(_like(day, field.earliest), field.earliest) == -1:
        message = f"This is before {field.earliest}, the first date allowed."
        yield _told(field, "earliest", "too-early", message, spot)
    elif field.latest is not None and sign(_like(day, field.latest), field.latest) == 1:
        message = f"This is after {field.latest}, the last date allowed."
        yield _told(field, "latest", "too-late", message, spot)


def _day(value: Any) -> Any:
    """The value, if it can be compared with dates."""
    return value if sign(value, date(2000, 1, 1)) is not None else None


def _like(value: Any, limit: date) -> Any:
    """A time on the last day that is allowed is still allowed."""
    if isinstance(value, datetime) and not isinstance(limit, datetime):
        return value.date()
    return value


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
