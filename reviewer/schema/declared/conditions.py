"""Conditions as ``reviewer.yml`` writes them.

``{sentiment_score: {gte: 7}}`` compares a field; a plain value must be equal,
a list names several, ``{field: start}`` stands for another field's value;
``any``, ``all`` and ``not`` join conditions. Several fields must all fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import ALL, ANY, NOT, OPERATORS, Condition, FieldRef
from reviewer.schema.declared.codecs import Codec, Wrong, did_you_mean
from reviewer.schema.labels import quoted
from reviewer.schema.patterns import problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.imports.node import Node

_SCALARS = {"type": ["string", "number", "boolean", "null"]}


def read(node: Node) -> tuple[Condition, ...]:
    """The conditions of a group; raises ``Wrong``."""
    if not node.is_group or not node.value:
        raise Wrong(
            node, "This should be a group of conditions.", "Write draft: true, or the like."
        )
    return tuple(each for key, value in node.value.items() for each in _read_one(key, value))


def _read_one(key: str, node: Node) -> tuple[Condition, ...]:
    if key in (ANY, ALL, NOT):
        items = node.value if node.is_list else [node]
        parts = [_joined(read(item)) for item in items]
        return (Condition(operator=key, parts=tuple(parts)),)
    if node.is_list:
        return (Condition(key, "in", tuple(_scalar(item) for item in node.value)),)
    if node.is_group:
        return tuple(_compared(key, name, value, node) for name, value in node.value.items())
    return (Condition(key, "eq", node.value),)


def _compared(field: str, operator: str, node: Node, owner: Node) -> Condition:
    if operator not in OPERATORS:
        remedy = did_you_mean(operator, list(OPERATORS)) or f"Known are {', '.join(OPERATORS)}."
        raise Wrong(owner, f"There is no comparison {quoted(operator)}.", remedy)
    if operator == "matches":
        wrong = problem(str(node.value))
        if wrong:
            raise Wrong(node, wrong)
    if node.is_list:
        return Condition(field, operator, tuple(_scalar(item) for item in node.value))
    if node.is_group:
        return Condition(field, operator, _reference(node))
    return Condition(field, operator, node.value)


def _reference(node: Node) -> FieldRef:
    name = node.value.get("field")
    if len(node.value) != 1 or name is None or not isinstance(name.value, str):
        raise Wrong(
            node, "This should be a value, or the name of a field.", "Write {field: start}."
        )
    return FieldRef(name.value)


def _scalar(node: Node) -> Any:
    if node.is_scalar:
        return node.value
    raise Wrong(node, "This should be a plain value.")


def _joined(conditions: tuple[Condition, ...]) -> Condition:
    return conditions[0] if len(conditions) == 1 else Condition(operator=ALL, parts=conditions)


def write(conditions: Sequence[Condition]) -> dict[str, Any]:
    """The group that reads as these conditions."""
    found: dict[str, Any] = {}
    for each in conditions:
        if each.parts:
            found[each.operator] = [write([part]) for part in each.parts]
            continue
        value = {"field": each.value.name} if isinstance(each.value, FieldRef) else each.value
        plain = list(value) if isinstance(value, tuple) else value
        if each.operator == "eq" and not isinstance(plain, dict):
            found[each.field] = plain
        else:
            found.setdefault(each.field, {})[each.operator] = plain
    return found


def _described() -> dict[str, Any]:
    value = {"anyOf": [_SCALARS, {"type": "array", "items": _SCALARS}, _FIELD]}
    compared = {
        "type": "object",
        "properties": dict.fromkeys(OPERATORS, value),
        "additionalProperties": False,
    }
    one = {"anyOf": [_SCALARS, {"type": "array", "items": _SCALARS}, compared]}
    nested = {"$ref": "#/$defs/conditions"}
    joined = {"anyOf": [nested, {"type": "array", "items": nested}]}
    return {
        "type": "object",
        "description": "Fields and what their values must be; all of them must fit.",
        "minProperties": 1,
        "properties": {ANY: joined, ALL: joined, NOT: joined},
        "additionalProperties": one,
    }


_FIELD = {
    "type": "object",
    "properties": {"field": {"type": "string"}},
    "required": ["field"],
    "additionalProperties": False,
}
DEFINITION = _described()
CONDITIONS = Codec(read, write, {"$ref": "#/$defs/conditions"})
