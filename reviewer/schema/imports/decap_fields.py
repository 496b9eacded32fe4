"""The fields and widgets of Decap CMS and Sveltia CMS.

Read as both tools do: a field is required unless it says otherwise, patterns
are not anchored, and in Decap a pattern puts the bounds of a number out of force.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import Condition
from reviewer.schema.field import Reference
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.moment_formats import of_moment
from reviewer.schema.imports.shapes import (
    ITEM_COUNTS,
    Stated,
    chosen,
    demanded,
    made,
    moment_kind,
    pattern_of,
    read_day,
    read_options,
    read_pattern,
    several,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.schema.field import Field

_LOOK = "It is about how the other tool shows things."
_MEDIA = "Pictures are taken from the folders of the site."
_ADDRESSES = "Addresses of images are looked up by the rules of the site's engine."
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


@dataclass(frozen=True, slots=True)
class Setting:
    """``tool`` is "decap" or "sveltia", ``media`` the folder of pictures, ``body`` a name."""

    tool: str = "decap"
    media: str = ""
    body: str = "body"


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


def _text(kind: str) -> Callable[[Attributes, Setting], Stated]:
    def read(each: Attributes, _setting: Setting) -> Stated:
        shape = each.text("type") or "text"
        found = each.take(
            {
                "minlength": ("min_length", Attributes.count),
                "maxlength": ("max_length", Attributes.count),
            }
        )
        each.ignore(dict.fromkeys(("prefix", "suffix", "before_input", "after_input"), _LOOK))
        if shape not in ("text", "url", "email"):
            each.refuse("type", f"“{shape}” is no type of text.")
        return {"kind": shape if shape in ("url", "email") else kind, **found}

    return read


_VALUE_TYPES: dict[str, Stated] = {
    "int": {"kind": "int"},
    "float": {"kind": "float"},
    "int/string": {"kind": "int", "format": "text"},
    "float/string": {"kind": "float", "format": "text"},
}
_NUMBER = {
    "min": ("minimum", Attributes.number),
    "max": ("maximum", Attributes.number),
    "step": ("step", Attributes.number),
}


def _number(each: Attributes, _setting: Setting) -> Stated:
    sort = each.text("value_type")
    found = each.take(_NUMBER)
    each.ignore({"before_input": _LOOK, "after_input": _LOOK})
    if sort is None:
        return {"kind": "int", "also": ("float",), **found}
    if sort not in _VALUE_TYPES:
        each.refuse(
            "value_type", f"“{sort}” is no type of number; numbers kept as text are accepted."
        )
        return {"kind": "float", "also": ("string",), **found}
    return {**_VALUE_TYPES[sort], **found}


def _boolean(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("before_input", "after_input"), _LOOK))
    return {"kind": "bool"}


_SVELTIA_MOMENTS = {"datetime-local": "datetime", "date": "date", "time": "time"}


def _moment(each: Attributes, _setting: Setting) -> Stated:
    kind = moment_kind(each, "date_format", "time_format")
    sort = each.text("type")
    if sort is not None:
        kind = _SVELTIA_MOMENTS.get(sort, kind)
        if sort not in _SVELTIA_MOMENTS:
            each.refuse("type", f"“{sort}” is no type of date.")
    stated: Stated = {"kind": kind}
    for name in ("date_format", "time_format"):
        if each.peek(name) is False:
            each.node(name)
        each_why = "The format in which the other tool shows a date; how it is stored is “format”."
        each.ignore({name: each_why})
    stated |= _stored(each) | _utc(each)
    return stated | each.take(
        {
            "min": ("earliest", read_day),
            "max": ("latest", read_day),
            "step": ("step", Attributes.number),
            "input_timezone": ("timezone", Attributes.text),
        }
    )


def _stored(each: Attributes) -> Stated:
    written = each.text("format")
    if written is None:
        return {}
    found = of_moment(written)
    if not found:
        each.refuse("format", "This format of dates has no counterpart; any date is accepted.")
    return {"format": found} if found else {}


def _utc(each: Attributes) -> Stated:
    in_utc = [each.flag(name) for name in ("picker_utc", "output_utc")]
    return {"timezone": "UTC"} if any(in_utc) else {}


def _date(each: Attributes, setting: Setting) -> Stated:
    """The widget ``date`` of old: a day without time unless a format of times is given."""
    found = _moment(each, setting)
    return found if found["kind"] == "time" else {**found, "kind": "date"}


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


def _media(kind: str) -> Callable[[Attributes, Setting], Stated]:
    def read(each: Attributes, setting: Setting) -> Stated:
        stated: Stated = {"kind": kind}
        folder = each.text("media_folder") or setting.media
        if folder:
            stated["folder"] = folder
        stated |= _accepted(each)
        each.ignore(
            {
                "choose_url": _RIGHTS,
                "public_folder": _ADDRESSES,
                "media_library": _MEDIA,
                "media_libraries": _MEDIA,
                "allow_multiple": "It is about the other tool's library of pictures.",
            }
        )
        if not each.flag("multiple"):
            each.ignore(
                dict.fromkeys(("min", "max"), "It counts only where several files are chosen.")
            )
            return stated
        return several(each.origin, {**stated, **each.take(ITEM_COUNTS)})

    return read


def _accepted(each: Attributes) -> Stated:
    parts = [part.strip() for text in each.texts("accept") for part in text.split(",")]
    endings = tuple(part.lstrip(".") for part in parts if part.startswith("."))
    if len(endings) < len(parts):
        each.skip("accept", "Only endings such as .pdf count here, no types such as image/*.")
        return {}
    return {"extensions": endings} if endings else {}


def _markdown(each: Attributes, setting: Setting) -> Stated:
    names = (
        "buttons",
        "editor_components",
        "modes",
        "minimal",
        "sanitize_preview",
        "linked_images",
    )
    each.ignore(dict.fromkeys(names, _LOOK))
    each.ignore({"media_folder": _MEDIA, "public_folder": _MEDIA, "media_library": _MEDIA})
    return {"kind": "body" if each.peek("name") == setting.body else "text"}


def _code(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("default_language", "allow_language_selection"), _LOOK))
    alone = each.flag("output_code_only")
    keys = each.group("keys")
    names = ["code", "lang"]
    if keys is not None:
        with keys:
            names = [keys.text(name) or name for name in names]
    if alone:
        return {"kind": "text"}
    parts = tuple(made(name, each.origin, {"kind": "text"}) for name in names)
    return {"kind": "object", "fields": parts}


def _colour(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("allowInput", "enableAlpha", "allow_input", "enable_alpha"), _LOOK))
    return {"kind": "colour"}


def _map(each: Attributes, _setting: Setting) -> Stated:
    why = "A place on the map is text in GeoJSON here."
    each.ignore(dict.fromkeys(("type", "decimals", "height", "center", "zoom"), why))
    return {"kind": "text"}


def _hidden(_each: Attributes, _setting: Setting) -> Stated:
    return {"kind": "hidden", "hidden": True}


def _computed(each: Attributes, _setting: Setting) -> Stated:
    each.ignore({"value": "Values are not worked out here; the one that is there is kept."})
    return {"kind": "opaque", "read_only": True}


def _pairs(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("key_label", "value_label"), _LOOK))
    _root(each)
    return {"kind": "object", **each.take(ITEM_COUNTS)}


def _unique(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("prefix", "use_b32_encoding"), "No identifiers are made here."))
    return {"kind": "string", "unique": "folder"}


WIDGETS: dict[str, Callable[[Any, Setting], Stated]] = {
    "string": _text("string"),
    "text": _text("text"),
    "number": _number,
    "boolean": _boolean,
    "datetime": _moment,
    "date": _date,
    "select": _select,
    "relation": _relation,
    "list": _list,
    "object": _object,
    "image": _media("image"),
    "file": _media("file"),
    "markdown": _markdown,
    "richtext": _markdown,
    "code": _code,
    "color": _colour,
    "map": _map,
    "hidden": _hidden,
    "compute": _computed,
    "keyvalue": _pairs,
    "uuid": _unique,
}
