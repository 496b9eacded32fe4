"""Conditions on the values of a post: when a field is shown, when a rule applies.

One language for all sources: the operators of Front Matter CMS's ``when``,
those that cross-field rules need, and the usual three ways to join conditions.
A condition that compares what cannot be compared does not hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from reviewer.schema.dates import NotADate, read
from reviewer.schema.patterns import search

ALL, ANY, NOT = "all", "any", "not"
"""Operators that join the ``parts`` of a condition; ``not`` denies all of them."""


@dataclass(frozen=True, slots=True)
class FieldRef:
    """The value of another field, where a condition compares two of them."""

    name: str


@dataclass(frozen=True, slots=True)
class Condition:
    """``field`` (dots lead inwards) compared with ``value``, a plain one or a ``FieldRef``.

    ``operator`` is one of ``OPERATORS`` or joins ``parts``. Text is compared
    with regard to case unless ``case_sensitive`` says otherwise.
    """

    field: str = ""
    operator: str = "eq"
    value: Any = None
    case_sensitive: bool = True
    parts: tuple[Condition, ...] = ()

    def holds(self, data: Mapping[Any, Any]) -> bool:
        """Whether the post's data fulfil it."""
        if self.operator in (ALL, ANY):
            return _JOINED[self.operator](part.holds(data) for part in self.parts)
        if self.operator == NOT:
            return not any(part.holds(data) for part in self.parts)
        value = look_up(data, self.value.name) if isinstance(self.value, FieldRef) else self.value
        found = look_up(data, self.field)
        if not self.case_sensitive:
            found, value = _folded(found), _folded(value)
        return OPERATORS[self.operator](found, value)

    def fields(self) -> tuple[str, ...]:
        """All fields that it looks at, the one that it speaks of first."""
        inner = [name for part in self.parts for name in part.fields()]
        other = [self.value.name] if isinstance(self.value, FieldRef) else []
        return tuple(dict.fromkeys(([self.field] if self.field else []) + inner + other))


def holds(conditions: tuple[Condition, ...], data: Mapping[Any, Any]) -> bool:
    """Whether all conditions hold; none at all always do."""
    return all(condition.holds(data) for condition in conditions)


def look_up(data: Any, name: str) -> Any:
    """The value at a dotted name, ``None`` where there is none; a key with a dot wins."""
    if isinstance(data, Mapping) and name in data:
        return data[name]
    for key in name.split("."):
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return value.casefold()
    return [_folded(each) for each in value] if isinstance(value, list | tuple) else value


def _equal(found: Any, value: Any) -> bool:
    if isinstance(found, bool) is not isinstance(value, bool):
        return False
    return bool(found == value)


def _contains(found: Any, value: Any) -> bool:
    if isinstance(found, str):
        return isinstance(value, str) and value in found
    return isinstance(found, list) and any(_equal(each, value) for each in found)


def _one_of(found: Any, values: Any) -> bool:
    return isinstance(values, list | tuple) and any(_equal(found, each) for each in values)


def _starts(found: Any, value: Any) -> bool:
    return isinstance(found, str) and isinstance(value, str) and found.startswith(value)


def _ends(found: Any, value: Any) -> bool:
    return isinstance(found, str) and isinstance(value, str) and found.endswith(value)


def _matches(found: Any, value: Any) -> bool:
    return isinstance(found, str) and isinstance(value, str) and bool(search(value, found))


def is_empty(value: Any) -> bool:
    """Absent, null, empty text, an empty list or group."""
    return value is None or value == "" or value == [] or value == {}


def sign(left: Any, right: Any) -> int | None:
    """-1, 0 or 1 as ``left`` is less, equal or greater; ``None`` if they do not compare.

    Dates compare with dates, be they written as text; a day without time
    counts as its first moment, a time without zone as UTC.
    """
    for comparable in (_number, _moment):
        first, second = comparable(left), comparable(right)
        if first is not None and second is not None:
            return int(first > second) - int(first < second)
    return None


def _number(value: Any) -> Any:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = read(value)
        except NotADate:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime(value.year, value.month, value.day, tzinfo=UTC) if _is_day(value) else None


def _is_day(value: Any) -> bool:
    return isinstance(value, date)


def _compares(*signs: int) -> Callable[[Any, Any], bool]:
    return lambda found, value: sign(found, value) in signs


_JOINED: dict[str, Callable[[Any], bool]] = {ALL: all, ANY: any}
OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": _equal,
    "neq": lambda found, value: not _equal(found, value),
    "in": _one_of,
    "notIn": lambda found, value: not _one_of(found, value),
    "contains": _contains,
    "notContains": lambda found, value: not _contains(found, value),
    "startsWith": _starts,
    "endsWith": _ends,
    "matches": _matches,
    "gt": _compares(1),
    "gte": _compares(0, 1),
    "lt": _compares(-1),
    "lte": _compares(-1, 0),
    "present": lambda found, _value: not is_empty(found),
    "absent": lambda found, _value: is_empty(found),
}
"""What a found value and the condition's own are asked."""
