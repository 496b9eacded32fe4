"""What is wrong with a post's fields, measured by its content type.

Fast enough to run at every keystroke. Findings name the field, or the item of
a list, and carry the operations that mend them.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import Rename, SetValue
from reviewer.schema import bounds
from reviewer.schema.condition import holds
from reviewer.schema.cross_field import check_neighbours, check_rules
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.schema.kinds.base import Spot, guess, nothing_written
from reviewer.schema.kinds.registry import kind
from reviewer.schema.labels import quoted
from reviewer.schema.misspelt import misspelt_keys
from reviewer.schema.origin import INFERRED
from reviewer.schema.patterns import TooSlow
from reviewer.schema.plans import Plan, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.neighbours import Neighbours

_PLURAL = re.compile(r"(?<!serie)(?<![sui])s$", re.IGNORECASE)
"""``keywords``, not ``address``, ``status``, ``synopsis`` or ``series``."""
HABIT_LENGTH, HABIT_WORDS = 30, 3
"""Texts longer than this say something of their own post, however often they repeat."""
_ABSENT = object()


def validate(
    data: Any,
    content_type: ContentType,
    *,
    dialect: Dialect,
    written: Callable[[Path], str] = nothing_written,
    neighbours: Neighbours | None = None,
) -> tuple[Finding, ...]:
    """All findings, in the order of the type's fields.

    ``written`` gives the raw text of the value at a path ("" where unknown);
    without ``neighbours`` nothing is said of other posts.
    """
    if not isinstance(data, Mapping):
        return ()
    spot = Spot((), dialect, written)
    plan = plan_of(content_type, dialect)
    found = list(_check_keys(data, plan, spot, data))
    if content_type.rules:
        found += check_rules(data, content_type, spot)
    if neighbours is not None and plan.asking:
        found += check_neighbours(data, plan.asking, spot, neighbours)
    return tuple(found)


def _check_keys(
    data: Mapping[Any, Any], plan: Plan, spot: Spot, whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    slips: dict[str, str] = {}
    unknown = data.keys() - plan.frequent
    if unknown and not plan.usual <= data.keys():
        slips = misspelt_keys(data, plan.fields, plan.posts)
    for row in plan.rows:
        value = data.get(row.name, _ABSENT)
        if value is _ABSENT:
            if row.required and row.name not in slips.values():
                yield from _missing(row.field, spot, data, whole)
        elif value is None or value == "":
            if row.filled:
                yield from _empty(row.field, spot.inside(row.name), data, whole)
        elif not row.fine(value) and _counts(row.field, data, whole):
            yield from _check_value(value, row.field, spot.inside(row.name), whole)
    yield from _told_slips(slips, spot)
    if plan.closed and unknown:
        yield from _too_many(data, plan, slips, spot)


def _counts(field: Field, data: Mapping[Any, Any], whole: Mapping[Any, Any]) -> bool:
    """Whether the conditions of a field hold, in its own group or in the post."""
    if not field.when:
        return True
    try:
        return holds(field.when, ChainMap(dict(data), dict(whole)))
    except TooSlow:
        return False


def _missing(
    field: Field, spot: Spot, data: Mapping[Any, Any], whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    if field.required and _counts(field, data, whole):
        at = spot.inside(field.name)
        message = field.messages.get("required") or f"{_named(field)} missing."
        yield at.finding("missing-field", field.required, message, *_usual_fix(field, at))


def _empty(
    field: Field, spot: Spot, data: Mapping[Any, Any], whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    if field.filled and _counts(field, data, whole):
        message = field.messages.get("filled") or f"{_named(field)} empty."
        yield spot.finding("empty-field", field.filled, message)


def _told_slips(slips: dict[str, str], spot: Spot) -> Iterator[Finding]:
    for slip, meant in slips.items():
        at = spot.inside(slip)
        fix = Fix(f"Rename to {meant}", (Rename(at.path, meant),))
        message = f"Did you mean {quoted(meant)}? Hardly any post has {quoted(slip)}."
        yield at.finding("unknown-field", Severity.WARNING, message, fix)


def _too_many(
    data: Mapping[Any, Any], plan: Plan, slips: dict[str, str], spot: Spot
) -> Iterator[Finding]:
    for key in data:
        if key not in plan.names and key not in slips:
            message = f"{quoted(str(key))} is none of the fields that are declared here."
            yield spot.inside(key).finding("unknown-field", Severity.WARNING, message)


def _named(field: Field) -> str:
    """The field as the subject of a sentence: "Title is", "Tags are"."""
    label = field.label or field.name
    several = field.kind in ("tags", "list", "object") and _PLURAL.search(label)
    return f"{label} {'are' if several else 'is'}"


def _usual_fix(field: Field, at: Spot) -> tuple[Fix, ...]:
    """Where all posts agree on one value, adding it is one click; prose is nobody else's."""
    if field.default is not None and not isinstance(field.default, list | dict):
        return (Fix(f"Add {quoted(str(field.default))}", (SetValue(at.path, field.default),)),)
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


def _check_value(
    value: Any, field: Field, spot: Spot, whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    accepted = [kind(name) for name in field.accepts]
    fitting = next((each for each in accepted if each.recognises(value)), accepted[0])
    yield from fitting.check(value, field, spot)
    if bounds.is_bounded(field):
        yield from bounds.check(value, field, spot)
    if isinstance(value, list) and field.item is not None:
        yield from _check_items(value, field.item, spot, whole)
    elif isinstance(value, dict) and field.variants:
        yield from _check_variant(value, field, spot, whole)
    elif isinstance(value, dict) and field.fields:
        yield from _check_group(value, field, spot, whole)


def _check_group(
    value: dict[Any, Any], field: Field, spot: Spot, whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    """A group within a post; one that has nothing usual in it serves another purpose."""
    plan = plan_of(field, spot.dialect)
    is_other = bool(value and plan.usual) and plan.usual.isdisjoint(value)
    for each in _check_keys(value, plan, spot, whole):
        learnt = field.child(each.path[-1]) if is_other and each.source == "missing-field" else None
        if learnt is None or learnt.origin_of("required").kind != INFERRED:
            yield each


def _check_variant(
    value: dict[Any, Any], field: Field, spot: Spot, whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    name = value.get(field.variant_key)
    variant = next((each for each in field.variants if each.name == name), None)
    if variant is not None:
        yield from _check_keys(value, plan_of(variant, spot.dialect), spot, whole)
        return
    known = ", ".join(each.name for each in field.variants)
    found = "missing" if name is None else f"{quoted(str(name))}"
    message = f"{field.variant_key} is {found}; it should be one of {known}."
    at = spot.inside(field.variant_key) if field.variant_key in value else spot
    yield at.finding("unknown-variant", guess(field, "variants"), message)


def _check_items(
    values: list[Any], item: Field, spot: Spot, whole: Mapping[Any, Any]
) -> Iterator[Finding]:
    for index, value in enumerate(values):
        at = spot.inside(index)
        if value is None or value == "":
            if item.nullable:
                continue
            yield at.finding("empty-item", guess(item), "This item is empty.")
        else:
            yield from _check_value(value, item, at, whole)
