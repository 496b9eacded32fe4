"""How far a long run has come, in words and as a line, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

WIDTH = 140


class ProgressLine(QWidget):
    """``Reading 62,140 of 100,000 posts`` · Stop; ``stopped`` when that is pressed."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = styled(QLabel(), "small", "mute")
        self._bar = styled(QProgressBar(), name=tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(WIDTH)
        self._stop = styled(QPushButton(tr("Stop")), "link", name=tr("Stop"))
        self._stop.setCursor(Qt.CursorShape.PointingHandCursor)
        self._stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._label, self._bar, self._stop):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` is done."""
        self._label.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
