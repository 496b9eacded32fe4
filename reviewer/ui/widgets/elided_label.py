"""A label that takes at most so many lines and says the rest in its tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from reviewer.ui.widgets.text_lines import text_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class ElidedLabel(QLabel):
    """Text that never asks for more width than there is."""

    def __init__(self, text: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = lines
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        # Text from a post is text, even where it looks like markup.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``."""
        super().setText(text)
        self.setToolTip(text if self._lines_in(self.width()) != [text] else "")
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return self._most > 1

    def heightForWidth(self, width: int) -> int:
        """The height of the lines that ``width`` asks for."""
        margins = self.contentsMargins()
        lines = max(len(self._lines_in(width)), 1)
        return lines * self._line_height() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """As wide as the text, as high as it is there."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + metrics.averageCharWidth()
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """One line of next to nothing."""
        return QSize(20, self._line_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines that fit."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        height = self._line_height()
        for index, line in enumerate(self._lines_in(area.width())):
            place = area.adjusted(0, index * height, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
        painter.end()

    def _lines_in(self, width: int) -> list[str]:
        return text_lines(self.text(), self.font(), width, self._most)

    def _line_height(self) -> int:
        return self.fontMetrics().height()
