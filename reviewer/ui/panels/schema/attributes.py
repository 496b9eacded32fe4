"""Which attributes of a field can be changed, how each is typed, and what the typed text means.

Reading goes through the codecs of ``reviewer.yml``, so that the view refuses
exactly what the file would be refused for. No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.schema.declared.attributes import BY_ATTRIBUTE
from reviewer.schema.declared.reading import FILE
from reviewer.schema.imports import yaml_source
from reviewer.schema.imports.node import Node, node_of
from reviewer.ui.panels.schema import words
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.schema.field import Field, Option

BETWEEN = " = "
"""Stands between an option and its label."""
DOCUMENT_END = "\n...\n"


class Input(Enum):
    """How an attribute is typed."""

    TEXT = "text"
    LONG = "long text"
    PLAIN = "a value as YAML has it"
    CHOICE = "choice"
    LINES = "one item a line"
    PATTERN = "regular expression"


NUMBERS = frozenset({"int", "float"})
TEXTS = frozenset({"string", "text", "url", "email", "slug"})
LISTS = frozenset({"list", "tags"})
DATES = frozenset({"date", "datetime"})
FILES = frozenset({"image", "file"})
CHOSEN = frozenset({"enum", "tags", "string"})
EVERY: frozenset[str] = frozenset()
"""For attributes of all kinds."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One line of the inspector; ``kinds`` are those of fields that usually have it."""

    name: str
    label: str
    input: Input = Input.PLAIN
    kinds: frozenset[str] = EVERY
    is_usual: bool = True


SHOWN = (
    Attribute("label", "Label", Input.TEXT),
    Attribute("help", "Help", Input.LONG),
    Attribute("kind", "Kind", Input.CHOICE),
    Attribute("required", "Required", Input.CHOICE),
    Attribute("filled", "May not be empty", Input.CHOICE),
    Attribute("options", "Options, one a line", Input.LINES, CHOSEN),
    Attribute("open_options", "Other values are fine", Input.CHOICE, CHOSEN),
    Attribute("multiple", "Several may be chosen", Input.CHOICE, frozenset({"enum"})),
    Attribute("minimum", "At least", Input.PLAIN, NUMBERS),
    Attribute("maximum", "At most", Input.PLAIN, NUMBERS),
    Attribute("step", "In steps of", Input.PLAIN, NUMBERS),
    Attribute("min_length", "Characters, at least", Input.PLAIN, TEXTS),
    Attribute("max_length", "Characters, at most", Input.PLAIN, TEXTS),
    Attribute("min_words", "Words, at least", Input.PLAIN, frozenset({"text"})),
    Attribute("max_words", "Words, at most", Input.PLAIN, frozenset({"text"})),
    Attribute("min_items", "Items, at least", Input.PLAIN, LISTS),
    Attribute("max_items", "Items, at most", Input.PLAIN, LISTS),
    Attribute("earliest", "Not before", Input.PLAIN, DATES),
    Attribute("latest", "Not after", Input.PLAIN, DATES),
    Attribute("format", "Written as", Input.TEXT, DATES),
    Attribute("pattern", "Pattern", Input.PATTERN, TEXTS),
    Attribute("unique", "Each value only once", Input.CHOICE),
    Attribute("severity", "Breaking a rule is", Input.CHOICE),
    Attribute("order", "Place in the form", Input.PLAIN),
    Attribute("group", "Heading in the form", Input.TEXT),
    Attribute("hidden", "Left out of the form", Input.CHOICE),
    Attribute("read_only", "Only shown", Input.CHOICE),
    Attribute("default", "New posts begin with", Input.PLAIN, is_usual=False),
    Attribute("also", "Further kinds", Input.PLAIN, is_usual=False),
    Attribute("nullable", "Null is a value", Input.CHOICE, is_usual=False),
    Attribute("empty_as", "Emptying it writes", Input.CHOICE, is_usual=False),
    Attribute("timezone", "Time zone", Input.TEXT, DATES, is_usual=False),
    Attribute("reference", "Refers to", Input.PLAIN, frozenset({"reference"})),
    Attribute("folder", "Folder of its files", Input.TEXT, FILES),
    Attribute("extensions", "Endings of its files", Input.LINES, FILES),
    Attribute("when", "Only where", Input.PLAIN, is_usual=False),
    Attribute("unique_on", "Key that differs in groups", Input.TEXT, LISTS, is_usual=False),
    Attribute("variant_key", "Key that tells shapes apart", Input.TEXT, frozenset({"variant"})),
    Attribute("messages", "Own messages", Input.PLAIN, is_usual=False),
)
"""All settings of ``reviewer.yml``, in the order of the inspector."""
BY_NAME = {each.name: each for each in SHOWN}

_YES_NO = (("true", "Yes"), ("false", "No"))
_CHOICES: dict[str, Sequence[tuple[str, str]]] = {
    "kind": tuple(words.KINDS.items()),
    "required": tuple(words.SEVERITIES.items()),
    "filled": tuple(words.SEVERITIES.items()),
    "severity": (("error", "An error"), ("warning", "A warning"), ("hint", "A hint")),
    "unique": (("folder", "In the whole folder"), ("list", "In its list"), ("false", "No")),
    "empty_as": (
        ("missing", "Nothing: the field goes"),
        ("null", "null"),
        ("text", "Empty text"),
        ("list", "An empty list"),
    ),
}


def choices(attribute: str) -> list[tuple[str, str]]:
    """The keys and labels that an attribute is chosen from."""
    return [(key, tr(label)) for key, label in _CHOICES.get(attribute, _YES_NO)]


def fitting(field: Field, *, every: bool = False) -> Iterator[Attribute]:
    """The attributes to show for a field: those of its kind, and all that are stated."""
    for each in SHOWN:
        fits = each.is_usual and (not each.kinds or field.kind in each.kinds)
        if every or fits or field.states(each.name):
            yield each


def shown(attribute: str, value: Any) -> str:
    """A value as it is typed; the key of a choice."""
    if attribute == "options":
        return "\n".join(_option_line(each) for each in value)
    if attribute == "pattern":
        return str(value.text) if value else ""
    written = BY_ATTRIBUTE[attribute].codec.write(value)
    if BY_NAME[attribute].input is Input.LINES:
        return "\n".join([written] if isinstance(written, str) else written)
    if BY_NAME[attribute].input in (Input.TEXT, Input.LONG):
        return str(written)
    return _flow(written)


def read(attribute: str, text: str, before: Any = None) -> Any:
    """The value that typed text stands for; raises ``ReviewerError``."""
    return BY_ATTRIBUTE[attribute].codec.read(_node(attribute, text, before))


def _node(attribute: str, text: str, before: Any) -> Node:
    match BY_NAME[attribute].input:
        case Input.TEXT | Input.LONG:
            return Node(text)
        case Input.PATTERN:
            kept = {"flags": before.flags, "message": before.message} if before else {}
            return node_of({"regex": text} | {key: each for key, each in kept.items() if each})
        case Input.LINES:
            read_line = _option_node if attribute == "options" else Node
            return Node([read_line(line.strip()) for line in text.splitlines() if line.strip()])
    return _yaml(text)


def _option_node(line: str) -> Node:
    value, between, label = line.partition(BETWEEN)
    if not between:
        return _yaml(line)
    return Node({"value": _yaml(value), "label": Node(label.strip())})


def _option_line(option: Option) -> str:
    value = _flow(option.value)
    return f"{value}{BETWEEN}{option.label}" if option.label else value


def _yaml(text: str) -> Node:
    return yaml_source.read(text, FILE, _twice)


def _twice(_node_: Node, _key: str) -> None:
    """The last one counts, as in the file."""


def _flow(value: Any) -> str:
    text: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=1_000_000, sort_keys=False
    )
    return text.removesuffix(DOCUMENT_END[1:]).strip()
