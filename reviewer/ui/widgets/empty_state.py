"""What a panel shows when it has nothing to show, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.widgets.style import styled


class EmptyState(QWidget):
    """A title, a line of text and at most one button; ``asked`` when that is pressed."""

    asked = Signal()

    def __init__(
        self, title: str = "", text: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = styled(QLabel(), "empty-title")
        self._text = styled(QLabel(), "mute")
        self._button = QPushButton()
        self._button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        self.show_text(title, text, action)

    def show_text(self, title: str, text: str = "", action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
