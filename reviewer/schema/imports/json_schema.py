"""JSON Schema, drafts 4 to 2020-12, as fields.

What a schema says of one value alone is taken over; what ties values to one
another, or says which of several schemas holds, is reported. References are
followed within the file only. Source: https://json-schema.org/specification
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from reviewer.schema.field import IN_LIST, Option
from reviewer.schema.finding import Severity
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.json_schema_words import (
    FORMATS,
    IGNORED,
    KINDS,
    SILENT,
)
from reviewer.schema.imports.shapes import Stated, chosen, made, pattern_of, several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.imports.node import Node
    from reviewer.schema.imports.report import Report

_OWN_SCHEMA = "It names the schema of a file; posts are matched by their paths."
_DEFINITIONS = ("definitions", "$defs")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LENGTHS = {
    "minLength": ("min_length", Attributes.count),
    "maxLength": ("max_length", Attributes.count),
    "minItems": ("min_items", Attributes.count),
    "maxItems": ("max_items", Attributes.count),
    "multipleOf": ("step", Attributes.number),
    "readOnly": ("read_only", Attributes.flag),
    "title": ("label", Attributes.text),
    "description": ("help", Attributes.text),
}


def stated(node: Node, report: Report) -> Stated:
    """What the schema at ``node``, a document of its own, says of a value."""
    document = _Document(node, report)
    found = document.value(node, report.source.format)
    document.finish()
    return found


def of_object(node: Node, report: Report) -> tuple[tuple[Field, ...], bool]:
    """The fields of a schema for whole posts, and whether it takes no others."""
    found = stated(node, report)
    if found.get("kind") != "object":
        report.problem(node, "type", "A schema for posts describes an object with properties.")
    extra = node.value.get("additionalProperties") if node.is_group else None
    return found.get("fields", ()), extra is not None and extra.value is False


@dataclass(slots=True)
class _Document:
    """One schema file, and which of its definitions were used."""

    root: Node
    report: Report
    trail: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def finish(self) -> None:
        """Report definitions that nothing refers to."""
        for group in _DEFINITIONS:
            holder = self.root.value.get(group) if self.root.is_group else None
            for name, node in (holder.value if holder and holder.is_group else {}).items():
                if f"{group}/{name}" not in self.used:
                    self.report.ignore(node, f"{group}.{name}", "Nothing refers to it.")

    def value(self, node: Node, at: str, inherited: Stated | None = None) -> Stated:
        """What the schema at ``node`` says, on top of what it inherits."""
        if isinstance(node.value, bool):
            return {"kind": "opaque"}
        if self.report.is_spent(node):
            return {"kind": "opaque"}
        with Attributes(node, self.report, at) as schema:
            found = self._referred(schema, dict(inherited or {}))
            for part in schema.items("allOf"):
                found |= self.value(part, f"{at}.allOf", found)
            found |= self._own(schema, found)
            schema.ignore(IGNORED)
            for name in SILENT:
                schema.node(name)
        return found

    def _referred(self, schema: Attributes, inherited: Stated) -> Stated:
        reference = schema.text("$ref")
        if reference is None:
            return inherited
        target = self._target(schema, reference)
        if target is None:
            return {"kind": "opaque"}
        if reference in self.trail:
            schema.skip("$ref", "The schema holds itself; any value is accepted further inside.")
            return {"kind": "opaque"}
        self.trail.append(reference)
        try:
            return self.value(target, schema.named("$ref"), inherited)
        finally:
            self.trail.pop()

    def _target(self, schema: Attributes, reference: str) -> Node | None:
        """The schema that a reference leads to; ``None``, with a notice, if none in this file."""
        if not reference.startswith("#"):
            where = "is not fetched" if _REMOTE.match(reference) else "is not followed"
            schema.refuse("$ref", f"{reference} {where}: it lies outside this file.")
            return None
        path = unquote(reference[1:]).strip("/")
        node: Node | None = self.root
        if path and not reference.startswith("#/"):
            node, path = self._anchor(path), ""
        for part in path.split("/") if path else ():
            node = _step(node, part.replace("~1", "/").replace("~0", "~"))
        if node is None:
            schema.refuse("$ref", f"{reference} leads nowhere.")
        self.used.add("/".join(path.split("/")[:2]))
        return node

    def _anchor(self, name: str) -> Node | None:
        for group in _DEFINITIONS:
            holder = self.root.value.get(group)
            for key, node in (holder.value if holder and holder.is_group else {}).items():
                marks = [node.value.get(mark) for mark in ("$anchor", "$id", "id") if node.is_group]
                if any(mark and mark.value in (name, f"#{name}") for mark in marks):
                    self.used.add(f"{group}/{key}")
                    return node  # type: ignore[no-any-return]
        return None

    def _own(self, schema: Attributes, inherited: Stated) -> Stated:
        """What the schema itself says, beside what it refers to."""
        found = schema.take(_LENGTHS) | _help(schema)
        if "default" in schema:
            found["default"] = schema.plain("default")
        found |= self._kind(schema, inherited)
        found |= _options(schema)
        if "options" in found:
            found.pop("also", None)
        found |= self._alternatives(schema, {**inherited, **found})
        kind = str(found.get("kind", inherited.get("kind", "")))
        found |= _bounds(schema, kind)
        if schema.flag("uniqueItems"):
            found["unique"] = IN_LIST
        source = schema.text("pattern")
        pattern = None if source is None else pattern_of(schema, "pattern", source, "u")
        if pattern is not None:
            found["pattern"] = pattern
        if kind == "object" or "properties" in schema:
            found |= {"kind": "object", "fields": self._fields(schema, inherited)}
        return self._listed(schema, found) if found.get("kind") == "list" else found

    def _kind(self, schema: Attributes, inherited: Stated) -> Stated:
        names = schema.texts("type")
        unknown = [name for name in names if name not in KINDS and name != "null"]
        if unknown:
            schema.refuse("type", f"There is no type “{unknown[0]}”.")
        kinds = list(dict.fromkeys(KINDS[name] for name in names if name in KINDS))
        found: Stated = {"nullable": True} if "null" in names else {}
        shape = schema.text("format")
        if shape is not None:
            kinds = self._formatted(schema, shape, kinds)
        if not kinds:
            guessed = "list" if "items" in schema else "" if inherited else "opaque"
            kinds = [guessed] if guessed else []
        if kinds:
            found["kind"] = kinds[0]
        also = [*kinds[1:], *(["text"] if kinds[:1] == ["string"] else [])]
        return found | ({"also": tuple(also)} if also else {})

    def _formatted(self, schema: Attributes, shape: str, kinds: list[str]) -> list[str]:
        if shape not in FORMATS:
            schema.skip("format", f"The format “{shape}” is not checked.")
            return kinds
        return [FORMATS[shape], *(kind for kind in kinds if kind != "string")]

    def _fields(self, schema: Attributes, inherited: Stated) -> tuple[Field, ...]:
        node = schema.node("properties")
        needed = schema.texts("required")
        known: dict[str, Field] = {each.name: each for each in inherited.get("fields", ())}
        if node is not None and not node.is_group:
            schema.wrong("properties", "a group of properties")
            node = None
        for name, each in (node.value if node else {}).items():
            if name == "$schema":
                self.report.ignore(each, schema.named("properties.$schema"), _OWN_SCHEMA)
                continue
            found = self.value(each, f"{schema.named('properties')}.{name}")
            known[name] = made(name, each, found | (_NEEDED if name in needed else {}))
        for name in needed:
            if node is not None and name in node.value:
                continue
            if name in known:
                old = known[name]
                known[name] = replace(old, required=Severity.WARNING)
            else:
                known[name] = made(name, schema.origin, {"kind": "opaque", **_NEEDED})
        if schema.peek("additionalProperties") is not None:
            schema.flag("additionalProperties")
        return tuple(known.values())

    def _listed(self, schema: Attributes, found: Stated) -> Stated:
        node = schema.node("items")
        if node is not None and node.is_list:
            schema.skip("items", "Items are checked alike, not each by a schema of its own.")
            node = None
        if node is None:
            return found
        inner = self.value(node, schema.named("items"))
        if "item" in inner or inner.get("kind") == "list":
            return {**found, "item": made("", node, inner)}
        return {**found, **several(node, inner), **found}

    def _alternatives(self, schema: Attributes, found: Stated) -> Stated:
        """``oneOf`` and ``anyOf``: values to choose from, or kinds of value."""
        merged: Stated = {}
        for name in ("oneOf", "anyOf"):
            parts = schema.items(name)
            if not parts:
                continue
            options = [option for part in parts for option in _constant(part)]
            if len(options) == len(parts):
                merged |= chosen(tuple(options))
            else:
                merged |= self._kinds(schema, name, parts, found)
        return merged

    def _kinds(self, schema: Attributes, name: str, parts: list[Node], found: Stated) -> Stated:
        told = [self.value(part, f"{schema.named(name)}[{n}]") for n, part in enumerate(parts)]
        nothing = [
            each for each in told if set(each) <= {"nullable", "kind"} and "nullable" in each
        ]
        real = [each for each in told if each not in nothing]
        merged: Stated = {"nullable": True} if len(real) < len(told) else {}
        if len(real) == 1:
            return {**real[0], **merged}
        kinds = list(dict.fromkeys(each.get("kind", found.get("kind", "opaque")) for each in real))
        schema.skip(name, "Any of these kinds of value is accepted, without further rules.")
        if "opaque" in kinds or not kinds:
            return {**merged, "kind": "opaque"}
        return {**merged, "kind": kinds[0], "also": tuple(kinds[1:])}


def _is_null(found: Stated) -> bool:
    return "nullable" in found and set(found) <= {"nullable", "kind"}


_NEEDED: Stated = {"required": Severity.WARNING}
"""JSON Schema wants a key to be there and does not mind it empty."""


def _step(node: Node | None, part: str) -> Node | None:
    if node is None or node.is_scalar:
        return None
    if node.is_group:
        found = node.value.get(part)
        return found if found is not None else None
    return node.value[int(part)] if part.isdecimal() and int(part) < len(node.value) else None


def _help(schema: Attributes) -> Stated:
    text = schema.text("markdownDescription")
    return {"help": text} if text is not None and "description" not in schema else {}


def _constant(node: Node) -> Iterator[Option]:
    """The one value that a schema takes, with its title."""
    constant = node.value.get("const") if node.is_group else None
    if constant is not None and constant.is_scalar and set(node.value) <= {"const", "title"}:
        title = node.value.get("title")
        yield Option(constant.value, str(title.value) if title is not None else "")


def _options(schema: Attributes) -> Stated:
    nodes = schema.items("enum")
    constant = schema.node("const")
    nodes = [*nodes, constant] if constant is not None else nodes
    values = [node.value for node in nodes if node.is_scalar]
    if len(values) < len(nodes):
        schema.skip("enum", "Only plain values can be chosen from; any value is accepted.")
        return {}
    if not values:
        return {}
    return chosen(tuple(map(Option, values)))


def _bounds(schema: Attributes, kind: str) -> Stated:
    """Bounds; exclusive ones are a switch in draft 4 and numbers since draft 6."""
    found: Stated = {}
    for name, ours, step in (("Minimum", "minimum", 1), ("Maximum", "maximum", -1)):
        bound = schema.number(name.lower())
        exclusive: Any = schema.peek(f"exclusive{name}")
        if isinstance(exclusive, bool):
            schema.flag(f"exclusive{name}")
            exclusive = bound if exclusive else None
        else:
            exclusive = schema.number(f"exclusive{name}")
        if exclusive is not None:
            if kind != "int":
                why = "The bound itself is accepted too."
                schema.skip(f"exclusive{name}", why)
            bound = exclusive + step if kind == "int" else exclusive
        if bound is not None:
            found[ours] = bound
    return found
