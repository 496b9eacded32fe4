"""From a wish to operations on the front matter, where that takes more than a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.operations import InsertItem, MoveItem, RemoveItem, SetValue
from reviewer.ui.panels.form import intents

if TYPE_CHECKING:
    from reviewer.document.operations import Operation
    from reviewer.ui.panels.form.rows import Row


def operations_of(intent: intents.Intent, row: Row) -> tuple[Operation, ...]:
    """The operations that an intention asks for, none for one that asks for something else."""
    match intent:
        case intents.Chosen(path, value):
            return (SetValue(path, value),)
        case intents.Inserted(path, index, value):
            return (InsertItem(path, index, blank_item(row) if value is None else value),)
        case intents.Removed(path, index):
            return (RemoveItem(path, index),)
        case intents.Moved(path, old, new):
            return (MoveItem(path, old, new),)
        case intents.Mended(_, fix):
            return fix.operations
    return ()


def blank_item(row: Row) -> Any:
    """A new item like those that the list has: a card with the same keys, else empty text."""
    if not row.children or row.children[-1].editor != "group":
        return ""
    texts = [inner for inner in row.children[-1].children if isinstance(inner.value, str)]
    return {inner.path[-1]: "" for inner in texts}
