"""What can be done to a field as a whole, as a table: the field's menu is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.panels.form.rows import Row


class Deed(Enum):
    """The entries of a field's menu."""

    REVERT = "revert"
    RENAME = "rename"
    COPY = "copy"
    COPY_WRITTEN = "copy-written"
    SET_EMPTY_TEXT = "set-empty-text"
    SET_EMPTY_LIST = "set-empty-list"
    SET_EMPTY_GROUP = "set-empty-group"
    SET_NULL = "set-null"
    REMOVE = "remove"
    ADD_INSIDE = "add-inside"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu."""

    deed: Deed
    label: str
    enabled: bool = True


EMPTY: dict[Deed, Callable[[], object]] = {
    Deed.SET_EMPTY_TEXT: str,
    Deed.SET_EMPTY_LIST: list,
    Deed.SET_EMPTY_GROUP: dict,
}
"""What each sort of emptiness writes."""
GROUPS = ("group", "variant")


def entries_for(row: Row) -> tuple[Entry, ...]:
    """The menu of a field: absent, null and empty stay three different things."""
    present = row.state is not State.ABSENT
    free = not row.read_only
    item = isinstance(row.path[-1], int)
    entries = [
        Entry(Deed.REVERT, tr("Revert to the saved value"), free and (row.changed or row.waits)),
        Entry(Deed.COPY, tr("Copy value"), present),
        Entry(Deed.COPY_WRITTEN, tr("Copy as written in the file"), present),
        *_empties(row, free=free),
        Entry(Deed.SET_NULL, tr("Set to null"), free and row.state is not State.NULL),
    ]
    if row.editor in GROUPS:
        entries.append(Entry(Deed.ADD_INSIDE, tr("Add a field inside…"), free))
    if not item:
        entries.append(Entry(Deed.RENAME, tr("Rename field…"), free and present))
    remove = tr("Remove item") if item else tr("Remove field")
    entries.append(Entry(Deed.REMOVE, remove, free and present))
    if row.messages:
        entries.append(Entry(Deed.ACCEPT, tr("Accept this here…")))
    return tuple(entries)


def _empties(row: Row, *, free: bool) -> list[Entry]:
    labels = {
        Deed.SET_EMPTY_TEXT: tr("Set to empty text"),
        Deed.SET_EMPTY_LIST: tr("Set to an empty list"),
    }
    if row.editor in GROUPS:
        labels[Deed.SET_EMPTY_GROUP] = tr("Set to an empty group")
    return [
        Entry(deed, label, free and not (row.state is State.EMPTY and row.value == EMPTY[deed]()))
        for deed, label in labels.items()
    ]
