"""Paints one row of the Changes tab: numbers, sign, the line in pieces, its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.panels.changes.model import ROW

if TYPE_CHECKING:
    from reviewer.ui.panels.changes.model import Index
    from reviewer.ui.panels.changes.rows import Row
    from reviewer.ui.theme.theme import Theme

PAD = 9
SPACING = 1.55
BACK = {"removed": "err-bg", "added": "ok-bg"}
SIGN = {"removed": "err", "added": "ok"}


class ChangesDelegate(QStyledItemDelegate):
    """Rows are as high as their wrapped text."""

    def __init__(self, view: QListView, theme: Theme, offer: str) -> None:
        super().__init__(view)
        self._view = view
        self._offer = offer
        self.offers = True
        self._theme = theme
        self.hovered = -1
        self.digits = 2

    def font(self) -> QFont:
        """The font of the lines."""
        return self._theme.mono(12)

    def revert_rect(self, rect: QRect, row: Row) -> QRect:
        """Where the row offers to revert its change; empty where it does not."""
        if not (row.leads and self.offers):
            return QRect()
        metrics = QFontMetrics(self._theme.font(12, bold=True))
        width = metrics.horizontalAdvance(self._offer) + 2 * PAD
        return QRect(rect.right() - width, rect.top(), width, self._line_height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that the wrapped text takes."""
        row: Row = index.data(ROW)
        width = self._view.viewport().width()
        lines = self._layout(row, self._text_width(width, row)).lineCount()
        return QSize(width, lines * self._line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint background, numbers, sign, text and what can be done."""
        row: Row = index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        self._paint_back(painter, rect, row, selected=_has(option, QStyle.StateFlag.State_Selected))
        self._paint_numbers(painter, rect, row)
        self._paint_text(painter, rect, row)
        self._paint_mark(painter, rect, row)
        if row.leads and self.offers:
            self._paint_revert(painter, self.revert_rect(rect, row), index.row() == self.hovered)
        painter.restore()

    def _paint_back(self, painter: QPainter, rect: QRect, row: Row, *, selected: bool) -> None:
        painter.fillRect(rect, self._theme.colour(BACK.get(row.kind, "panel")))
        if selected and self._view.hasFocus():
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))

    def _paint_numbers(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("faint"))
        for column, number in enumerate((row.old, row.new)):
            if number:
                left = rect.left() + PAD + column * (self._number_width() + PAD)
                place = QRect(left, rect.top(), self._number_width(), self._line_height())
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(place, flags, str(number))

    def _paint_text(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left = rect.left() + self._text_left()
        if row.kind in SIGN:
            painter.setPen(self._theme.colour(SIGN[row.kind]))
            sign = QRect(left - 2 * PAD, rect.top(), 2 * PAD, self._line_height())
            painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter, row.sign)
        token = "accent" if row.kind == "fold" else "faint" if row.kind == "same" else "ink"
        painter.setPen(self._theme.colour(token))
        layout = self._layout(row, self._text_width(rect.width(), row))
        lead = (self._line_height() - QFontMetrics(self.font()).height()) / 2
        layout.draw(painter, QPointF(left, rect.top() + lead))

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row) -> None:
        if not row.mark:
            return
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.colour(SIGN.get(row.kind, "mute")))
        one_line = rect.height() <= self._line_height()
        reserved = self.revert_rect(rect, row).width() if one_line else 0
        place = QRect(rect.left(), 0, rect.width() - PAD - reserved, self._line_height())
        place.moveBottom(rect.bottom())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, row.mark)

    def _paint_revert(self, painter: QPainter, rect: QRect, hovered: bool) -> None:
        font = self._theme.font(12, bold=True)
        font.setUnderline(hovered)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._offer)

    def _layout(self, row: Row, width: int) -> QTextLayout:
        """The text in lines; the first leaves room for "Revert", unchanged ones have only one."""
        font = self.font()
        text = row.text
        if row.kind == "same":
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 40))
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(row))
        self._break(layout, width, self.revert_rect(QRect(), row).width())
        return layout

    def _break(self, layout: QTextLayout, width: int, reserved: int) -> None:
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width if top else width - reserved, 40))
            line.setPosition(QPointF(0, top))
            top += self._line_height()
        layout.endLayout()

    def _formats(self, row: Row) -> list[QTextLayout.FormatRange]:
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for piece in row.pieces:
            length = len(piece.text.encode("utf-16-le", "surrogatepass")) // 2
            if piece.changed:
                formats.append(_changed(at, length))
            at += length
        return formats

    def _line_height(self) -> int:
        return round(12 * SPACING)

    def _number_width(self) -> int:
        return self.digits * QFontMetrics(self.font()).horizontalAdvance("9")

    def _text_left(self) -> int:
        return 2 * self._number_width() + 5 * PAD

    def _text_width(self, width: int, row: Row) -> int:
        width -= self._text_left() + PAD
        if row.mark:
            width -= QFontMetrics(self._theme.font(11)).horizontalAdvance(row.mark) + PAD
        return width


def _changed(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = length
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    found.format = look
    return found


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
