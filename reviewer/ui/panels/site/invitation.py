"""What the site page shows while there is no page: where things stand, and the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.panels.site.status import Phase
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.panels.site.status import Status

EDGE = 24


class Invitation(QWidget):
    """A title, a text, a line to be copied, and a button."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = styled(QLabel(), "empty-title")
        self._text = styled(QLabel(), "mute")
        self._code = styled(QLabel(), "mono", "code-line")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(tr("The site is being built"))
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        for label in (self._title, self._text, self._code):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(8)
        column.addStretch(2)
        for part in (self._title, self._text, self._code, self._busy):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)

    def show_status(self, status: Status) -> None:
        """Say where things stand."""
        for label, text in (
            (self._title, status.title),
            (self._text, status.text),
            (self._code, status.code),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._busy.setVisible(status.phase is Phase.STARTING)
        self.button.setText(status.action)
        self.button.setAccessibleName(status.action)
        self.button.setVisible(bool(status.action))
        self.setAccessibleName(status.title)
        self.setAccessibleDescription(f"{status.text} {status.code}".strip())
