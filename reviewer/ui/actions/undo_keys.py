"""Sends the undo keys to the post and not to the input that has the focus.

Line edits and text edits keep undo stacks of their own and take these keys
before any shortcut sees them; a post has one history across form and body.
Inputs that are no part of a post say so by the property ``own-undo``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.actions.table import Actions

KEYS = {QKeySequence.StandardKey.Undo: "undo", QKeySequence.StandardKey.Redo: "redo"}
OWN_UNDO = "own-undo"


class UndoKeys(QObject):
    """An event filter of the application, for the inputs of one window."""

    def __init__(self, app: QCoreApplication, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run undo or redo of the post instead of the input's own."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not self._is_ours(watched):
            return False
        name = next((name for key, name in KEYS.items() if event.matches(key)), None)
        if name is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._actions.run(name)
        return True

    def _is_ours(self, watched: QObject) -> bool:
        focused = QApplication.focusWidget()
        if watched is not focused or focused.window() is not self._window:
            return False
        return not focused.property(OWN_UNDO)
