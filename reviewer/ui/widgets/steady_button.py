"""A button that does not change its size when its text turns bold."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QMargins, QSize
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QPushButton


class SteadyButton(QPushButton):
    """Has room for its text in bold, so that choosing it moves and clips nothing.

    Qt asks a button for its size by the font that it has unchecked, whatever
    the style sheet says of the checked one.
    """

    def sizeHint(self) -> QSize:
        """The usual size and what bold letters need in addition."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetricsF(bold).horizontalAdvance(self.text()) - QFontMetricsF(
            self.font()
        ).horizontalAdvance(self.text())
        return super().sizeHint().grownBy(QMargins(0, 0, max(0, ceil(more)), 0))
