"""What the importers share: how foreign attributes become those of a ``Field``.

Importers gather what a configuration states in plain dicts, since a field must
know afterwards what was stated and what is only usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema import dates
from reviewer.schema.dates import NotADate
from reviewer.schema.field import Field, Option
from reviewer.schema.finding import Severity
from reviewer.schema.imports.attributes import Attributes
from reviewer.schema.imports.javascript import slashed, translate
from reviewer.schema.imports.javascript_class import Untranslatable
from reviewer.schema.imports.report import origin
from reviewer.schema.patterns import Pattern

if TYPE_CHECKING:
    from datetime import date

    from reviewer.schema.imports.node import Node

Stated = dict[str, Any]
"""Attributes of a ``Field`` that a configuration states."""

ITEM_COUNTS = {
    "min": ("min_items", Attributes.count),
    "max": ("max_items", Attributes.count),
}
OF_ITEM = (
    frozenset(
        ("kind", "also", "options", "open_options", "minimum", "maximum", "step", "min_length")
    )
    | frozenset(
        (
            "max_length",
            "min_words",
            "max_words",
            "earliest",
            "latest",
            "pattern",
            "format",
            "timezone",
        )
    )
    | frozenset(("reference", "folder", "extensions", "fields", "variants", "variant_key"))
)
"""What a list has from its items."""


def made(name: str, node: Node, stated: Stated) -> Field:
    """The field that stands at ``node``."""
    return Field.stated(name, origin(node), **stated)


def several(node: Node, stated: Stated, *, fallback: str = "string") -> Stated:
    """The attributes of a list, of those of one of its items."""
    inner = {key: value for key, value in stated.items() if key in OF_ITEM}
    inner.setdefault("kind", fallback)
    outer = {key: value for key, value in stated.items() if key not in OF_ITEM}
    return {**outer, "kind": "list", "item": made("", node, inner)}


def demanded(needed: bool | None) -> Stated:
    """That a field must be there, and not be empty; imported rules only warn."""
    if needed is None:
        return {}
    severity = Severity.WARNING if needed else None
    return {"required": severity, "filled": severity}


def tagged(stated: Stated, options: tuple[Option, ...] = ()) -> Stated:
    """A list of free words, of which some are known."""
    found = {**stated, "kind": "tags", "open_options": True}
    return {**found, "options": options} if options else found


def chosen(options: tuple[Option, ...]) -> Stated:
    """One of these values and no other."""
    if not options:
        return {"kind": "string"}
    given = tuple(each for each in options if each.value is not None)
    nullable = {"nullable": True} if len(given) < len(options) else {}
    return {"kind": "enum", "options": given, "open_options": False, **nullable}


def read_options(
    attributes: Attributes, name: str, value: str = "value", label: str = "label"
) -> tuple[Option, ...]:
    """Options, each a scalar or a group with a value and a label."""
    found: list[Option] = []
    for number, node in enumerate(attributes.items(name)):
        at = f"{attributes.named(name)}[{number}]"
        option = _option(attributes, node, at, value, label)
        if option is not None:
            found.append(option)
    return tuple(found)


def _option(attributes: Attributes, node: Node, at: str, value: str, label: str) -> Option | None:
    if node.is_scalar:
        return Option(node.value)
    if not node.is_group or value not in node.value or not node.value[value].is_scalar:
        attributes.report.problem(
            node, at, f"A value, or a group with “{value}”, is expected here."
        )
        return None
    shown = node.value.get(label)
    for key, each in node.value.items():
        if key not in (value, label):
            attributes.report.ignore(each, f"{at}.{key}", "An option has a value and a label only.")
    text = str(shown.value) if shown is not None and shown.is_scalar and shown.value else ""
    return Option(node.value[value].value, text)


def read_pattern(attributes: Attributes, name: str, flags: str = "") -> Pattern | None:
    """A pattern: its source, ``/source/flags``, ``[source, message]`` or a group of these."""
    node = attributes.node(name)
    if node is None:
        return None
    source, message = _pattern_parts(node)
    if source is None:
        attributes.wrong(name, "a pattern")
        return None
    text, own = slashed(source)
    return pattern_of(attributes, name, text, own or flags, message)


def _pattern_parts(node: Node) -> tuple[str | None, str]:
    parts = node.plain()
    if isinstance(parts, dict):
        if not set(parts) <= {"regex", "message"}:
            return None, ""
        parts = [parts.get("regex"), parts.get("message")]
    if isinstance(parts, list):
        source, message = (*parts, None, None)[:2]
        return source if isinstance(source, str) else None, str(message or "")
    return parts if isinstance(parts, str) else None, ""


def pattern_of(
    attributes: Attributes, name: str, source: str, flags: str, message: str = ""
) -> Pattern | None:
    """A JavaScript pattern in ours; ``None``, with a notice, where it has no counterpart."""
    try:
        text = translate(source, flags)
    except Untranslatable as error:
        attributes.refuse(name, f"The pattern is not used: {error.what}")
        return None
    return Pattern(text, message=message)


def read_day(attributes: Attributes, name: str) -> date | None:
    """A date as a bound."""
    text = attributes.text(name)
    if text is None:
        return None
    try:
        return dates.read(text)
    except NotADate:
        attributes.wrong(name, "a date")
        return None


def moment_kind(attributes: Attributes, day: str, time: str) -> str:
    """``date``, ``time`` or ``datetime``: one half is switched off by ``false``."""
    if attributes.peek(day) is False:
        return "time"
    return "date" if attributes.peek(time) is False else "datetime"
