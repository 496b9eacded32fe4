"""A card that is painted in its true size and made smaller where the column is narrower."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.render.cards.widths import arial_width

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

FAMILIES = ["Arial", "Liberation Sans", "Arimo", "Helvetica Neue", "Helvetica", "Noto Sans"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: size, the height that it takes, colour, weight."""

    size: float
    height: float
    colour: str
    bold: bool = False

    def draw(self, painter: QPainter, at: QPointF, text: str) -> float:
        """Draw ``text`` below and right of ``at``, as wide as Arial is; returns that width."""
        font = QFont(FAMILIES)
        font.setPixelSize(round(self.size))
        font.setWeight(QFont.Weight.Bold if self.bold else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        wanted, actual = (
            arial_width(text, self.size, bold=self.bold),
            metrics.horizontalAdvance(text),
        )
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(self.colour))
        lead = (self.height - metrics.height()) / 2 + metrics.ascent()
        painter.translate(at.x(), at.y() + lead)
        if actual:
            painter.scale(wanted / actual, 1)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()
        return wanted


class ScaledCard(QWidget):
    """Paints what a subclass draws; ``chosen`` names the part that was clicked."""

    chosen = Signal(str)
    scaled = Signal(int)
    """How large the card is now, in per cent of its true size."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._natural = width
        self._regions: list[tuple[QRectF, str]] = []
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(width)

    @property
    def scale(self) -> float:
        """How much smaller than in life the card is; at most 1."""
        return min(1.0, max(self.width(), 1) / self._natural)

    def natural_height(self) -> float:
        """How high the card is in its true size."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Draw the card in its true size."""
        raise NotImplementedError

    def fit(self) -> None:
        """Take the height that the card needs now."""
        self.setFixedHeight(max(1, ceil(self.natural_height() * self.scale)))
        self.update()

    def mark(self, area: QRectF, part: str) -> None:
        """Let a click within ``area`` choose ``part``; to be called while painting."""
        self._regions.append((area, part))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card at its scale."""
        self._regions = []
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self.scale, self.scale)
        self.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
            self.scaled.emit(round(self.scale * 100))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        is_part = bool(self._part_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_part else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the part that was clicked."""
        part = self._part_at(event.position())
        if part and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(part)

    def _part_at(self, place: QPointF) -> str:
        at = place / self.scale
        return next((part for area, part in self._regions if area.contains(at)), "")
