"""The table of actions as QActions: shortcuts on the window, lines in menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from reviewer.ui.actions.table import Action, Actions
    from reviewer.ui.theme.theme import Theme


class QtActions:
    """One QAction for each action, owned by the window."""

    def __init__(self, actions: Actions, window: QWidget, theme: Theme) -> None:
        self._actions = actions
        self._window = window
        self._theme = theme
        self._made: dict[str, QAction] = {}
        for action in actions:
            self._add(action)
        actions.added.connect(self._add)
        actions.refreshed.connect(lambda _none: self.refresh())
        theme.changed.connect(lambda _theme: self._dress())

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def fill(self, menu: QMenu, *names: str) -> None:
        """Put actions into a menu; an empty name draws a line."""
        for name in names:
            if name:
                menu.addAction(self._made[name])
            else:
                menu.addSeparator()

    def fill_context(self, widget: QWidget, *names: str) -> None:
        """Offer actions when a widget is asked for its context menu."""
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        widget.addActions([self._made[name] for name in names])

    def offer_letters(self, *widgets: QWidget) -> None:
        """Let keys without Ctrl or Alt work in these widgets and what is in them, and nowhere else.

        A field in which one types takes such keys for itself.
        """
        for action in self._actions:
            if is_letter(action.shortcut):
                for widget in widgets:
                    widget.addAction(self._made[action.name])

    def refresh(self) -> None:
        """Ask every action whether it can be done now, and whether it is on."""
        for action in self._actions:
            made = self._made[action.name]
            made.setEnabled(action.enabled())
            if action.checked is not None:
                made.setChecked(action.checked())

    def _add(self, action: Action) -> None:
        made = QAction(action.label, self._window)
        made.setObjectName(action.name)
        made.setShortcut(QKeySequence(action.shortcut))
        made.setCheckable(action.checked is not None)
        # The menu of the application on macOS wants this one in its own place.
        roles = {"quit": QAction.MenuRole.QuitRole}
        made.setMenuRole(roles.get(action.name, QAction.MenuRole.NoRole))
        made.triggered.connect(lambda: self._run(action.name))
        self._made[action.name] = made
        if is_letter(action.shortcut):
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(made)
        self._dress(action)

    def _dress(self, *only: Action) -> None:
        for action in only or self._actions:
            if action.icon:
                self._made[action.name].setIcon(self._theme.icon(action.icon, "mute"))

    def _run(self, name: str) -> None:
        self._actions.run(name)
        self.refresh()


def is_letter(shortcut: str) -> bool:
    """Whether a shortcut would be typed as a letter."""
    return len(shortcut.removeprefix("Shift+")) == 1


def shown_shortcut(shortcut: str) -> str:
    """A shortcut as the user's keyboard names it: ``Ctrl K``, or ``⌘K`` on a Mac."""
    text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("+", " ")
