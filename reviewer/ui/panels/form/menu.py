"""What can be done to a field as a whole, as a table: the field's menu is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.panels.form.rows import Row


class Deed(Enum):
    """The entries of a field's menu."""

    REVERT = "revert"
    RENAME = "rename"
    COPY = "copy"
    COPY_WRITTEN = "copy-written"
    SET_EMPTY = "set-empty"
    SET_NULL = "set-null"
    REMOVE = "remove"
    ADD_INSIDE = "add-inside"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu."""

    deed: Deed
    label: str
    enabled: bool = True


EMPTY_OF_EDITOR: dict[str, object] = {"tags": [], "list": [], "group": {}}


def entries_for(row: Row) -> tuple[Entry, ...]:
    """The menu of a field: absent, null and empty stay three different things."""
    present = row.state is not State.ABSENT
    free = not row.read_only
    item = isinstance(row.path[-1], int)
    entries = [
        Entry(Deed.REVERT, tr("Revert to the saved value"), free and (row.changed or row.waits)),
        Entry(Deed.COPY, tr("Copy value"), present),
        Entry(Deed.COPY_WRITTEN, tr("Copy as written in the file"), present),
        Entry(Deed.SET_EMPTY, _empty_label(row), free and row.state is not State.EMPTY),
        Entry(Deed.SET_NULL, tr("Set to null"), free and row.state is not State.NULL),
    ]
    if row.editor == "group":
        entries.append(Entry(Deed.ADD_INSIDE, tr("Add a field inside…"), free))
    if not item:
        entries.append(Entry(Deed.RENAME, tr("Rename field…"), free and present))
    remove = tr("Remove item") if item else tr("Remove field")
    entries.append(Entry(Deed.REMOVE, remove, free and present))
    return tuple(entries)


def empty_value(row: Row) -> object:
    """What "empty" is for this field: text, list or group without content."""
    return EMPTY_OF_EDITOR.get(row.editor, "")


def _empty_label(row: Row) -> str:
    if row.editor in ("tags", "list"):
        return tr("Set to an empty list")
    return tr("Set to an empty group") if row.editor == "group" else tr("Set to empty text")
