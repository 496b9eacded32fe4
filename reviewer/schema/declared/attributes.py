"""The settings that a field in ``reviewer.yml`` may have, as one table.

Reader, writer and the JSON Schema for other editors all follow it, so that
they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.schema.declared import codecs
from reviewer.schema.declared.codecs import Codec, Wrong
from reviewer.schema.declared.conditions import CONDITIONS
from reviewer.schema.field import Reference
from reviewer.schema.kinds.registry import KINDS

if TYPE_CHECKING:
    from typing import Any

    from reviewer.schema.imports.node import Node


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of a field and the attribute of ``Field`` that it states."""

    key: str
    attribute: str
    codec: Codec
    help: str


def _read_reference(node: Node) -> Reference:
    if not node.is_group:
        raise Wrong(node, "This should say what is referred to.", "Write {type: author}.")
    unknown = [key for key in node.value if key not in _REFERENCE]
    if unknown:
        raise Wrong(node, f"A reference has no “{unknown[0]}”.", f"It has {', '.join(_REFERENCE)}.")
    parts = {_REFERENCE[key]: codecs.TEXT.read(each) for key, each in node.value.items()}
    return Reference(**parts)


def _write_reference(reference: Reference) -> dict[str, Any]:
    usual = Reference()
    return {
        key: getattr(reference, name)
        for key, name in _REFERENCE.items()
        if getattr(reference, name) != getattr(usual, name)
    }


_REFERENCE = {"type": "content_type", "folder": "folder", "value": "value", "label": "label"}
_REFERENCE_SCHEMA = {
    "type": "object",
    "properties": {key: {"type": "string"} for key in _REFERENCE},
    "additionalProperties": False,
}
REFERENCE = Codec(_read_reference, _write_reference, _REFERENCE_SCHEMA)
KIND = codecs.one_of(tuple(KINDS))
KIND_LIST = Codec(
    lambda node: tuple(KIND.read(each) for each in (node.value if node.is_list else [node])),
    list,
    {"type": "array", "items": KIND.schema},
)
EMPTY_AS = codecs.one_of(("missing", "null", "text", "list"))

SETTINGS = (
    Setting("label", "label", codecs.TEXT, "What the form calls the field."),
    Setting("help", "help", codecs.TEXT, "What an editor should know when filling it in."),
    Setting("kind", "kind", KIND, "What sort of value it holds."),
    Setting("also", "also", KIND_LIST, "Further kinds that are fine, too."),
    Setting("required", "required", codecs.SEVERITY, "How bad it is if the field is absent."),
    Setting("filled", "filled", codecs.SEVERITY, "How bad it is if the field is there but empty."),
    Setting("nullable", "nullable", codecs.FLAG, "Whether null is a value like others."),
    Setting("default", "default", codecs.ANY, "The value that a new post begins with."),
    Setting("options", "options", codecs.OPTIONS, "The values to choose from."),
    Setting("open", "open_options", codecs.FLAG, "Whether other values are fine, too."),
    Setting("multiple", "multiple", codecs.FLAG, "Whether several of them may be chosen."),
    Setting("unique", "unique", codecs.UNIQUE, "Where a value may stand only once."),
    Setting("unique_on", "unique_on", codecs.TEXT, "The key that differs in groups of a list."),
    Setting("min", "minimum", codecs.NUMBER, "The least number."),
    Setting("max", "maximum", codecs.NUMBER, "The greatest number."),
    Setting("step", "step", codecs.STEP, "Numbers are multiples of this."),
    Setting("min_length", "min_length", codecs.COUNT, "The least number of characters."),
    Setting("max_length", "max_length", codecs.COUNT, "The greatest number of characters."),
    Setting("min_words", "min_words", codecs.COUNT, "The least number of words."),
    Setting("max_words", "max_words", codecs.COUNT, "The greatest number of words."),
    Setting("min_items", "min_items", codecs.COUNT, "The least number of items."),
    Setting("max_items", "max_items", codecs.COUNT, "The greatest number of items."),
    Setting("earliest", "earliest", codecs.DATE, "The first date that is fine."),
    Setting("latest", "latest", codecs.DATE, "The last date that is fine."),
    Setting("pattern", "pattern", codecs.PATTERN, "A regular expression found in the text."),
    Setting("severity", "severity", codecs.SEVERITY, "How bad it is to break the field's rules."),
    Setting("format", "format", codecs.TEXT, "How the value is written, such as yyyy-MM-dd."),
    Setting("timezone", "timezone", codecs.TEXT, "The zone of times that name none."),
    Setting("empty_as", "empty_as", EMPTY_AS, "What emptying the field writes."),
    Setting("read_only", "read_only", codecs.FLAG, "Whether the form only shows it."),
    Setting("hidden", "hidden", codecs.FLAG, "Whether the form leaves it out."),
    Setting("when", "when", CONDITIONS, "The field counts only where these conditions hold."),
    Setting("reference", "reference", REFERENCE, "What a reference points to."),
    Setting("folder", "folder", codecs.TEXT, "Where its files lie."),
    Setting("extensions", "extensions", codecs.TEXTS, "The endings that its files may have."),
    Setting("variant_key", "variant_key", codecs.TEXT, "The key that tells variants apart."),
    Setting("order", "order", codecs.COUNT, "Its place in the form, counted from 0."),
    Setting("group", "group", codecs.TEXT, "The heading under which the form shows it."),
    Setting("messages", "messages", codecs.MESSAGES, "Your own words for broken rules."),
)
BY_KEY = {each.key: each for each in SETTINGS}
BY_ATTRIBUTE = {each.attribute: each for each in SETTINGS}
NESTED = ("item", "fields", "variants")
"""Keys that hold fields themselves."""
