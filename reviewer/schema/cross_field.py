"""Rules over several fields of a post, and over several posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import FieldRef, holds, is_empty
from reviewer.schema.field import IN_FOLDER, Option
from reviewer.schema.kinds.base import Spot, guess
from reviewer.schema.kinds.choices import nearest
from reviewer.schema.labels import label, quoted
from reviewer.schema.patterns import TooSlow
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reviewer.schema.condition import Condition
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding, Fix
    from reviewer.schema.neighbours import Neighbours
    from reviewer.schema.rule import Rule

PREFIX = "rule:"
"""What the code of a declared rule begins with; its name follows."""


def check_rules(
    data: Mapping[Any, Any], content_type: ContentType, spot: Spot
) -> Iterator[Finding]:
    """The declared rules that the post breaks."""
    for rule in content_type.rules:
        try:
            if not holds(rule.when, data):
                continue
            broken = next((each for each in rule.then if not each.holds(data)), None)
        except TooSlow:
            continue
        if broken is not None:
            yield _broken(rule, broken, data, spot)


def _broken(rule: Rule, broken: Condition, data: Mapping[Any, Any], spot: Spot) -> Finding:
    name = rule.field or next(iter(broken.fields()), "")
    at = spot
    for key in (name,) if name in data else name.split("."):
        at = at.inside(key) if key else at
    message = rule.message or _said(rule, broken)
    return at.finding(f"{PREFIX}{rule.name}", rule.severity, message, *_mend(broken, name, at))


def _mend(broken: Condition, name: str, at: Spot) -> tuple[Fix, ...]:
    """One click where only one value will do."""
    only = broken.operator == "eq" and broken.field == name
    if not only or isinstance(broken.value, FieldRef):
        return ()
    return (at.set_fix(f"Use {show_scalar(broken.value)}", broken.value),)


def _said(rule: Rule, broken: Condition) -> str:
    demand = _in_words(broken)
    demand = f"{demand[:1].upper()}{demand[1:]}."
    if not rule.when:
        return demand
    return f"{demand} That is so where {' and '.join(_fact(each) for each in rule.when)}."


def _in_words(condition: Condition) -> str:
    if condition.parts:
        joint = {"any": " or ", "not": " nor "}.get(condition.operator, " and ")
        said = joint.join(_in_words(part) for part in condition.parts)
        return f"not: {said}" if condition.operator == "not" else said
    return f"{label(condition.field)} should {_SHOULD[condition.operator]}{_value(condition)}"


def _fact(condition: Condition) -> str:
    said = _in_words(condition)
    return f"{said[:1].lower()}{said[1:]}".replace(" should be", " is").replace(" should", "")


def _value(condition: Condition) -> str:
    value = condition.value
    if condition.operator in ("present", "absent"):
        return ""
    if isinstance(value, FieldRef):
        return f" {label(value.name)}"
    if isinstance(value, list | tuple):
        return f" {', '.join(show_scalar(each) for each in value)}"
    return f" {show_scalar(value)}" if value is not None else " empty"


_SHOULD = {
    "eq": "be",
    "neq": "not be",
    "in": "be one of",
    "notIn": "be none of",
    "contains": "contain",
    "notContains": "not contain",
    "startsWith": "begin with",
    "endsWith": "end with",
    "matches": "fit",
    "gt": "be more than",
    "gte": "be at least",
    "lt": "be less than",
    "lte": "be at most",
    "present": "be there",
    "absent": "be left out",
}


def check_neighbours(
    data: Mapping[Any, Any], fields: tuple[Field, ...], spot: Spot, neighbours: Neighbours
) -> Iterator[Finding]:
    """Values that other posts have though they may not, and references that lead nowhere."""
    for field in fields:
        value = data.get(field.name)
        if is_empty(value):
            continue
        if field.unique == IN_FOLDER:
            yield from _elsewhere(value, field, spot.inside(field.name), neighbours)
        yield from _references(value, field, spot.inside(field.name), neighbours)


def _elsewhere(value: Any, field: Field, spot: Spot, neighbours: Neighbours) -> Iterator[Finding]:
    others = neighbours.others_with(field.name, value)
    if others:
        more = f" and {len(others) - 1:,} more" if len(others) > 1 else ""
        shown = quoted(show_scalar(value)) if not isinstance(value, list | dict) else "This"
        message = f"{shown} stands in {others[0]}{more}, too; it should be in one post only."
        yield spot.finding("duplicate-value", guess(field, "unique"), message)


def _references(value: Any, field: Field, spot: Spot, neighbours: Neighbours) -> Iterator[Finding]:
    if isinstance(value, list):
        inner = field.item or field
        for index, each in enumerate(value):
            if not is_empty(each):
                yield from _references(each, inner, spot.inside(index), neighbours)
        return
    reference = field.reference
    if field.kind != "reference" or reference is None or isinstance(value, dict):
        return
    if not neighbours.exists(reference, value):
        known = [Option(each) for each in neighbours.values(reference)]
        meant = nearest(value, known)
        fixes = [spot.set_fix(f"Use {meant.text}", meant.value)] if meant else []
        where = reference.content_type or reference.folder or "the folder"
        message = f"There is no {quoted(show_scalar(value))} in {where}."
        yield spot.finding("lost-reference", guess(field, "reference"), message, *fixes)
