"""The widgets of Decap CMS and Sveltia CMS that hold one value each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.moment_formats import of_moment
from reviewer.schema.imports.shapes import (
    ITEM_COUNTS,
    Stated,
    made,
    moment_kind,
    read_day,
    several,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK = "It is about how the other tool shows things."
_MEDIA = "Pictures are taken from the folders of the site."
_ADDRESSES = "Addresses of images are looked up by the rules of the site's engine."
_RIGHTS = "It is about what the other tool lets people do."


@dataclass(frozen=True, slots=True)
class Setting:
    """``tool`` is "decap" or "sveltia", ``media`` the folder of pictures, ``body`` a name."""

    tool: str = "decap"
    media: str = ""
    body: str = "body"


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


def media_folder(each: Attributes, setting: Setting) -> str:
    """Where pictures lie; "" says beside the post, whatever holds elsewhere."""
    own = each.text("media_folder")
    return setting.media if own is None else own


def _media(kind: str) -> Callable[[Attributes, Setting], Stated]:
    def read(each: Attributes, setting: Setting) -> Stated:
        stated: Stated = {"kind": kind}
        folder = media_folder(each, setting)
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


def _unique(each: Attributes, _setting: Setting) -> Stated:
    each.ignore(dict.fromkeys(("prefix", "use_b32_encoding"), "No identifiers are made here."))
    return {"kind": "string", "unique": "folder"}


WIDGETS: dict[str, Callable[[Attributes, Setting], Stated]] = {
    "string": _text("string"),
    "text": _text("text"),
    "number": _number,
    "boolean": _boolean,
    "datetime": _moment,
    "date": _date,
    "image": _media("image"),
    "file": _media("file"),
    "markdown": _markdown,
    "richtext": _markdown,
    "code": _code,
    "color": _colour,
    "map": _map,
    "hidden": _hidden,
    "compute": _computed,
    "uuid": _unique,
}
