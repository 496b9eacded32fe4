"""The menu of "+ Add field": what the folder knows, and a field of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from reviewer.ui.panels.form.rows import Addable

FIRST = 14
"""Known fields that the menu itself holds; the others are in a menu inside it."""


def new_kinds() -> tuple[tuple[str, str], ...]:
    """The kinds that a new field can have, with their names."""
    return (
        ("string", tr("Text")),
        ("text", tr("Long text")),
        ("int", tr("Number")),
        ("bool", tr("Yes or no")),
        ("date", tr("Date")),
        ("datetime", tr("Date and time")),
        ("url", tr("Web address")),
        ("tags", tr("Tags")),
        ("list", tr("List")),
        ("object", tr("Group of fields")),
        ("opaque", tr("Anything else, as YAML")),
    )


def fill_add_menu(menu: QMenu, known: Sequence[Addable], add: Callable[[str, str], None]) -> None:
    """Fill ``menu``; ``add`` gets name and kind, an empty name for "ask me"."""
    menu.clear()
    for each in known[:FIRST]:
        _add_known(menu, each, add)
    if len(known) > FIRST:
        more = menu.addMenu(tr("More fields of this folder"))
        for each in known[FIRST:]:
            _add_known(more, each, add)
    if known:
        menu.addSeparator()
    own = menu.addMenu(tr("New field"))
    for kind, label in new_kinds():
        own.addAction(label).triggered.connect(lambda _checked=False, kind=kind: add("", kind))


def _add_known(menu: QMenu, each: Addable, add: Callable[[str, str], None]) -> None:
    action = menu.addAction(each.label)
    action.setToolTip(
        tr_count("{count} post has {name}", "{count} posts have {name}", each.count, name=each.name)
    )
    action.triggered.connect(lambda _checked=False: add(each.name, each.kind))
