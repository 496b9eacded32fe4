"""Keys that mean something else while the article has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent


class PageKeys(QObject):
    """Takes Ctrl+F from the window while the keyboard is with the article."""

    find_asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key before the window's shortcut does, then act on it."""
        if isinstance(event, QKeyEvent) and _is_find(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.find_asked.emit()
                return True
        return super().eventFilter(watched, event)


def _is_find(event: QKeyEvent) -> bool:
    ctrl = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_F and event.modifiers() == ctrl
