"""Paints a row of the list: dot, title, date and category, badges.

Painting instead of widgets, and only what is seen: a folder may have a hundred
thousand posts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from reviewer.site.reviews.decisions import APPROVED, REOPENED, REQUESTED
from reviewer.ui.panels.posts.presenter import badges
from reviewer.ui.texts import tr
from reviewer.ui.widgets.severity import LOOKS
from reviewer.ui.widgets.text_lines import text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from reviewer.ui.panels.posts.model import Index, PostsModel
    from reviewer.ui.panels.posts.presenter import Row
    from reviewer.ui.theme.theme import Theme

TOP, LEFT, RIGHT = 9, 12, 14
TEXT_LEFT = 28
LINE = 19
SMALL_LINE = 18
SMALL_GAP = 2
TITLE_LINES = 2
DOT = 7
DOT_TOP = 6
PILL_SIDE, PILL_GAP, PILL_HEIGHT = 7, 3, 18
CACHED = 5_000
STANDING_LOOKS = {APPROVED: ("✓", "ok"), REOPENED: ("↺", "warn"), REQUESTED: ("✎", "warn")}
"""Sign and colour of what was decided about a post."""


def _height(lines: int) -> int:
    return 2 * TOP + lines * LINE + SMALL_GAP + SMALL_LINE + 1


USUAL_HEIGHT = _height(TITLE_LINES)
"""What a row is taken to be high until it is seen."""


class PostsDelegate(QStyledItemDelegate):
    """One row after the design; heights are remembered by title and width."""

    def __init__(self, model: PostsModel, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._view = view
        self._title_font = theme.font(13, bold=True)
        self._small_font = theme.font(12)
        self._pill_font = theme.font(11)
        self._lines: dict[tuple[str, int], list[str]] = {}

    def height(self, row: int) -> int:
        """As high as the title's lines ask for."""
        return _height(len(self._title_lines(self._model.title(row))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        if row.changed:
            self._dot(painter, option.rect)
        bottom = self._title(painter, option.rect, row)
        right = self._badges(painter, option.rect, bottom, row)
        self._about(painter, QRect(TEXT_LEFT, bottom, right - TEXT_LEFT, SMALL_LINE), row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        colour = self._theme.colour
        painter.fillRect(
            option.rect, colour("accent-bg" if picked else "bg" if hovered else "panel")
        )
        painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(
                option.rect.adjusted(0, 0, 3 - option.rect.width(), -1), colour("accent")
            )

    def _dot(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawEllipse(QRectF(rect.x() + LEFT, rect.y() + TOP + DOT_TOP, DOT, DOT))

    def _title(self, painter: QPainter, rect: QRect, row: Row) -> int:
        painter.setFont(self._title_font)
        painter.setPen(self._theme.colour("ink"))
        top = rect.y() + TOP
        for line in self._title_lines(row.title):
            area = QRect(rect.x() + TEXT_LEFT, top, self._title_width(), LINE)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, line)
            top += LINE
        return top + SMALL_GAP

    def _about(self, painter: QPainter, area: QRect, row: Row) -> None:
        painter.setFont(self._small_font)
        painter.setPen(self._theme.colour("err" if row.broken else "mute"))
        # Of a path the end tells most.
        mode = Qt.TextElideMode
        side = mode.ElideLeft if row.about == row.path else mode.ElideRight
        text = painter.fontMetrics().elidedText(row.about, side, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def _badges(self, painter: QPainter, rect: QRect, top: int, row: Row) -> int:
        right = rect.right() - RIGHT
        painter.setFont(self._pill_font)
        for text, token in reversed(list(_pills(row))):
            width = painter.fontMetrics().horizontalAdvance(text) + 2 * PILL_SIDE
            pill = QRectF(right - width, top, width, PILL_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"{token}-bg"))
            painter.drawRoundedRect(pill, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
            painter.setPen(self._theme.colour(token))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            right -= width + PILL_GAP
        return right - PILL_GAP

    def _title_width(self) -> int:
        return max(self._view.viewport().width() - TEXT_LEFT - RIGHT, 40)

    def _title_lines(self, title: str) -> list[str]:
        key = (title, self._title_width())
        lines = self._lines.get(key)
        if lines is None:
            if len(self._lines) > CACHED:
                self._lines.clear()
            lines = self._lines[key] = text_lines(title, self._title_font, key[1], TITLE_LINES)
        return lines


def _pills(row: Row) -> Iterator[tuple[str, str]]:
    for severity, count in badges(row):
        look = LOOKS[severity]
        yield f"{look.sign} {count}", look.token
    if row.standing:
        sign, token = STANDING_LOOKS[row.review]
        # Beside counts the sign alone: the words would leave no room for the date.
        told = row.errors or row.warnings
        yield sign if told else f"{sign} {row.standing}", token
    elif row.clear:
        yield tr("clear"), "ok"
