"""CloudCannon's structures: what the items of an array, or an object, may look like.

A structure shows an example value; its keys are the fields, of the kinds that
inputs of their names say or that the example has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.shapes import Stated, made, several

if TYPE_CHECKING:
    from reviewer.schema.field import Field
    from reviewer.schema.imports.node import Node
    from reviewer.schema.imports.report import Report

_LOOK = "It is about how the other tool shows things."
_NEVER = "Reviewer never takes keys out or moves them by itself."
_STRUCTURE = {
    **dict.fromkeys(("style", "comment", "preview", "picker_preview", "groups"), _LOOK),
    **dict.fromkeys(("remove_empty_inputs", "remove_extra_inputs", "reorder_inputs"), _NEVER),
    "hide_extra_inputs": _NEVER,
}
_VALUE = {
    **dict.fromkeys(("icon", "image", "tags", "preview", "picker_preview", "default"), _LOOK),
    **dict.fromkeys(("groups", "tabbed", "_enabled_editors", "subtext", "description"), _LOOK),
    **dict.fromkeys(("_array_structures", "_editables", "_snippets"), _LOOK),
    **_STRUCTURE,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What inputs may refer to: other inputs, structures and named values.

    ``used`` gathers the names of structures and values that inputs refer to,
    ``trail`` are the structures that are being read: they may hold themselves.
    """

    report: Report
    inputs: Mapping[str, Node] = field(default_factory=dict)
    structures: Mapping[str, Node] = field(default_factory=dict)
    data: Mapping[str, Node] = field(default_factory=dict)
    uploads: str = ""
    trail: tuple[int, ...] = ()
    used: set[str] = field(default_factory=set)


Reader = Callable[[str, "Node", Setting], "Field | None"]
"""Reads one input into a field."""


@dataclass(frozen=True, slots=True)
class _Variant:
    """One shape that a value may have; ``example`` are its plain texts by key."""

    name: str
    field: Field
    example: Mapping[str, str]


def variants_of(options: Attributes, setting: Setting, kind: str, read: Reader) -> Stated:
    """The structures of an array's items, or of an object."""
    node = options.node("structures")
    if node is not None and isinstance(node.value, str):
        name = node.value.removeprefix("_structures.")
        setting.used.add(name)
        node = setting.structures.get(name)
    if node is None:
        options.refuse("structures", "There are no such structures.")
        return {}
    if id(node.value) in setting.trail or setting.report.is_spent(node):
        return {}
    with Attributes(node, setting.report, options.named("structures")) as structure:
        key = structure.text("id_key") or ""
        inner = replace(setting, trail=(*setting.trail, id(node.value)))
        found = [_variant(each, inner, key, read) for each in structure.groups("values")]
        structure.ignore(_STRUCTURE)
        stated = _told_apart(structure, found, key)
    return several(node, stated) if kind == "list" else stated


def _told_apart(structure: Attributes, found: list[_Variant], key: str) -> Stated:
    if len(found) == 1:
        return {"kind": "object", "fields": found[0].field.fields}
    key = key or _distinct_key(found)
    if not found or not key:
        structure.skip("values", "They are told apart by their keys, which is not checked.")
        return {"kind": "object"}
    named = (replace(each.field, name=each.example.get(key, each.name)) for each in found)
    return {"kind": "variant", "variants": tuple(named), "variant_key": key}


def _distinct_key(found: list[_Variant]) -> str:
    """A key that each example has, with a text of its own."""
    for key in found[0].example if found else ():
        values = {each.example.get(key, "") for each in found}
        if len(values) == len(found) and "" not in values:
            return key
    return ""


def _variant(each: Attributes, setting: Setting, key: str, read: Reader) -> _Variant:
    with each:
        own = each.node("_inputs")
        inputs = own.value if own is not None and own.is_group else {}
        setting = replace(setting, inputs={**setting.inputs, **inputs})
        value = each.node("value")
        keys = value.value if value is not None and value.is_group else {}
        fields = tuple(_field(name, node, setting, read) for name, node in keys.items())
        each.unused("_inputs", set(keys))
        name = each.text("id") or each.text("label") or key
        label = each.take({"label": ("label", Attributes.text)})
        each.ignore(_VALUE)
    example = {name: node.value for name, node in keys.items() if isinstance(node.value, str)}
    stated: Stated = {"kind": "object", "fields": fields, **label}
    return _Variant(name, made(name, each.origin, stated), {k: v for k, v in example.items() if v})


def _field(name: str, example: Node, setting: Setting, read: Reader) -> Field:
    node = setting.inputs.get(name)
    found = None if node is None else read(name, node, setting)
    if found is not None and "kind" in found.origins:
        return found
    kind = _kind_of(example)
    if found is None:
        return made(name, example, {"kind": kind})
    stated = {attribute: getattr(found, attribute) for attribute in found.origins}
    return made(name, example, {**stated, "kind": kind})


def _kind_of(example: Node) -> str:
    """The kind of an example's value; nothing is known of one that is empty."""
    if example.is_list or example.is_group:
        return "list" if example.is_list else "object"
    kinds = {bool: "bool", int: "float", float: "float", date: "date", datetime: "datetime"}
    found = kinds.get(type(example.value))
    return found or ("string" if isinstance(example.value, str) and example.value else "opaque")
