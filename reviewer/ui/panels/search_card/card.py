"""Paints one search result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from reviewer.ui.panels.aside.card import Line, ScaledCard
from reviewer.ui.panels.search_card.words import DATE, DESCRIPTION, TITLE
from reviewer.ui.texts import tr
from reviewer.ui.theme.foreign import RESULT_BY_DAY, RESULT_BY_NIGHT
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reviewer.render.cards.snippet import Device, Snippet

PAD = 16
ICON = 28
RADIUS = 10
ROW = 36
"""The height of the line with icon, site and address."""
GAP = 6


class SnippetCard(ScaledCard):
    """One result on one device."""

    def __init__(self, device: Device) -> None:
        super().__init__(device.width + 2 * PAD)
        self._device = device
        self._snippet: Snippet | None = None
        self._colours = RESULT_BY_DAY
        styled(self, "search-card")

    def show_snippet(self, snippet: Snippet) -> None:
        """Show another revision."""
        self._snippet = snippet
        shown = (snippet.site, snippet.address, *snippet.title.lines, *snippet.description.lines)
        self.setAccessibleName(tr("Search result"))
        self.setAccessibleDescription(" ".join(shown))
        self.fit()

    def show_look(self, dark: bool) -> None:
        """By night or by day."""
        self._colours = RESULT_BY_NIGHT if dark else RESULT_BY_DAY
        self.update()

    def natural_height(self) -> float:
        """All lines, and the room around them."""
        if self._snippet is None:
            return 0
        title, text = self._title(), self._text()
        lines = len(self._snippet.title.lines) * title.height
        lines += len(self._snippet.description.lines) * text.height
        return 2 * PAD + ROW + 2 * GAP + lines

    def paint(self, painter: QPainter) -> None:
        """The result from top to bottom."""
        snippet, colours = self._snippet, self._colours
        if snippet is None:
            return
        frame = QRectF(0.5, 0.5, self._natural - 1, self.natural_height() - 1)
        painter.setPen(QColor(colours.edge))
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        self._paint_site(painter, snippet)
        top = self._paint_title(painter, snippet, PAD + ROW + GAP)
        self._paint_text(painter, snippet, top + GAP)

    def _paint_site(self, painter: QPainter, snippet: Snippet) -> None:
        circle = QRectF(PAD, PAD + (ROW - ICON) / 2, ICON, ICON)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.icon))
        painter.drawEllipse(circle)
        painter.setPen(QColor(self._colours.address))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, snippet.site[:1].upper())
        left = PAD + self._device.indent
        Line(14, 20, self._colours.site).draw(painter, QPointF(left, PAD), snippet.site)
        Line(12, 16, self._colours.address).draw(painter, QPointF(left, PAD + 20), snippet.address)

    def _paint_title(self, painter: QPainter, snippet: Snippet, top: float) -> float:
        line = self._title()
        height = line.height * len(snippet.title.lines)
        for number, text in enumerate(snippet.title.lines):
            line.draw(painter, QPointF(PAD, top + number * line.height), text)
        self.mark(QRectF(PAD, top, self._device.width, height), TITLE)
        return top + height

    def _paint_text(self, painter: QPainter, snippet: Snippet, top: float) -> None:
        line, date = self._text(), snippet.date
        for number, text in enumerate(snippet.description.lines):
            at = QPointF(PAD, top + number * line.height)
            if number == 0 and date and text.startswith(date):
                grey = Line(line.size, line.height, self._colours.date)
                width = grey.draw(painter, at, f"{date} ")
                self.mark(QRectF(at.x(), at.y(), width, line.height), DATE)
                at, text = QPointF(PAD + width, at.y()), text[len(date) :].lstrip()
            line.draw(painter, at, text)
        height = line.height * len(snippet.description.lines)
        self.mark(QRectF(PAD, top, self._device.width, height), DESCRIPTION)

    def _title(self) -> Line:
        size = self._device.title.size
        return Line(size, size + 6, self._colours.title)

    def _text(self) -> Line:
        size = self._device.text.size
        return Line(size, size + 8, self._colours.text)
