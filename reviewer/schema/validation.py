"""What is wrong with a post's fields, measured by its content type.

Fast enough to run at every keystroke. Findings name the field, or the item of
a list, and carry the operations that mend them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from reviewer.document.operations import Rename, SetValue
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.schema.kinds.base import Spot, guess, nothing_written
from reviewer.schema.kinds.registry import kind
from reviewer.schema.labels import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field

ALIKE_KEYS = 84
RARE_KEY = 0.02
_PLURAL = re.compile(r"(?<!serie)(?<![sui])s$", re.IGNORECASE)
"""``keywords``, not ``address``, ``status``, ``synopsis`` or ``series``."""
HABIT_LENGTH, HABIT_WORDS = 30, 3
"""Texts longer than this say something of their own post, however often they repeat."""


def validate(
    data: Any,
    content_type: ContentType,
    *,
    dialect: Dialect,
    written: Callable[[Path], str] = nothing_written,
) -> tuple[Finding, ...]:
    """All findings, in the order of the type's fields.

    ``written`` gives the raw text of the value at a path ("" where unknown).
    """
    if not isinstance(data, Mapping):
        return ()
    spot = Spot((), dialect, written)
    return tuple(_check_keys(data, content_type.fields, spot, content_type.count))


def _check_keys(
    data: Mapping[Any, Any], fields: tuple[Field, ...], spot: Spot, posts: int
) -> Iterator[Finding]:
    slips = _misspelt_keys(data, fields, posts)
    for field in fields:
        at = Spot((*spot.path, field.name), spot.dialect, spot.written)
        if field.name in data:
            yield from _check_value(data[field.name], field, at)
        elif field.required and field.name not in slips.values():
            message = f"{_named(field)} missing."
            yield at.finding("missing-field", field.required, message, *_usual_fix(field, at))
    for slip, meant in slips.items():
        at = Spot((*spot.path, slip), spot.dialect, spot.written)
        fix = Fix(f"Rename to {meant}", (Rename(at.path, meant),))
        message = f"Did you mean {quoted(meant)}? Hardly any post has {quoted(slip)}."
        yield at.finding("unknown-field", Severity.WARNING, message, fix)


def _named(field: Field) -> str:
    """The field as the subject of a sentence: "Title is", "Tags are"."""
    label = field.label or field.name
    several = field.kind in ("tags", "list", "object") and _PLURAL.search(label)
    return f"{label} {'are' if several else 'is'}"


def _usual_fix(field: Field, at: Spot) -> tuple[Fix, ...]:
    """Where all posts agree on one value, adding it is one click; prose is nobody else's."""
    if len(field.options) != 1 or field.options[0].count < 0.9 * field.count:
        return ()
    option = field.options[0]
    if field.open_options and not _is_habit(option.value, field):
        return ()
    return (Fix(f"Add {quoted(option.text)}", (SetValue(at.path, option.value),)),)


def _is_habit(value: Any, field: Field) -> bool:
    """Whether the value may stand in any post: a name, a number, a switch."""
    if not isinstance(value, str):
        return not isinstance(value, list | dict)
    brief = len(value) <= HABIT_LENGTH and len(value.split()) <= HABIT_WORDS
    return field.kind != "text" and brief and not value.endswith((".", "!", "?", "…"))


def _misspelt_keys(
    data: Mapping[Any, Any], fields: tuple[Field, ...], posts: int
) -> dict[str, str]:
    """Keys that hardly any post has, each with the absent usual key that it resembles."""
    rare = max(1, RARE_KEY * posts)
    absent = {field.name: field for field in fields if field.name not in data}
    usual = [name for name, field in absent.items() if field.count > 10 * rare]
    if not usual:
        return {}
    counts = {field.name: field.count for field in fields}
    found: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(key, str) and counts.get(key, 0) <= rare:
            match = process.extractOne(key, usual, scorer=fuzz.ratio, score_cutoff=ALIKE_KEYS)
            if match and _fits(value, absent[match[0]]):
                found[key] = match[0]
    return found


def _fits(value: Any, field: Field) -> bool:
    """Whether the value could stand under the other key: ``images`` may well be a list."""
    return any(kind(name).recognises(value) for name in field.accepts)


def _check_value(value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
    if value is None or value == "":
        yield from _check_empty(field, spot)
        return
    accepted = [kind(name) for name in field.accepts]
    fitting = next((each for each in accepted if each.recognises(value)), accepted[0])
    yield from fitting.check(value, field, spot)
    if isinstance(value, list) and field.item is not None:
        yield from _check_items(value, field.item, spot)
    elif isinstance(value, dict) and field.fields:
        yield from _check_keys(value, field.fields, spot, field.count)


def _check_empty(field: Field, spot: Spot) -> Iterator[Finding]:
    if field.filled and not field.nullable:
        message = f"{_named(field)} empty."
        yield spot.finding("empty-field", field.filled, message)


def _check_items(values: list[Any], item: Field, spot: Spot) -> Iterator[Finding]:
    for index, value in enumerate(values):
        at = Spot((*spot.path, index), spot.dialect, spot.written)
        if value is None or value == "":
            if item.nullable:
                continue
            yield at.finding("empty-item", guess(item), "This item is empty.")
        else:
            yield from _check_value(value, item, at)
