"""From a wish to operations on the front matter, where that takes more than a name."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import InsertItem, MoveItem, RemoveItem, SetValue, Unset
from reviewer.schema.field import MISSING
from reviewer.ui.panels.form import intents

if TYPE_CHECKING:
    from reviewer.document.operations import Operation, Path
    from reviewer.schema.field import Field
    from reviewer.ui.panels.form.rows import Row


def operations_of(intent: intents.Intent, row: Row) -> tuple[Operation, ...]:
    """The operations that an intention asks for, none for one that asks for something else."""
    match intent:
        case intents.Chosen(path, value):
            return (SetValue(path, value),)
        case intents.Inserted(path, index, value):
            return (InsertItem(path, index, blank_item(row) if value is None else value),)
        case intents.Removed(path, index):
            last = row.empty_as and isinstance(row.value, list) and len(row.value) == 1
            return (emptied(row) if last else RemoveItem(path, index),)
        case intents.Varied(path, name):
            return (varied(row, path, name),)
        case intents.Doubled(path, index):
            return (InsertItem(path, index + 1, deepcopy(row.value[index])),)
        case intents.Moved(path, old, new):
            return (MoveItem(path, old, new),)
    return ()


def blank_item(row: Row) -> Any:
    """A new item like those that the list has: a card with the same keys, else as declared."""
    if not row.children:
        return row.blank
    last = row.children[-1]
    if last.editor == "variant" and isinstance(last.value, dict):
        return {last.variant_key: last.value.get(last.variant_key)}
    if last.editor != "group":
        return ""
    texts = [inner for inner in row.children[-1].children if isinstance(inner.value, str)]
    return {inner.path[-1]: "" for inner in texts}


def blank_of(item: Field | None) -> Any:
    """A new item where the list has none yet: a card with its text fields, else empty text."""
    if item is None or not (item.fields or item.variants):
        return ""
    if item.variants:
        return {item.variant_key: item.variants[0].name}
    texts = [each.name for each in item.fields if each.kind in ("string", "text", "url")]
    return dict.fromkeys(texts or [item.fields[0].name], "")


def emptied(row: Row) -> Operation:
    """What the schema wants written where the field is emptied."""
    if row.empty_as == MISSING:
        return Unset(row.path)
    return SetValue(row.path, _EMPTY.get(row.empty_as))


def varied(row: Row, path: Path, name: str) -> Operation:
    """Another variant; what the group holds otherwise stays."""
    if isinstance(row.value, dict):
        return SetValue((*path, row.variant_key), name)
    return SetValue(path, {row.variant_key: name})


_EMPTY: dict[str, Any] = {"text": "", "list": []}
