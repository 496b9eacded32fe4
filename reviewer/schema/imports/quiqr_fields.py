"""The fields of Quiqr's models: those with data, those that hold others, and mere look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.shapes import Stated, chosen, made, read_options, several, tagged

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.schema.field import Field

_LOOK = "It is about how the other tool shows things."
_COMMON = {
    **dict.fromkeys(("arrayTitle", "disabled", "size", "lines", "amount", "content"), _LOOK),
    **dict.fromkeys(("theme", "hideIndex", "dontTranslate", "txtInsertButtons"), _LOOK),
}
_SHOWS_ONLY = frozenset({"info", "empty-line", "bundle-image-thumbnail"})
_BOUNDS = {
    "min": ("minimum", Attributes.number),
    "max": ("maximum", Attributes.number),
    "step": ("step", Attributes.number),
}
BODY = "mainContent"
"""The key under which Quiqr keeps the text after the front matter."""


def read_fields(owner: Attributes, name: str) -> tuple[Field, ...]:
    """The fields that the list ``name`` of ``owner`` holds."""
    return tuple(field for each in owner.groups(name) for field in _field(each))


def _field(each: Attributes) -> tuple[Field, ...]:
    """One field; several for a section that does not group its data, none for mere look."""
    with each:
        key, sort = each.text("key"), each.text("type") or ""
        stated = each.take(
            {
                "title": ("label", Attributes.text),
                "tip": ("help", Attributes.text),
                "hidden": ("hidden", Attributes.flag),
            }
        )
        if "default" in each:
            stated["default"] = each.plain("default")
        each.ignore(_COMMON)
        if sort in _SHOWS_ONLY:
            each.report.ignore(each.origin, each.at, f"A field of type {sort} holds no value.")
            return ()
        if key is None:
            each.refuse("key", "A field needs a key.")
        if sort in ("nest", "section") and each.flag("groupdata") is False:
            return read_fields(each, "fields")
        if sort == "pull":
            key = each.text("group") or key
        read = TYPES.get(sort)
        if read is None:
            each.refuse("type", f"There is no type “{sort}”; any value is accepted.")
        stated |= read(each) if read else {"kind": "opaque"}
        return (made(key or "", each.origin, stated),)


def _string(each: Attributes) -> Stated:
    return {"kind": "text" if each.flag("multiLine") else "string"}


def _markdown(each: Attributes) -> Stated:
    return {"kind": "body" if each.peek("key") == BODY else "text"}


def _number(each: Attributes) -> Stated:
    return {"kind": "float", **each.take(_BOUNDS)}


def _date(each: Attributes) -> Stated:
    why = "It tells how the other tool shows a date, not how it is stored."
    each.ignore({"dateFormat": why})
    return {"kind": "date", "also": ("datetime",)}


def _select(each: Attributes) -> Stated:
    options = read_options(each, "options", "value", "text")
    names = ("option_image_path", "option_image_width", "option_image_extension", "autoSave")
    each.ignore(dict.fromkeys(names, _LOOK))
    if not options:
        each.refuse("options", "A choice needs options; any value is accepted.")
    return several(each.origin, chosen(options)) if each.flag("multiple") else chosen(options)


def _queried(each: Attributes) -> Stated:
    why = "Values are not looked up in files; any text is accepted."
    each.ignore(dict.fromkeys(("query_glob", "query_string"), why))
    names = ("option_image_path", "option_image_width", "option_image_extension")
    each.ignore(dict.fromkeys(names, _LOOK))
    stated: Stated = {"kind": "string"}
    return several(each.origin, stated) if each.flag("multiple") else stated


def _picture(each: Attributes) -> Stated:
    each.ignore({"buttonTitle": _LOOK, "real_fs_path": _LOOK})
    return {"kind": "image", **each.take({"path": ("folder", Attributes.text)})}


def _icon(each: Attributes) -> Stated:
    each.ignore(dict.fromkeys(("limit", "categories", "families", "variants", "sort"), _LOOK))
    return {"kind": "string"}


def _object(each: Attributes) -> Stated:
    each.ignore({"groupdata": _LOOK})
    return {"kind": "object", "fields": read_fields(each, "fields")}


def _accordion(each: Attributes) -> Stated:
    return several(each.origin, _object(each))


def _bundle(each: Attributes) -> Stated:
    names = ("path", "extensions", "forceFileName", "addButtonLocationTop")
    each.ignore(dict.fromkeys(names, "Files beside a post are not managed here."))
    counts = each.take({"maxItems": ("max_items", Attributes.count)})
    return several(each.origin, {**_object(each), **counts})


def _leaves(each: Attributes) -> Stated:
    single = each.group("field")
    inner = _field(single) if single is not None else ()
    return {"kind": "list", "item": inner[0]} if inner else several(each.origin, {"kind": "string"})


TYPES: dict[str, Callable[[Attributes], Stated]] = {
    "string": _string,
    "markdown": _markdown,
    "easymde": _markdown,
    "number": _number,
    "slider": _number,
    "boolean": lambda _each: {"kind": "bool"},
    "date": _date,
    "select": _select,
    "select-from-query": _queried,
    "chips": lambda _each: tagged({}),
    "color": lambda _each: {"kind": "colour"},
    "hidden": lambda _each: {"kind": "hidden", "hidden": True},
    "readonly": lambda _each: {"kind": "string", "read_only": True},
    "uniq": lambda _each: {"kind": "string", "unique": "folder"},
    "image-select": _picture,
    "font-picker": _icon,
    "fonticon-picker": _icon,
    "eisenhouwer": lambda _each: {"kind": "opaque"},
    "nest": _object,
    "section": _object,
    "pull": _object,
    "accordion": _accordion,
    "bundle-manager": _bundle,
    "leaf-array": _leaves,
}
