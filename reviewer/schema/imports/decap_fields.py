"""The fields and widgets of Decap CMS and Sveltia CMS.

Read as both tools do: a field is required unless it says otherwise, patterns
are not anchored, and in Decap a pattern puts the bounds of a number out of force.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.condition import Condition
from reviewer.schema.field import Reference
from reviewer.schema.imports import decap_widgets
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.shapes import (
    ITEM_COUNTS,
    Stated,
    chosen,
    demanded,
    made,
    pattern_of,
    read_options,
    read_pattern,
    several,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.schema.field import Field
    from reviewer.schema.imports.decap_widgets import Setting

_LOOK = "It is about how the other tool shows things."
_RIGHTS = "It is about what the other tool lets people do."
_OLD_NAMES = {
    **{"dateFormat": "date_format", "timeFormat": "time_format", "pickerUtc": "picker_utc"},
    **{"editorComponents": "editor_components", "valueType": "value_type", "typeKey": "type_key"},
    **{"valueField": "value_field", "searchFields": "search_fields"},
    **{"displayFields": "display_fields", "optionsLength": "options_length"},
    "labelSingular": "label_singular",
}
"""How Netlify CMS wrote attributes before version 2.10; Decap still reads them."""
_COMMON = {
    "i18n": "Languages are not told apart; each post is read as it stands.",
    "preview": _LOOK,
    "tagname": _LOOK,
    "editor": _LOOK,
}


class _Widget(Attributes):
    """The attributes of a field, under their present names."""

    def __init__(self, source: Attributes) -> None:
        super().__init__(source.origin, source.report, source.at)
        for old, new in _OLD_NAMES.items():
            if old in self._nodes and new not in self._nodes:
                self._nodes = {new if key == old else key: n for key, n in self._nodes.items()}
                self._left = (self._left - {old}) | {new}


def read_fields(owner: Attributes, name: str, setting: Setting) -> tuple[Field, ...]:
    """The fields that the list ``name`` of ``owner`` holds."""
    return tuple(_field(each, setting) for each in owner.groups(name))


def _field(source: Attributes, setting: Setting) -> Field:
    with _Widget(source) as each:
        name = each.text("name")
        if name is None:
            each.refuse("name", "A field needs a name.")
        stated = _common(each, setting)
        widget = each.text("widget") or "string"
        read = WIDGETS.get(widget)
        if read is None:
            each.refuse("widget", f"“{widget}” is a widget of its own; any value is accepted.")
            stated |= {"kind": "opaque"}
        else:
            stated |= read(each, setting)
        stated = _with_pattern(each, stated, setting)
        each.ignore(_COMMON)
        return made(name or "", each.origin, stated)


def _common(each: Attributes, setting: Setting) -> Stated:
    found = each.take({"label": ("label", Attributes.text), "hint": ("help", Attributes.text)})
    comment = each.text("comment")
    if comment is not None:
        found.setdefault("help", comment)
    found |= each.take({"readonly": ("read_only", Attributes.flag)})
    if "default" in each:
        found["default"] = each.plain("default")
    found |= demanded(_required(each))
    condition = _condition(each)
    return found | ({"when": condition} if condition else {})


def _required(each: Attributes) -> bool:
    node = each.node("required")
    if node is not None and node.is_list:
        each.skip("required", "Languages are not told apart; the field is required in all.")
        return True
    return each.flag("required") is not False


_OPERATORS = {
    **{"==": "eq", "!=": "neq", ">": "gt", ">=": "gte", "<": "lt", "<=": "lte"},
    **{"oneOf": "in", "includes": "contains"},
}


def _condition(each: Attributes) -> tuple[Condition, ...]:
    """``condition``, one or a list: field, operator, value or pattern."""
    node = each.node("condition")
    if node is None:
        return ()
    nodes = node.value if node.is_list else [node]
    found: list[Condition] = []
    for one in nodes:
        with Attributes(one, each.report, each.named("condition")) as part:
            condition = _one_condition(part)
            found += [condition] if condition else []
    return tuple(found)


def _one_condition(part: Attributes) -> Condition | None:
    name = part.text("field")
    operator = part.text("operator") or "=="
    value = part.plain("value")
    source = part.text("pattern")
    if name is None:
        part.refuse("field", "A condition needs a field.")
        return None
    if source is not None:
        pattern = pattern_of(part, "pattern", source, "")
        return Condition(name, "matches", pattern.text) if pattern else None
    if operator not in _OPERATORS:
        part.refuse("operator", f"“{operator}” is no operator; the field is always shown.")
        return None
    if isinstance(value, list) and operator in ("==", "!="):
        return Condition(name, "in" if operator == "==" else "notIn", tuple(value))
    return Condition(name, _OPERATORS[operator], tuple(value) if isinstance(value, list) else value)


def _with_pattern(each: Attributes, stated: Stated, setting: Setting) -> Stated:
    """With its pattern; one for a list as a whole has no counterpart."""
    if "pattern" not in each:
        return stated
    if stated.get("kind") in ("list", "tags", "object", "variant"):
        each.skip("pattern", "A pattern for a whole list is not checked.")
        return stated
    pattern = read_pattern(each, "pattern")
    if pattern is None:
        return stated
    if setting.tool == "decap" and each.peek("widget") == "number":
        for name, bound in (("min", "minimum"), ("max", "maximum")):
            stated.pop(bound, None)
            each.skip(name, "Decap does not check bounds of a number that has a pattern.")
    return {**stated, "pattern": pattern}


def _select(each: Attributes, _setting: Setting) -> Stated:
    options = read_options(each, "options")
    if not options:
        each.refuse("options", "A choice needs options; any value is accepted.")
    each.ignore({"dropdown_threshold": _LOOK})
    stated = chosen(options)
    if not each.flag("multiple"):
        each.ignore(
            dict.fromkeys(("min", "max"), "It counts only where several values are chosen.")
        )
        return stated
    return several(each.origin, {**stated, **each.take(ITEM_COUNTS)})


def _relation(each: Attributes, _setting: Setting) -> Stated:
    target = each.text("collection") or ""
    file = each.text("file")
    value = (each.text("value_field") or "slug").strip("{} ")
    shown = each.texts("display_fields") or each.texts("search_fields")
    each.ignore(
        {
            "search_fields": _LOOK,
            "options_length": _LOOK,
            "dropdown_threshold": _LOOK,
            "filters": "All posts of the collection are accepted.",
        }
    )
    label = shown[0].strip("{} ") if shown else "title"
    reference = Reference(target if file is None else file, value=value, label=label)
    stated: Stated = {"kind": "reference", "reference": reference}
    if not each.flag("multiple"):
        each.ignore(
            dict.fromkeys(("min", "max"), "It counts only where several values are chosen.")
        )
        return stated
    return several(each.origin, {**stated, **each.take(ITEM_COUNTS)})


_LIST_LOOK = {
    **dict.fromkeys(("collapsed", "minimize_collapsed", "summary", "label_singular"), _LOOK),
    **dict.fromkeys(("add_to_top", "thumbnail"), _LOOK),
    **dict.fromkeys(("allow_add", "allow_remove", "allow_reorder", "allow_duplicate"), _RIGHTS),
}


def _list(each: Attributes, setting: Setting) -> Stated:
    counts = each.take(ITEM_COUNTS)
    each.ignore(_LIST_LOOK)
    _root(each)
    if "types" in each:
        return several(each.origin, {**_variants(each, setting), **counts})
    if "fields" in each:
        fields = read_fields(each, "fields", setting)
        return several(each.origin, {"kind": "object", "fields": fields, **counts})
    single = each.group("field")
    if single is None:
        return several(each.origin, {"kind": "string", **counts})
    return {"kind": "list", "item": _field(single, setting), **counts}


def _root(each: Attributes) -> None:
    if each.flag("root"):
        each.refuse("root", "The file is this list as a whole; files without keys are not posts.")


def _variants(each: Attributes, setting: Setting) -> Stated:
    key = each.text("type_key") or "type"
    types = read_fields(each, "types", setting)
    return {"kind": "variant", "variants": types, "variant_key": key}


def _object(each: Attributes, setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("collapsed", "summary"), _LOOK))
    if "types" in each:
        return _variants(each, setting)
    return {"kind": "object", "fields": read_fields(each, "fields", setting)}


def _pairs(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("key_label", "value_label"), _LOOK))
    _root(each)
    return {"kind": "object", **each.take(ITEM_COUNTS)}


WIDGETS: dict[str, Callable[[Attributes, Setting], Stated]] = {
    **decap_widgets.WIDGETS,
    "select": _select,
    "relation": _relation,
    "list": _list,
    "object": _object,
    "keyvalue": _pairs,
}
