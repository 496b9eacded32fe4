"""Tina: ``tina/tina-lock.json``, which it writes from a configuration that is code.

Functions of the configuration (``validate``, ``format``) do not reach the lock
file; what is left of ``ui`` is mostly look.
"""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Reference
from reviewer.schema.imports import files, jsonc
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.moment_formats import of_moment
from reviewer.schema.imports.report import Report, Source, origin
from reviewer.schema.imports.shapes import (
    ITEM_COUNTS,
    Stated,
    chosen,
    demanded,
    made,
    read_options,
    several,
)
from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.schema.field import Field
    from reviewer.schema.imports.node import Node

FORMAT = "tina"
FILE = "tina/tina-lock.json"
SKIPPED = frozenset({"lookup", "graphql"})
"""What Tina works out of the schema itself; megabytes in large sites."""
LARGEST = 8_000_000
"""Bytes of the lock file, nearly all of which is passed over."""
_LOOK = "It is about how the other tool shows things."
_GENERATED = "Tina works it out by itself."
_SEARCH = "It is about the other tool's search."
_FIELD = {
    **dict.fromkeys(("namespace", "uid", "parser"), _GENERATED),
    **dict.fromkeys(("indexed", "searchable", "maxSearchIndexFieldLength"), _SEARCH),
    **dict.fromkeys(("toolbarOverride", "overrides", "isTitle"), _LOOK),
}
_COLLECTION = {
    **dict.fromkeys(("namespace", "isDetached", "isAuthCollection"), _GENERATED),
    "indexes": _SEARCH,
    "ui": _LOOK,
    "defaultItem": "It is about how new files are made and named.",
    "frontmatterFormat": "In which format front matter is written is seen in each post.",
    "frontmatterDelimiters": "Where front matter begins and ends is seen in each post.",
}


def find(root: Path) -> Iterator[Source]:
    """The lock file, beside or below the folder ``tina``."""
    for file in (FILE, f".{FILE}"):
        if files.exists(root, file):
            yield Source(FORMAT, file, root)


def load(source: Source, report: Report) -> None:
    """Read the collections into ``report``."""

    def reader(text: str, file: str, twice: Callable[[Node, str], None]) -> Node:
        return jsonc.read(text, file, twice, SKIPPED)

    node = files.read(report, source.file, reader, LARGEST)
    if node is None:
        return
    with Attributes(node, report) as top:
        schema = top.group("schema")
        if schema is None:
            top.refuse("schema", "This is no lock file of Tina.")
            return
        with schema:
            schema.ignore({"version": _GENERATED, "meta": _GENERATED, "config": _LOOK})
            for each in schema.groups("collections"):
                _collection(each)


def _collection(each: Attributes) -> None:
    with each:
        name = each.text("name") or "posts"
        match = _match(each)
        label = each.text("label") or name
        each.ignore(_COLLECTION)
        if "templates" not in each:
            _type(each, name, label, match)
            return
        for template in each.groups("templates"):
            with template:
                own = template.text("name") or name
                narrowed = replace(match, values=(("_template", (own,)),))
                _type(template, own, template.text("label") or own, narrowed)
                template.ignore(_COLLECTION)


def _type(each: Attributes, name: str, label: str, match: Match) -> None:
    title = next((_key(part) for part in each.items("fields") if _is_title(part)), "title")
    fields = _fields(each, "fields")
    found = ContentType(name, fields, title, label=label, match=match, origin=origin(each.origin))
    each.report.types.append(found)


def _is_title(node: Node) -> bool:
    mark = node.value.get("isTitle") if node.is_group else None
    return mark is not None and mark.value is True


def _key(node: Node) -> str:
    name = node.value.get("nameOverride") or node.value.get("name")
    return str(name.value) if name is not None else "title"


def _match(each: Attributes) -> Match:
    path = (each.text("path") or "").strip("/")
    ending = each.text("format") or "md"
    part = each.group("match")
    if part is None:
        return Match(folders=(path,), globs=(f"**/*.{ending}",))
    with part:
        included, excluded = part.text("include"), part.text("exclude")

    def glob(pattern: str) -> str:
        return posixpath.join(path, f"{pattern}.{ending}") if path else f"{pattern}.{ending}"

    return Match(
        folders=(path,),
        globs=(glob(included or "**/*"),),
        excluded=(glob(excluded),) if excluded else (),
    )


def _fields(owner: Attributes, name: str) -> tuple[Field, ...]:
    return tuple(_field(each) for each in owner.groups(name))


def _field(each: Attributes) -> Field:
    with each:
        name = each.text("name")
        written = each.text("nameOverride") or name
        if written is None:
            each.refuse("name", "A field needs a name.")
        found = each.take({"description": ("help", Attributes.text)})
        if each.peek("label") is False:
            each.flag("label")
        else:
            found |= each.take({"label": ("label", Attributes.text)})
        found |= demanded(each.flag("required"))
        sort = each.text("type") or ""
        read = TYPES.get(sort)
        if read is None:
            each.refuse("type", f"There is no type “{sort}”; any value is accepted.")
        found |= read(each) if read else {"kind": "opaque"}
        found |= _shown(each, found)
        each.ignore(_FIELD)
        if each.flag("list") and found["kind"] != "tags":
            found = several(each.origin, found)
        return made(written or "", each.origin, found)


_COMPONENTS = {
    "textarea": "text",
    "markdown": "text",
    "color": "colour",
    "date": "date",
    "tags": "tags",
    "hidden": "hidden",
    "toggle": "bool",
}


def _shown(each: Attributes, found: Stated) -> Stated:
    """What ``ui`` says besides how the field looks."""
    part = each.group("ui")
    if part is None:
        return {}
    stated: Stated = {}
    with part:
        component = part.plain("component")
        known = _COMPONENTS.get(component) if isinstance(component, str) else None
        if known is not None and found["kind"] == "string":
            stated["kind"] = known
        elif component is not None:
            part.skip("component", _LOOK)
        stated |= part.take(ITEM_COUNTS)
        written = part.text("dateFormat")
        if written is not None and part.peek("timeFormat") is None and of_moment(written):
            stated["format"] = of_moment(written)
        for name in part.names():
            part.ignore({name: _LOOK})
    return stated


def _text(each: Attributes) -> Stated:
    if each.flag("isBody"):
        return {"kind": "body"}
    options = read_options(each, "options")
    return chosen(options) if options else {"kind": "string"}


def _reference(each: Attributes) -> Stated:
    targets = each.texts("collections")
    if len(targets) > 1:
        each.skip("collections", f"References are looked up in {targets[0]} only.")
    target = targets[0] if len(targets) == 1 else ""
    return {"kind": "reference", "reference": Reference(target, value="path")}


def _image(each: Attributes) -> Stated:
    endings = tuple(text.lstrip(".") for text in each.texts("accept"))
    return {"kind": "image"} | ({"extensions": endings} if endings else {})


def _object(each: Attributes) -> Stated:
    if "templates" in each:
        variants = _templates(each)
        key = each.text("templateKey") or "_template"
        return {"kind": "variant", "variants": variants, "variant_key": key}
    return {"kind": "object", "fields": _fields(each, "fields")}


def _templates(each: Attributes) -> tuple[Field, ...]:
    found: list[Field] = []
    for template in each.groups("templates"):
        with template:
            name = template.text("name") or ""
            label = template.take({"label": ("label", Attributes.text)})
            fields = _fields(template, "fields")
            template.ignore({**_COLLECTION, "inline": _LOOK, "match": _LOOK})
            found.append(made(name, template.origin, {"kind": "object", "fields": fields, **label}))
    return tuple(found)


def _rich_text(each: Attributes) -> Stated:
    each.ignore({"templates": "What stands in the text is not checked."})
    return {"kind": "body" if each.flag("isBody") else "text"}


TYPES: dict[str, Callable[[Attributes], Stated]] = {
    "string": _text,
    "number": lambda _each: {"kind": "float"},
    "datetime": lambda _each: {"kind": "datetime", "also": ("date",)},
    "boolean": lambda _each: {"kind": "bool"},
    "image": _image,
    "reference": _reference,
    "object": _object,
    "rich-text": _rich_text,
    "password": lambda _each: {"kind": "opaque"},
}
