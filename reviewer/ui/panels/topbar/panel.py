"""The bar at the top: folder menu, engine, search, check and save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from reviewer.ui.actions.qt_actions import shown_shortcut
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from reviewer.ui.actions.menus import Menus
    from reviewer.ui.actions.qt_actions import QtActions
    from reviewer.ui.shell import Shell

HEIGHT = 48
SEARCH_WIDTH = 440


class SearchButton(QPushButton):
    """Looks like a search box; a press opens the palette."""

    def __init__(self, shortcut: str) -> None:
        super().__init__()
        styled(self, "search", name=tr("Search posts and commands"))
        self.setFixedHeight(30)
        self.setMaximumWidth(SEARCH_WIDTH)
        self.setMinimumWidth(160)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        hint = styled(QLabel(tr("Search posts, or type > for a command")), "faint")
        hint.setMinimumWidth(1)
        keys = styled(QLabel(shown_shortcut(shortcut)), "kbd")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 6, 0)
        row.addWidget(hint, 1)
        row.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (hint, keys):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class ActionButton(QPushButton):
    """A button for an action: its text, its tool tip, and whether it can be pressed."""

    def __init__(self, action: QAction, *classes: str) -> None:
        super().__init__(action.text())
        styled(self, *classes, name=action.text())
        shortcut = action.shortcut().toString()
        self.setToolTip(f"{action.text()} ({shown_shortcut(shortcut)})")
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())


class TopBar(QWidget):
    """Lays the bar's parts out."""

    def __init__(self, actions: QtActions) -> None:
        super().__init__()
        styled(self, "topbar", name=tr("Tools"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.folder = styled(QPushButton(), "folder", name=tr("Folder"))
        self.folder.setMenu(QMenu(self.folder))
        self.engine = styled(QLabel(), "chip", name=tr("Site engine"))
        self.search = SearchButton(actions["palette"].shortcut().toString())
        self.search.clicked.connect(actions["palette"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.folder)
        row.addWidget(self.engine, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(ActionButton(actions["check-folder"]))
        row.addWidget(ActionButton(actions["save"], "primary"))


class TopBarPanel:
    """Follows the folder; its menu is made when it is asked for."""

    def __init__(self, shell: Shell, actions: QtActions, menus: Menus) -> None:
        self._shell = shell
        self._view = TopBar(actions)
        self.widget: QWidget = self._view
        menu = self._view.folder.menu()
        menu.aboutToShow.connect(lambda: menus.fill_folder(menu))
        shell.context.workspace.folder_opened.connect(lambda _folder: self._show())
        self._show()

    def _show(self) -> None:
        folder = self._shell.context.workspace.folder
        name = folder.name if folder else tr("No folder")
        self._view.folder.setText(f"{name.replace('&', '&&')} ▾")
        self._view.folder.setAccessibleName(tr("Folder {name}", name=name))
        self._view.folder.setToolTip(str(folder.root) if folder else "")
        self._view.engine.setText(folder.engine.label if folder else "")
        self._view.engine.setVisible(folder is not None)
