"""Pages CMS: ``.pages.yml``.

Source: pages-cms 2.1.4 (f464c15). Patterns are not anchored; a field is not
required unless it says so.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import IN_LIST, Reference
from reviewer.schema.imports import files
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.node import Node, whole
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.imports.shapes import (
    ITEM_COUNTS,
    Stated,
    chosen,
    demanded,
    made,
    read_day,
    read_options,
    read_pattern,
    several,
)
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reviewer.schema.field import Field

FORMAT = "pages-cms"
NAMES = (".pages.yml", ".pages.yaml")
DEEPEST = 8
"""Levels of components within components, which may name each other in circles."""
_LOOK = "It is about how the other tool shows things."
_NEW = "It is about how new files are made and named."
_RIGHTS = "It is about what the other tool lets people do."
_DELETES = "Reviewer keeps every key of a post, whether it is described or not."
_CONTENT = {
    **dict.fromkeys(("operations", "commit", "create", "delete"), _RIGHTS),
    "icon": _LOOK,
    "format": "In which format front matter is written is seen in each post.",
    "delimiters": "Where front matter begins and ends is seen in each post.",
    "settings": _RIGHTS,
    "list": "A file that is a list as a whole is no post.",
}


@dataclass(frozen=True, slots=True)
class _Setting:
    """``media`` are folders by the name of their source, "" for the first.

    ``used`` gathers the components that fields refer to.
    """

    components: Mapping[str, Node] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    used: set[str] = field(default_factory=set)


def find(root: Path) -> Iterator[Source]:
    """The one file in the folder's root."""
    yield from (Source(FORMAT, name, root) for name in NAMES if files.exists(root, name))


def load(source: Source, report: Report) -> None:
    """Read the configuration into ``report``."""
    node = files.read(report, source.file)
    if node is None:
        return
    with Attributes(node, report) as top:
        components = top.node("components")
        known = components.value if components is not None and components.is_group else {}
        setting = _Setting(known, _media(top))
        top.ignore({"actions": _RIGHTS})
        settings = top.group("settings")
        if settings is not None:
            _settings(settings)
        for each in top.groups("content"):
            _content(each, setting)
        top.unused("components", setting.used)


def _settings(settings: Attributes) -> None:
    with settings:
        content = settings.group("content")
        if content is not None:
            with content:
                content.skip("merge", _DELETES)
        settings.ignore(dict.fromkeys(("commit", "hide", "cache"), _RIGHTS))


def _media(top: Attributes) -> dict[str, str]:
    """The folders of pictures, by name."""
    node = top.node("media")
    if node is None:
        return {}
    found: dict[str, str] = {}
    for part in node.value if node.is_list else [node]:
        if isinstance(part.value, str):
            found.setdefault("", part.value)
            continue
        with Attributes(part, top.report, "media") as media:
            folder = media.text("input") or ""
            found.setdefault("", folder)
            found[media.text("name") or ""] = folder
            media.ignore(
                {
                    "output": "Addresses are looked up by the rules of the site's engine.",
                    **dict.fromkeys(("extensions", "categories", "rename", "label"), _NEW),
                    "commit": _RIGHTS,
                }
            )
    return found


def _content(each: Attributes, setting: _Setting) -> None:
    with each:
        sort = each.text("type") or "collection"
        if sort == "group":
            each.ignore({"name": _LOOK, "label": _LOOK})
            for item in each.groups("items"):
                _content(item, setting)
            return
        path = each.text("path")
        if path is None or sort not in ("collection", "file"):
            each.refuse("path", "A collection or a file with its path is expected here.")
            return
        name = each.text("name") or path
        match = _match(each, path, sort)
        fields = _fields(each, "fields", setting)
        title = _title(each, fields)
        label = each.text("label") or name
        slug = _file_name(each)
        each.ignore(_CONTENT)
    each.report.types.append(
        ContentType(
            name,
            fields,
            title,
            label=label,
            match=match,
            slug_template=slug,
            origin=origin(each.origin),
        )
    )


def _match(each: Attributes, path: str, sort: str) -> Match:
    excluded = tuple(posixpath.join(path, name) for name in each.texts("exclude"))
    deep = each.flag("subfolders") is not False
    if sort == "file":
        return Match(globs=(path.lstrip("/"),), excluded=excluded)
    return Match(folders=(path,), deep=deep, excluded=excluded)


def _file_name(each: Attributes) -> str:
    node = each.node("filename")
    if node is None or not node.is_group:
        return each.text("filename") or ""
    with Attributes(node, each.report, each.named("filename")) as name:
        name.ignore({"field": _LOOK})
        return name.text("template") or ""


def _title(each: Attributes, fields: tuple[Field, ...]) -> str:
    names = [found.name for found in fields]
    primary = None
    view = each.group("view")
    if view is not None:
        with view:
            primary = view.text("primary")
            parts = ("fields", "sort", "search", "layout", "node", "default", "foldersFirst")
            view.ignore(dict.fromkeys(parts, _LOOK))
    return primary or next((name for name in ("title", "name") if name in names), "title")


def _fields(owner: Attributes, name: str, setting: _Setting) -> tuple[Field, ...]:
    return tuple(_field(each, setting) for each in owner.groups(name))


def _field(source: Attributes, setting: _Setting) -> Field:
    each, setting = _with_component(source, setting)
    with each:
        name = each.text("name")
        if name is None:
            each.refuse("name", "A field needs a name.")
        stated = _common(each)
        sort = each.text("type") or "string"
        read = TYPES.get(sort)
        if read is None:
            each.refuse("type", f"There is no type “{sort}”; any value is accepted.")
            each.ignore({"options": "They belong to a type that Reviewer does not know."})
        inner = each.group("options") or each.empty("options")
        with inner:
            stated |= read(each, inner, setting) if read else {"kind": "opaque"}
        pattern = read_pattern(each, "pattern")
        if pattern is not None:
            stated["pattern"] = pattern
        return made(name or "", each.origin, _listed(each, stated))


def _with_component(source: Attributes, setting: _Setting) -> tuple[Attributes, _Setting]:
    """The field laid over the component that it names, if it names one."""
    name = source.text("component")
    if name is None:
        return source, setting
    known = setting.components.get(name)
    if known is None or not known.is_group:
        source.refuse("component", f"There is no component “{name}”.")
        return source, setting
    setting.used.add(name)
    if name in setting.trail or len(setting.trail) >= DEEPEST:
        source.refuse("component", f"The component “{name}” holds itself.")
        return source, setting
    own = {key: node for key, node in source.origin.value.items() if key != "component"}
    node = whole({**known.value, **own}, source.origin.line, source.origin.file)
    inner = replace(setting, trail=(*setting.trail, name))
    return Attributes(node, source.report, source.at), inner


def _common(each: Attributes) -> Stated:
    found = each.take(
        {
            "description": ("help", Attributes.text),
            "hidden": ("hidden", Attributes.flag),
            "readonly": ("read_only", Attributes.flag),
        }
    )
    if each.peek("label") is False:
        each.flag("label")
    else:
        found |= each.take({"label": ("label", Attributes.text)})
    if "default" in each:
        found["default"] = each.plain("default")
    return found | demanded(each.flag("required"))


def _listed(each: Attributes, stated: Stated) -> Stated:
    """``list``: true, or the least and the greatest number of items."""
    node = each.node("list")
    if node is None or node.value is False:
        return stated
    if node.value is True:
        return several(each.origin, stated)
    with Attributes(node, each.report, each.named("list")) as part:
        counts = part.take(ITEM_COUNTS)
        part.ignore({"collapsible": _LOOK, "default": _LOOK})
    return several(each.origin, {**stated, **counts})


_LENGTHS = {
    "minlength": ("min_length", Attributes.count),
    "maxlength": ("max_length", Attributes.count),
}
_BOUNDS = {
    "min": ("minimum", Attributes.number),
    "max": ("maximum", Attributes.number),
    "step": ("step", Attributes.number),
}
_DAYS = {
    "min": ("earliest", read_day),
    "max": ("latest", read_day),
    "step": ("step", Attributes.number),
}
_MEDIA = dict.fromkeys(("categories", "rename"), _NEW)


def _text(kind: str) -> Callable[[Attributes, Attributes, _Setting], Stated]:
    return lambda _each, options, _setting: {"kind": kind, **options.take(_LENGTHS)}


def _number(_each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    return {"kind": "float", **options.take(_BOUNDS)}


def _boolean(_each: Attributes, _options: Attributes, _setting: _Setting) -> Stated:
    return {"kind": "bool"}


def _date(_each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    stated: Stated = {"kind": "datetime" if options.flag("time") else "date"}
    return stated | options.take(_DAYS) | options.take({"format": ("format", Attributes.text)})


def _several_if(each: Attributes, options: Attributes, stated: Stated) -> Stated:
    """With ``multiple``: true, or the bounds of the number of items."""
    node = options.node("multiple")
    bounds = node is not None and node.is_group
    if node is None or node.value is False:
        options.ignore(dict.fromkeys(("min", "max"), "It counts only where there are several."))
        return stated
    counts = options.take(ITEM_COUNTS)
    if node is not None and bounds:
        with Attributes(node, each.report, options.named("multiple")) as part:
            counts |= part.take(ITEM_COUNTS)
    return several(each.origin, {**stated, **counts})


def _select(each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    values = read_options(options, "values")
    if not values:
        options.refuse("values", "A choice needs values; any value is accepted.")
    options.ignore(dict.fromkeys(("placeholder", "store", "creatable", "default"), _LOOK))
    return _several_if(each, options, chosen(values))


def _reference(each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    target = options.text("collection") or ""
    value, label = ((options.text(key) or "").strip("{} ") for key in ("value", "label"))
    options.ignore({"search": _LOOK})
    names = [name.removeprefix("fields.") for name in (value or "path", label or "title")]
    reference = Reference(target, value=names[0], label=names[1])
    return _several_if(each, options, {"kind": "reference", "reference": reference})


def _rich_text(each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    parts = ("format", "switcher", "media", "path", "extensions", "categories", "rename")
    options.ignore(dict.fromkeys(parts, _LOOK))
    kind = "body" if each.peek("name") == "body" else "text"
    return {"kind": kind, **options.take(_LENGTHS)}


def _code(_each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    options.ignore({"format": _LOOK, "language": _LOOK})
    return {"kind": "text", **options.take(_LENGTHS)}


def _file(kind: str) -> Callable[[Attributes, Attributes, _Setting], Stated]:
    def read(each: Attributes, options: Attributes, setting: _Setting) -> Stated:
        stated: Stated = {"kind": kind}
        source, folder = options.text("media") or "", options.text("path")
        folder = folder or setting.media.get(source, "")
        endings = tuple(text.lstrip(".") for text in options.texts("extensions"))
        options.ignore(_MEDIA)
        stated |= {"folder": folder} if folder else {}
        stated |= {"extensions": endings} if endings else {}
        unique = options.flag("unique")
        found = _several_if(each, options, stated)
        return found | ({"unique": IN_LIST} if unique and found["kind"] == "list" else {})

    return read


def _uuid(_each: Attributes, options: Attributes, _setting: _Setting) -> Stated:
    options.ignore({"generate": "No identifiers are made here."})
    fixed = options.flag("editable") is False
    return {"kind": "string", "unique": "folder"} | ({"read_only": True} if fixed else {})


def _object(each: Attributes, _options: Attributes, setting: _Setting) -> Stated:
    return {"kind": "object", "fields": _fields(each, "fields", setting)}


def _block(each: Attributes, _options: Attributes, setting: _Setting) -> Stated:
    key = each.text("blockKey") or "_block"
    variants = _fields(each, "blocks", setting)
    return {"kind": "variant", "variants": variants, "variant_key": key}


TYPES: dict[str, Callable[[Attributes, Attributes, _Setting], Stated]] = {
    "string": _text("string"),
    "text": _text("text"),
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "select": _select,
    "reference": _reference,
    "rich-text": _rich_text,
    "code": _code,
    "image": _file("image"),
    "file": _file("file"),
    "uuid": _uuid,
    "object": _object,
    "block": _block,
}
