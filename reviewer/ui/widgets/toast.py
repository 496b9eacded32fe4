"""A short message at the bottom of the window that goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Notice

SECONDS = 6
BOTTOM = 44


class Toast(QFrame):
    """Lies over ``parent``; the newest message replaces the one before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "toast")
        self._parent = parent
        self._run: Callable[[], None] | None = None
        self._label = styled(QLabel(), "toast-text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = styled(QPushButton(), "toast-action")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 8, 13, 8)
        row.setSpacing(24)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Show the notice, with a button for what can be done about it."""
        self._run = notice.run
        self._label.setText(notice.text)
        self._button.setText(notice.action)
        self._button.setAccessibleName(notice.action)
        self._button.setVisible(bool(notice.action))
        self.setAccessibleName(notice.text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(SECONDS * 1000)

    def hide(self) -> None:
        """Go."""
        self._timer.stop()
        super().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        if self._run:
            self._run()

    def _place(self) -> None:
        self.adjustSize()
        parent = self._parent
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - BOTTOM)
