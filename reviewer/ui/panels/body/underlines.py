"""Underlines of what was found in a text, painted over the lines that can be seen.

Qt's own extra selections are made anew at every move of the caret and looked
through for every line, which a text with a thousand findings makes felt. Here
each line knows its underlines, and only lines on the screen are painted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from reviewer.schema.finding import Severity
from reviewer.ui.widgets.severity import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextLine

    from reviewer.ui.panels.body.presenter import Underline
    from reviewer.ui.theme.theme import Theme
    from reviewer.ui.widgets.code_edit import Column

MOST_LINES = 12
"""Of a longer passage only the first line is underlined."""
WHOLE = 1 << 30
"""A column behind the end of every line."""
WIDTH, WAVE = 1.4, 2.0
STYLES = {Severity.WARNING: Qt.PenStyle.DashLine, Severity.HINT: Qt.PenStyle.DotLine}


@dataclass(frozen=True, slots=True)
class _Part:
    """What is underlined of one line, in UTF-16 units."""

    start: int
    end: int
    severity: Severity
    message: str


class Underlines:
    """The underlines by lines: what to paint, and what to say at a place."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: dict[int, list[_Part]] = {}

    def show(self, underlines: Iterable[Underline]) -> None:
        """Have these and no others; the worst is painted last, over the others."""
        self._lines = {}
        for each in sorted(underlines, key=lambda each: each.severity):
            for line, part in _parts(each):
                self._lines.setdefault(line, []).append(part)

    def follow(self, line: int, column: int, removed: int, added: int) -> None:
        """Go along with what was typed within a line, until it is told where all stand."""

        def now(old: int, *, behind: bool) -> int:
            if old < column or (old == column and not behind):
                return old
            return max(old - removed, column) + added

        parts = self._lines.get(line)
        if parts:
            self._lines[line] = [
                replace(
                    each, start=now(each.start, behind=not removed), end=now(each.end, behind=False)
                )
                for each in parts
            ]

    def at(self, place: Column) -> tuple[str, ...]:
        """What is said at a place, the worst first."""
        line, column = place
        parts = reversed(self._lines.get(line, ()))
        return tuple(part.message for part in parts if part.start <= column <= part.end)

    def paint(self, painter: QPainter, blocks: Iterable[tuple[QTextBlock, QRectF]]) -> None:
        """Paint those of the blocks, each with its place on the screen."""
        for block, place in blocks:
            for part in self._lines.get(block.blockNumber(), ()):
                self._paint_part(painter, block, place, part)

    def _paint_part(self, painter: QPainter, block: QTextBlock, place: QRectF, part: _Part) -> None:
        look = LOOKS[part.severity]
        style = STYLES.get(part.severity, Qt.PenStyle.SolidLine)
        painter.setPen(QPen(self._theme.colour(look.token), WIDTH, style))
        end = min(part.end, block.length() - 1)
        for row in _rows(block, part.start, end):
            first, last = row.textStart(), row.textStart() + row.textLength()
            left = place.left() + _x(row, max(part.start, first))
            right = place.left() + _x(row, min(end, last))
            bottom = place.top() + row.y() + row.height() - 1
            wavy = part.severity is Severity.ERROR
            # A place between two characters is shown too.
            _draw(painter, left, max(right, left + 2 * WAVE), bottom, wavy=wavy)


def _parts(underline: Underline) -> Iterator[tuple[int, _Part]]:
    first, last = underline.start.line, underline.end.line
    whole = last - first < MOST_LINES
    for line in range(first, last + 1) if whole else (first,):
        start = underline.start.column if line == first else 0
        end = underline.end.column if line == last else WHOLE
        yield line, _Part(start, end, underline.severity, underline.message)


def _rows(block: QTextBlock, start: int, end: int) -> Iterator[QTextLine]:
    """The rows into which a long line is broken, as far as they show any of the part."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        first, last = row.textStart(), row.textStart() + row.textLength()
        if (start < last and end > first) or (start == end and first <= start <= last):
            yield row


def _x(row: QTextLine, column: int) -> float:
    found: Any = row.cursorToX(column)  # a pair, whatever the stubs say
    return float(found[0] if isinstance(found, tuple) else found)


def _draw(painter: QPainter, left: float, right: float, bottom: float, *, wavy: bool) -> None:
    if not wavy:
        painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        return
    steps = int((right - left) / WAVE) + 1
    points = [QPointF(left + n * WAVE, bottom - (n % 2) * WAVE) for n in range(steps + 1)]
    painter.drawPolyline(QPolygonF(points))
