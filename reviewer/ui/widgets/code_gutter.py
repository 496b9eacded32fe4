"""The strip beside an editor's text: line numbers as in the file, and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.ui.widgets.severity import LOOKS_BY_LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent, QTextBlock

    from reviewer.ui.widgets.code_edit import CodeEdit

MARGIN = 10


class Gutter(QWidget):
    """Paints the numbers of the lines that its editor shows."""

    def __init__(self, editor: CodeEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self.wanted_width(), 0)

    def wanted_width(self) -> int:
        """Room for the largest number, two digits at least, and a margin either side."""
        last = self._editor.first_line + self._editor.blockCount()
        digits = max(2, len(str(last)))
        return 2 * MARGIN + digits * self._editor.fontMetrics().horizontalAdvance("9")

    def fit(self, contents: QRect) -> None:
        """Take the left edge of the editor's contents."""
        self.setGeometry(contents.left(), contents.top(), self.wanted_width(), contents.height())

    def follow(self, _rect: QRect, _scrolled: int) -> None:
        """Paint anew when the text has moved or changed."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers on the panel's own colour, the current one stronger, marks with a sign."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._editor.theme.colour("panel"))
        for block, rect in self._visible_blocks():
            self._paint_number(painter, block.blockNumber(), rect)

    def _paint_number(self, painter: QPainter, line: int, rect: QRect) -> None:
        theme = self._editor.theme
        mark = self._editor.mark_of(line)
        current = line == self._editor.textCursor().blockNumber()
        look = LOOKS_BY_LABEL.get(mark)
        token = look.token if look else "mute" if current else "faint"
        font = QFont(self._editor.font())
        font.setBold(current or look is not None)
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        number = str(self._editor.first_line + line)
        painter.drawText(rect.adjusted(0, 0, -MARGIN, 0), Qt.AlignmentFlag.AlignRight, number)
        if look is not None:
            painter.drawText(rect.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, look.sign)

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QRect]]:
        editor = self._editor
        block = editor.firstVisibleBlock()
        top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
        line_height = editor.fontMetrics().lineSpacing()
        bottom = editor.viewport().height()
        while block.isValid() and top <= bottom:
            shift = editor.viewport().y() - self.y()
            yield block, QRect(0, round(top) + shift, self.width(), line_height)
            top += editor.blockBoundingRect(block).height()
            block = block.next()
