"""CloudCannon's inputs: the richest vocabulary of rules among the tools that are read."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import ALL, NOT, Condition
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.cloudcannon_structures import Setting, variants_of
from reviewer.schema.imports.node import Node
from reviewer.schema.imports.shapes import (
    Stated,
    chosen,
    demanded,
    made,
    pattern_of,
    read_day,
    read_options,
    several,
    tagged,
)

if TYPE_CHECKING:
    from reviewer.schema.field import Field, Option

_LOOK = "It is about how the other tool shows things."
_FILES = "Files are not measured, moved or renamed here."
KINDS = {
    **{"text": "string", "textarea": "text", "email": "email", "url": "url", "code": "text"},
    **{"checkbox": "bool", "switch": "bool", "color": "colour", "number": "float"},
    **{"range": "float", "html": "text", "markdown": "text", "date": "date"},
    **{"datetime": "datetime", "time": "time", "file": "file", "image": "image"},
    **{"document": "file", "disabled": "string", "object": "object", "array": "list"},
    **dict.fromkeys(("facebook", "twitter", "github", "instagram", "linkedin"), "string"),
    **dict.fromkeys(("pinterest", "youtube", "bluesky", "threads", "tiktok"), "string"),
}
_CHOICES = {"select": False, "choice": False, "multiselect": True, "multichoice": True}
_HIDDEN = re.compile(r"(!*)\s*([A-Za-z_][\w.-]*)")
_FLAGS = {
    **{"global": "g", "ignore_case": "i", "multiline": "m", "dot_all": "s", "unicode": "u"},
    "unicode_sets": "v",
}
_DAYS = {"start_from": ("earliest", read_day), "end_before": ("latest", read_day)}
_EMPTY = {"null": "null", "string": "text", "array": "list"}
_RULES: dict[str, tuple[str, Any]] = {
    **{
        f"{end}_{what}": (f"{end}_{what}", Attributes.count)
        for end in ("min", "max")
        for what in ("length", "words", "items")
    },
    "step": ("step", Attributes.number),
    "unique_on": ("unique_on", Attributes.text),
}
_MESSAGES = {
    "required_message": "required",
    **{
        f"{end}_{what}_message": f"{end}_{what}"
        for end in ("min", "max")
        for what in ("length", "words", "items")
    },
    **{"min_message": "minimum", "max_message": "maximum", "step_message": "step"},
    **{"start_from_message": "earliest", "end_before_message": "latest"},
    "unique_on_message": "unique_on",
    **{"min_graphemes_message": "min_length", "max_graphemes_message": "max_length"},
}
_OPTIONS = {
    **dict.fromkeys(("preview", "picker_preview", "view", "icon", "format", "alpha"), _LOOK),
    **dict.fromkeys(("show_count", "resizeable", "rows", "max_visible_selections"), _LOOK),
    **dict.fromkeys(("allowed_sources", "groups", "tabbed", "entries", "subtype"), _LOOK),
    **dict.fromkeys(("bold", "italic", "link", "blockquote", "code", "image", "table"), _LOOK),
    **dict.fromkeys(("tab_size", "theme", "syntax", "width", "height", "resize_style"), _LOOK),
    **dict.fromkeys(("max_file_size", "max_file_size_message"), _FILES),
    **dict.fromkeys(("accepts_mime_types", "accepts_mime_types_message", "sizes"), _FILES),
    **dict.fromkeys(("mime_type", "prevent_resize", "expand"), _FILES),
    "locale": "Characters count alike in all languages.",
    "timezone": "The zone of a time is told by the site's engine.",
    **dict.fromkeys(
        ("remove_empty_inputs", "remove_extra_inputs", "reorder_inputs", "hide_extra_inputs"),
        "Reviewer never takes keys out or moves them by itself.",
    ),
}


def read_inputs(setting: Setting) -> tuple[Field, ...]:
    """All inputs as fields; those of nested keys (``seo.title``) within their groups."""
    plain: dict[str, Field] = {}
    for name, node in setting.inputs.items():
        if setting.report.is_spent(node):
            break
        found = read_input(name, node, setting)
        if found is None:
            continue
        if re.search(r"[.\[*]", name):
            why = "An input for one place within others is not imported."
            setting.report.ignore(node, f"_inputs.{name}", why)
            continue
        plain[name] = found
    return tuple(plain.values())


def read_input(name: str, node: Node, setting: Setting) -> Field | None:
    """The field of one input; ``None`` where it says nothing of the field."""
    with Attributes(node, setting.report, f"_inputs.{name}") as each:
        stated = each.take(
            {"label": ("label", Attributes.text), "comment": ("help", Attributes.text)}
        )
        disabled = each.flag("disabled")
        stated |= {"read_only": disabled} if disabled is not None else {}
        stated |= _hidden(each)
        each.ignore({"context": _LOOK, "cascade": _LOOK, "parser": _LOOK})
        each.ignore({"instance_value": "No values are made up for new posts."})
        sort = each.text("type")
        options = each.group("options") or each.empty("options")
        with options:
            stated |= _kind(each, options, sort, setting, name)
            stated |= _rules(options, stated.get("kind", ""))
            options.ignore(_OPTIONS)
        if sort == "disabled":
            stated["read_only"] = True
    return made(name, node, stated) if stated else None


def _hidden(each: Attributes) -> Stated:
    """``hidden``: a switch, or the name of a field, with ``!`` where it must be set."""
    node = each.node("hidden")
    if node is None:
        return {}
    if isinstance(node.value, bool):
        return {"hidden": node.value}
    found = _HIDDEN.fullmatch(node.value.strip()) if isinstance(node.value, str) else None
    if found is None:
        each.refuse("hidden", "Only one field can decide here; it is always shown.")
        return {}
    is_set = Condition(
        operator=ALL, parts=(Condition(found[2], "present"), Condition(found[2], "neq", False))
    )
    shown_if_set = len(found[1]) % 2 == 1
    return {"when": (is_set if shown_if_set else Condition(operator=NOT, parts=(is_set,)),)}


def _kind(
    each: Attributes, options: Attributes, sort: str | None, setting: Setting, name: str
) -> Stated:
    if sort is None or sort == "auto":
        return {}
    if sort in _CHOICES:
        return _choice(each, options, setting, name, multiple=_CHOICES[sort])
    if sort not in KINDS:
        each.refuse("type", f"There is no type “{sort}”; any value is accepted.")
        return {"kind": "opaque"}
    stated: Stated = {"kind": KINDS[sort]}
    if sort in ("image", "file", "document"):
        stated |= _media(options, setting)
    if "structures" in options:
        stated |= variants_of(options, setting, stated["kind"], read_input)
    if stated["kind"] == "float":
        bounds = {"min": ("minimum", Attributes.number), "max": ("maximum", Attributes.number)}
        stated |= options.take(bounds)
    return stated


def _media(options: Attributes, setting: Setting) -> Stated:
    folder = setting.uploads
    paths = options.group("paths")
    if paths is not None:
        with paths:
            folder = paths.text("uploads") or folder
            for name in paths.names():
                paths.ignore({name: "Where things lie is told by the site's engine."})
    return {"folder": folder} if folder else {}


def _choice(
    each: Attributes, options: Attributes, setting: Setting, name: str, *, multiple: bool
) -> Stated:
    known = _values(options, setting, name)
    free = options.flag("allow_create")
    options.ignore({"allow_empty": "A value may be left out anyway."})
    if multiple and free:
        return tagged({}, known)
    stated = chosen(known)
    if free:
        stated["open_options"] = True
    if not known:
        options.refuse("values", "No values are to be had; any value is accepted.")
    return several(each.origin, stated) if multiple else stated


def _values(options: Attributes, setting: Setting, name: str) -> tuple[Option, ...]:
    """``values`` in place, or the name of those in ``_select_data``, or those of a like name.

    Without ``values``, ``colour`` and ``my_colours`` have those that are called ``colours``.
    """
    node = options.node("values")
    key = options.text("value_key") or "value"
    if node is None:
        tail = name.rpartition("_")[2]
        usual = (name, f"{name}s", tail, f"{tail}s")
        names = [known for known in usual if known in setting.data]
        setting.used.update(names[:1])
        node = setting.data[names[0]] if names else None
    elif isinstance(node.value, str):
        path = node.value.removeprefix("_select_data.")
        setting.used.add(path)
        node = setting.data.get(path) if node.value.startswith("_select_data.") else None
        if node is None:
            options.refuse("values", f"Values named “{path}” are not looked up.")
    if node is None:
        return ()
    if node.is_group:
        node = Node([_pair(name, each) for name, each in node.value.items()], node.line, node.file)
    holder = Node({"values": node}, node.line, node.file)
    keyed = "id" if _are_keyed_by(node, "id") and not _are_keyed_by(node, key) else key
    return read_options(Attributes(holder, setting.report, "values"), "values", keyed, "name")


def _pair(name: str, node: Node) -> Node:
    """A value from a group of them: the key is what is stored."""
    shown = node.value if node.is_scalar else name
    parts = {"value": Node(name, node.line, node.file), "name": Node(shown, node.line, node.file)}
    return Node(parts, node.line, node.file)


def _are_keyed_by(node: Node, key: str) -> bool:
    return node.is_list and any(each.is_group and key in each.value for each in node.value)


def _rules(options: Attributes, kind: str) -> Stated:
    found = options.take(_RULES)
    found |= demanded(options.flag("required"))
    for end in ("min", "max"):
        graphemes = options.count(f"{end}_graphemes")
        if graphemes is not None:
            found.setdefault(f"{end}_length", graphemes)
        if kind != "float":
            options.ignore({end: "It bounds numbers, and the input is none."})
    found |= options.take(
        {"start_from": ("earliest", read_day), "end_before": ("latest", read_day)}
    )
    if "latest" in found:
        is_time = isinstance(found["latest"], datetime)
        found["latest"] -= timedelta(seconds=1) if is_time else timedelta(days=1)
    found |= _pattern(options) | _empty(options)
    messages = {ours: options.text(name) for name, ours in _MESSAGES.items() if name in options}
    told = {ours: text for ours, text in messages.items() if text}
    return found | ({"messages": told} if told else {})


def _pattern(options: Attributes) -> Stated:
    source = options.text("pattern")
    message = options.text("pattern_message") or ""
    group = options.group("pattern_flags")
    flags = ""
    if group is not None:
        with group:
            flags = "".join(letter for name, letter in _FLAGS.items() if group.flag(name))
    if source is None:
        return {}
    pattern = pattern_of(options, "pattern", source, flags, message)
    return {"pattern": pattern} if pattern else {}


def _empty(options: Attributes) -> Stated:
    sort = options.text("empty_type")
    if sort is None:
        return {}
    if sort not in _EMPTY:
        options.skip("empty_type", f"An emptied field is not written as {sort}.")
        return {}
    return {"empty_as": _EMPTY[sort]}
