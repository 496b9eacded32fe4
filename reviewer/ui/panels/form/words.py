"""The words around a field: its label, its counter, and what it was before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reviewer.schema import labels
from reviewer.ui.panels.form.addresses import is_web_address
from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reviewer.schema.field import Field
    from reviewer.ui.panels.form.rows import Row
    from reviewer.ui.panels.form.slots import Slot


def label_of(name: Any, field: Field | None) -> str:
    """The label, with the range where the schema knows one."""
    label = (field.label if field else "") or labels.label(name)
    if field and field.minimum is not None and field.maximum is not None:
        return f"{label} ({field.minimum:g}–{field.maximum:g})"
    return label


def note_of(row: Row, inherited: Any) -> str:
    """What stands beside the label: which sort of nothing the field holds, and its limits."""
    if row.state is State.ABSENT and inherited is not None:
        # Fields that are chosen from, not typed in, have no other place to say it.
        spoken = row.editor in ("yes_no", "tags", "list", "group", "variant")
        return inherited_text(inherited) if spoken else tr("inherited")
    words = _STATES.get(row.state)
    if row.state is State.EMPTY:
        words = _EMPTY.get(type(row.value))
    parts = (words() if words else "", span_of(row.earliest, row.latest), _kept_word(row))
    return " · ".join(part for part in parts if part)


def _kept_word(row: Row) -> str:
    return tr("read-only") if row.kept else ""


def empty_text_of(row: Row, inherited: Any) -> str:
    """What an absent field shows in place of a value."""
    if inherited is not None and not isinstance(inherited, list | dict):
        return inherited_text(inherited)
    return placeholder_of(row.label, row.kind)


def inherited_text(value: Any) -> str:
    """What the site gives the post where it does not say otherwise."""
    return tr("inherited: {value}", value=value if isinstance(value, str) else told(value))


def offer_of(row: Row, slot: Slot) -> str:
    """The link that writes the default of a field that is not there; "" for none."""
    default = slot.field.default if slot.field else None
    if default is None or row.state is not State.ABSENT or row.read_only:
        return ""
    return tr("use {value}", value=told(default))


def span_of(earliest: date | None, latest: date | None) -> str:
    """Which dates are allowed."""
    if earliest and latest:
        return tr("{first} to {last}", first=earliest, last=latest)
    if earliest:
        return tr("from {first}", first=earliest)
    return tr("until {last}", last=latest) if latest else ""


def placeholder_of(label: str, kind: str) -> str:
    """What an absent field says in place of a value: "Add a description"."""
    # "Source URL" becomes "source URL": names of capitals stay as they are.
    words = label.split(" ")
    name = " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in words)
    if kind in ("tags", "list") or name.endswith("s"):
        return tr("Add {field}", field=name)
    article = tr("an") if name[:1].lower() in "aeio" else tr("a")
    return tr("Add {article} {field}", article=article, field=name)


def card_title(row: Row) -> str:
    """What a card is called: by its name, else by its first text, else by its number."""
    texts = [each for each in row.children if isinstance(each.value, str)]
    # An address tells less than any other text does.
    texts.sort(key=lambda each: (each.path[-1] not in _NAMES, is_web_address(each.value)))
    plain = (_TAG.sub("", each.value).strip() for each in texts)
    first = next((text for text in plain if text), "")
    return first.splitlines()[0] if first else row.label


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


_NAMES = ("title", "name", "label", "heading")
_TAG = re.compile(r"<[^<>]*>")
_STATES: dict[State, Callable[[], str]] = {
    State.ABSENT: lambda: tr("not set"),
    State.NULL: lambda: tr("null"),
}
_EMPTY: dict[type, Callable[[], str]] = {
    str: lambda: tr("empty text"),
    list: lambda: tr("empty list"),
    dict: lambda: tr("empty group"),
}


def _is_sentence(item: Any) -> bool:
    return isinstance(item, str) and item.rstrip()[-1:] in tuple(".!?…")
