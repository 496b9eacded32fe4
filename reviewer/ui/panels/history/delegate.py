"""Paints one version: when it came to be, what it changed, and the commit that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.panels.history.model import LINE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from reviewer.ui.panels.history.model import Index
    from reviewer.ui.panels.history.presenter import Line
    from reviewer.ui.theme.theme import Theme

SIDE, TOP, GAP = 12, 7, 12
LINE_HEIGHT = 19
TIME = "28 May 2026, 00:00"
"""About as wide as a moment gets."""


class VersionsDelegate(QStyledItemDelegate):
    """When on the left, what changed beside it, a commit's words below."""

    def __init__(self, view: QListView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One or two lines."""
        line: Line = index.data(LINE)
        lines = 2 if line.source else 1
        return QSize(self._view.viewport().width(), lines * LINE_HEIGHT + 2 * TOP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the version."""
        line: Line = index.data(LINE)
        rect: QRect = option.rect
        left = SIDE + QFontMetrics(self._theme.font(12)).horizontalAdvance(TIME) + GAP
        text = QRect(rect.left() + left, rect.top() + TOP, rect.width() - left - SIDE, LINE_HEIGHT)
        time = QRect(rect.left() + SIDE, text.top(), left - SIDE - GAP, LINE_HEIGHT)
        painter.save()
        self._ground(painter, option)
        self._write(painter, time, line.when, self._theme.font(12), "mute")
        self._write(painter, text, line.changed, self._theme.font(13), "ink")
        below = text.translated(0, LINE_HEIGHT)
        self._write(painter, below, line.source, self._theme.font(12), "mute")
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        token = "accent-bg" if picked else "bg" if hovered else "panel"
        rect: QRect = option.rect
        painter.fillRect(rect, self._theme.colour(token))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), self._theme.colour("line"))
        if picked and self._view.hasFocus():
            painter.fillRect(
                rect.adjusted(0, 0, 3 - rect.width(), -1), self._theme.colour("accent")
            )

    def _write(self, painter: QPainter, place: QRect, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
