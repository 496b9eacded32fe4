"""The menu of a saved search in the sidebar: rename it, remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


def saved_menu(context: Context, name: str, parent: QWidget) -> QMenu:
    """The menu for the search called ``name``; it goes away once it is closed."""
    menu = QMenu(parent)
    menu.addAction(tr("Rename…"), lambda: rename(context, name))
    menu.addAction(tr("Remove"), lambda: remove(context, name))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def rename(context: Context, name: str) -> None:
    """Ask for another name."""
    new = context.prompts.ask_text(tr("Rename search"), tr("Name"), name)
    if new and new.strip():
        context.searches.rename(name, new.strip())


def remove(context: Context, name: str) -> None:
    """Remove at once, with a way back."""
    query = next((each.query for each in context.searches.all() if each.name == name), "")
    context.searches.remove(name)
    context.notify(
        tr("The search “{name}” was removed.", name=name),
        tr("Undo"),
        lambda: context.searches.save(name, query),
    )
