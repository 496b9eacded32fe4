"""Menus from the table of actions: one behind the folder's name, a menu bar on a Mac."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from reviewer.ui.actions.folder_actions import FOLDER_MENU
from reviewer.ui.actions.post_actions import POST_MENU
from reviewer.ui.actions.review_actions import REVIEW_MENU
from reviewer.ui.actions.view_actions import ORDER_MENU, THEME_MENU, VIEW_MENU
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar, QWidget

    from reviewer.ui.actions.qt_actions import QtActions
    from reviewer.ui.shell import Shell

TEXT_MENU = "edit"
LAST = "quit"


class Menus:
    """Makes menus whose lines are the window's own actions."""

    def __init__(self, shell: Shell, actions: QtActions) -> None:
        self._shell = shell
        self._actions = actions

    def fill_folder(self, menu: QMenu) -> None:
        """Everything about the folder; post and view as menus of their own."""
        menu.clear()
        first, *others = (name for name in self._names(FOLDER_MENU) if name != LAST)
        self._actions.fill(menu, first)
        menu.addMenu(self._recent(menu))
        self._actions.fill(menu, *others, "")
        menu.addMenu(self._menu(tr("Post"), menu, POST_MENU))
        menu.addMenu(self._menu(tr("Review"), menu, REVIEW_MENU))
        menu.addMenu(self._menu(tr("Text"), menu, TEXT_MENU))
        menu.addMenu(self._view(menu))
        self._actions.fill(menu, "", LAST)

    def fill_bar(self, bar: QMenuBar) -> None:
        """The same actions as a menu bar, where the system expects one."""
        folder = bar.addMenu(tr("Folder"))
        folder.aboutToShow.connect(lambda: self.fill_folder(folder))
        self.fill_folder(folder)
        bar.addMenu(self._menu(tr("Post"), bar, POST_MENU))
        bar.addMenu(self._menu(tr("Review"), bar, REVIEW_MENU))
        bar.addMenu(self._menu(tr("Text"), bar, TEXT_MENU))
        bar.addMenu(self._view(bar))

    def fill_order(self, menu: QMenu) -> None:
        """The orders of the list."""
        self._actions.fill(menu, *self._names(ORDER_MENU))

    def _view(self, parent: QWidget) -> QMenu:
        menu = self._menu(tr("View"), parent, VIEW_MENU)
        self._actions.fill(menu, "", *self._names(THEME_MENU))
        return menu

    def _menu(self, title: str, parent: QWidget, group: str) -> QMenu:
        menu = QMenu(title, parent)
        self._actions.fill(menu, *self._names(group))
        return menu

    def _recent(self, parent: QWidget) -> QMenu:
        menu = QMenu(tr("Recent folders"), parent)
        folders = self._shell.context.settings.recent_folders
        for folder in folders:
            line = menu.addAction(_short(folder))
            line.triggered.connect(lambda _on=False, folder=folder: self._shell.open_folder(folder))
        menu.setEnabled(bool(folders))
        menu.addSeparator()
        menu.addAction(tr("Forget these folders"), self._shell.context.settings.forget_folders)
        return menu

    def _names(self, group: str) -> list[str]:
        return [action.name for action in self._shell.context.actions.in_menu(group)]


def _short(folder: Path) -> str:
    home = Path.home()
    # A lone ampersand would be read as the mark of an access key.
    text = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return text.replace("&", "&&")
