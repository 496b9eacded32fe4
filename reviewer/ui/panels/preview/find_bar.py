"""The bar above the article that finds words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PageFindBar(QFrame):
    """A line for the words, how often they stand in the page, and ways to the next place."""

    searched = Signal(str, bool)
    """Words, and whether to go backwards from the last place."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        styled(self, "list-header", name=tr("Find in the preview"))
        self.line = styled(QLineEdit(), name=tr("Find in the preview"))
        self.line.setPlaceholderText(tr("Find in the preview"))
        self.line.setClearButtonEnabled(True)
        self.count = styled(QLabel(), "mute", "small", name=tr("Number of places found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for sign, name, act in (
            ("↑", tr("Previous place"), lambda: self._ask(backwards=True)),
            ("↓", tr("Next place"), lambda: self._ask(backwards=False)),
            ("✕", tr("Close"), self.close_bar),
        ):
            button = styled(QPushButton(sign), "link", name=name)
            button.setToolTip(name)
            button.clicked.connect(act)
            row.addWidget(button)
        self.line.textChanged.connect(lambda _text: self._ask(backwards=False))
        self.hide()

    def open(self) -> None:
        """Show the bar and let the words be typed."""
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask(backwards=False)

    def close_bar(self) -> None:
        """Hide the bar, and nothing is marked any more."""
        self.hide()
        self.searched.emit("", False)
        self.closed.emit()

    def show_count(self, active: int, count: int) -> None:
        """Say which of how many places is shown."""
        found = tr("{active} of {count}", active=active, count=count) if count else tr("Not found")
        self.count.setText(found if self.line.text() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _ask(self, *, backwards: bool) -> None:
        self.searched.emit(self.line.text(), backwards)
