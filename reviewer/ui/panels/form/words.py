"""The words around a field: its label, its counter, and what it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.schema import labels
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.schema.field import Field


def label_of(name: Any, field: Field | None) -> str:
    """The label, with the range where the schema knows one."""
    label = (field.label if field else "") or labels.label(name)
    if field and field.minimum is not None and field.maximum is not None:
        return f"{label} ({field.minimum:g}–{field.maximum:g})"
    return label


def placeholder_of(label: str, kind: str) -> str:
    """What an absent field says in place of a value: "Add a description"."""
    # "Source URL" becomes "source URL": names of capitals stay as they are.
    words = label.split(" ")
    name = " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in words)
    if kind in ("tags", "list") or name.endswith("s"):
        return tr("Add {field}", field=name)
    article = tr("an") if name[:1].lower() in "aeio" else tr("a")
    return tr("Add {article} {field}", article=article, field=name)


def counter_of(value: Any, field: Field | None, editor: str) -> str:
    """How long a text or a list is, where that is worth knowing."""
    if isinstance(value, str) and field and field.max_length:
        return tr("{length} of {limit}", length=len(value), limit=field.max_length)
    if isinstance(value, list) and editor == "list":
        if value and all(_is_sentence(item) for item in value):
            return tr_count("{count} point", "{count} points", len(value))
        return tr_count("{count} item", "{count} items", len(value))
    return ""


def was(old: Any, new: Any) -> str:
    """What stands beside a changed field: its old value, where that tells it from the new one."""
    alike = isinstance(old, list | dict) and type(old) is type(new) and len(old) == len(new)
    return tr("edited") if alike else tr("was {value}", value=told(old))


def told(value: Any) -> str:
    """An old value, short enough to stand beside the label."""
    if value is None:
        return tr("null")
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if value in ("", [], {}):
        return tr("empty")
    if isinstance(value, list):
        return tr_count("{count} item", "{count} items", len(value))
    if isinstance(value, dict):
        return tr_count("{count} field", "{count} fields", len(value))
    return labels.quoted(value, limit=28) if isinstance(value, str) else str(value)


def _is_sentence(item: Any) -> bool:
    return isinstance(item, str) and item.rstrip()[-1:] in tuple(".!?…")
