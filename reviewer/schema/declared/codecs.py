"""How single settings of ``reviewer.yml`` are read, written and described.

One codec per sort of value: reading refuses what does not fit with a remedy,
writing gives plain data again, and ``schema`` says the same to other editors.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError
from reviewer.schema.dates import NotADate, read
from reviewer.schema.field import Option
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.choices import nearest
from reviewer.schema.labels import quoted
from reviewer.schema.patterns import Pattern, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.schema.imports.node import Node


class Wrong(ReviewerError):
    """A setting that cannot be used; ``node`` is where it stands."""

    def __init__(self, node: Node, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy=remedy)
        self.node = node


@dataclass(frozen=True, slots=True)
class Codec:
    """Reads a node, writes plain data, and is described to JSON Schema."""

    read: Callable[[Node], Any]
    write: Callable[[Any], Any]
    schema: dict[str, Any]


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """ "Did you mean “required”?", or "" where nothing is alike."""
    found = nearest(word.replace("_", " "), [Option(each.replace("_", " ")) for each in known])
    return f"Did you mean {quoted(str(found.value).replace(' ', '_'))}?" if found else ""


def _same(value: Any) -> Any:
    return value


def _read_text(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    if node.is_scalar and node.value is not None:
        return str(node.value)
    raise Wrong(node, "This should be text.")


def _read_flag(node: Node) -> bool:
    if isinstance(node.value, bool):
        return node.value
    raise Wrong(node, "This should be true or false.")


def _read_number(node: Node) -> float:
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    raise Wrong(node, "This should be a number.")


def _shortest(value: float) -> float:
    """10 rather than 10.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _read_count(node: Node) -> int:
    if type(node.value) is int and node.value >= 0:
        return node.value
    raise Wrong(node, "This should be a whole number, 0 or more.")


def _read_step(node: Node) -> float:
    number = _read_number(node)
    if number > 0:
        return number
    raise Wrong(node, "A step is more than 0.")


def _read_date(node: Node) -> date:
    if isinstance(node.value, date):
        return node.value
    with suppress(NotADate):
        return read(str(node.value))
    raise Wrong(node, "This should be a date.", "Write it as 2026-02-28.")


def _read_texts(node: Node) -> tuple[str, ...]:
    items = node.value if node.is_list else [node]
    return tuple(_read_text(item) for item in items)


def _write_texts(values: Sequence[str]) -> Any:
    return values[0] if len(values) == 1 else list(values)


def _read_plain(node: Node) -> Any:
    return node.plain()


def _read_messages(node: Node) -> dict[str, str]:
    if not node.is_group:
        raise Wrong(node, "This should be a group of texts.")
    return {key: _read_text(each) for key, each in node.value.items()}


SEVERITIES: dict[Any, Severity | None] = {
    "never": None,
    "hint": Severity.HINT,
    "warning": Severity.WARNING,
    "warn": Severity.WARNING,
    "error": Severity.ERROR,
    True: Severity.ERROR,
    False: None,
}
_SEVERITY_WORDS = ("never", "hint", "warning", "error")


def _read_severity(node: Node) -> Severity | None:
    if node.is_scalar and isinstance(node.value, str | bool) and node.value in SEVERITIES:
        return SEVERITIES[node.value]
    hint = did_you_mean(str(node.value), _SEVERITY_WORDS) if node.is_scalar else ""
    raise Wrong(node, "This should be never, hint, warning or error.", hint)


def _write_severity(value: Severity | None) -> str:
    return value.label if value else "never"


def one_of(words: Sequence[str]) -> Codec:
    """A codec for one word of a few."""

    def read(node: Node) -> str:
        if isinstance(node.value, str) and node.value in words:
            return node.value
        hint = did_you_mean(str(node.value), words) if node.is_scalar else ""
        raise Wrong(node, f"This should be one of {', '.join(words)}.", hint)

    return Codec(read, _same, {"enum": list(words)})


def _read_unique(node: Node) -> str:
    if node.value is False:
        return ""
    return str(_UNIQUE.read(node))


def _read_options(node: Node) -> tuple[Option, ...]:
    if not node.is_list:
        raise Wrong(node, "This should be a list of options.")
    return tuple(_read_option(item) for item in node.value)


def _read_option(node: Node) -> Option:
    if node.is_group and "value" in node.value:
        label = node.value.get("label")
        return Option(node.value["value"].plain(), _read_text(label) if label else "")
    if node.is_scalar and node.value is not None:
        return Option(node.value)
    raise Wrong(node, "An option is one value, or a group of value and label.")


def _write_options(options: Sequence[Option]) -> list[Any]:
    return [
        {"value": each.value, "label": each.label} if each.label else each.value for each in options
    ]


def _read_pattern(node: Node) -> Pattern:
    parts = node.value if node.is_group else {"regex": node}
    if "regex" not in parts:
        raise Wrong(node, "A pattern needs a regex.")
    words = {key: _read_text(each) for key, each in parts.items()}
    text, flags = words["regex"], words.get("flags", "")
    wrong = problem(text, flags)
    if wrong:
        raise Wrong(parts["regex"], wrong)
    return Pattern(text, flags, words.get("message", ""))


def _write_pattern(pattern: Pattern) -> Any:
    parts = {"regex": pattern.text, "flags": pattern.flags, "message": pattern.message}
    kept = {key: value for key, value in parts.items() if value}
    return pattern.text if len(kept) == 1 else kept


_SCALAR = {"type": ["string", "number", "boolean"]}
_OPTION = {
    "anyOf": [
        _SCALAR,
        {
            "type": "object",
            "properties": {"value": _SCALAR, "label": {"type": "string"}},
            "required": ["value"],
            "additionalProperties": False,
        },
    ]
}
_PATTERN_PARTS = {
    "type": "object",
    "properties": {each: {"type": "string"} for each in ("regex", "flags", "message")},
    "required": ["regex"],
    "additionalProperties": False,
}
_MESSAGES = {"type": "object", "additionalProperties": {"type": "string"}}
_TEXTS = {"type": ["string", "array"], "items": {"type": "string"}}

TEXT = Codec(_read_text, _same, {"type": "string"})
TEXTS = Codec(_read_texts, _write_texts, _TEXTS)
FLAG = Codec(_read_flag, _same, {"type": "boolean"})
NUMBER = Codec(_read_number, _shortest, {"type": "number"})
STEP = Codec(_read_step, _same, {"type": "number", "exclusiveMinimum": 0})
COUNT = Codec(_read_count, _same, {"type": "integer", "minimum": 0})
DATE = Codec(_read_date, _same, {"type": "string"})
ANY = Codec(_read_plain, _same, {})
MESSAGES = Codec(_read_messages, dict, _MESSAGES)
SEVERITY = Codec(_read_severity, _write_severity, {"enum": [*_SEVERITY_WORDS, True, False]})
OPTIONS = Codec(_read_options, _write_options, {"type": "array", "items": _OPTION})
PATTERN = Codec(_read_pattern, _write_pattern, {"anyOf": [{"type": "string"}, _PATTERN_PARTS]})
_UNIQUE = one_of(("list", "folder"))
UNIQUE = Codec(_read_unique, lambda value: value or False, {"enum": ["list", "folder", False]})
