"""The editor for Markdown: a code editor that knows lists, indents and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QToolTip

from reviewer.ui.panels.body.highlighter import MarkdownHighlighter
from reviewer.ui.panels.body.mapping import from_utf16, utf16_length
from reviewer.ui.panels.body.typing_help import indented, is_item, on_enter, outdented, toggled
from reviewer.ui.panels.body.underlines import Underlines
from reviewer.ui.widgets.code_edit import CodeEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.panels.body.presenter import Underline
    from reviewer.ui.theme.theme import Theme
    from reviewer.ui.widgets.code_edit import Column

CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT_AND_PAD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
MARKS: dict[int, str] = {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}


class MarkdownEdit(CodeEdit):
    """Highlights Markdown and helps to type it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self._underlines = Underlines(theme)
        self._lines = 1
        self.document().contentsChange.connect(self._move_underlines)

    def type_key(self, event: QKeyEvent) -> bool:
        """Enter, Tab, Shift+Tab, Ctrl+B and Ctrl+I have a meaning in Markdown."""
        key, modifiers = event.key(), event.modifiers()
        if mark := _mark_of(event):
            self.toggle_mark(mark)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers & ~_SHIFT_AND_PAD:
            return self._enter()
        if key == Qt.Key.Key_Tab and not modifiers:
            return self._tab()
        if key == Qt.Key.Key_Backtab:
            return self._shift_lines(outdented)
        return False

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+B and Ctrl+I before the window does."""
        if event.type() == event.Type.ShortcutOverride and _mark_of(event):
            event.accept()
            return True
        return super().event(event)

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Underline these passages and no others."""
        self._underlines.show(underlines)
        self.viewport().update()

    def underlined(self, place: Column) -> tuple[str, ...]:
        """What is said of a place, the worst first."""
        return self._underlines.at(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what is underlined."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._underlines.paint(painter, self._painted_blocks(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what was found where the mouse rests."""
        if event.type() == event.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.column_at(event.pos())
            QToolTip.showText(event.globalPos(), "\n".join(self.underlined(place)), self)
            return True
        return super().viewportEvent(event)

    def _move_underlines(self, position: int, removed: int, added: int) -> None:
        lines, self._lines = self._lines, self.blockCount()
        if lines == self._lines:
            line, column = self._column_of(position)
            self._underlines.follow(line, column, removed, added)

    def _painted_blocks(self, event: QPaintEvent) -> Iterator[tuple[QTextBlock, QRectF]]:
        block = self.firstVisibleBlock()
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and place.top() <= event.rect().bottom():
            yield block, place
            top, block = place.bottom(), block.next()
            place = QRectF(place.left(), top, place.width(), self.blockBoundingRect(block).height())

    def toggle_mark(self, mark: str) -> None:
        """Put ``mark`` around the selection, or the word at the caret, or take it away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        block = self.document().findBlock(cursor.selectionStart())
        if cursor.selectionEnd() > block.position() + block.length() - 1:
            return
        text = block.text()
        start = from_utf16(text, cursor.selectionStart() - block.position())
        end = from_utf16(text, cursor.selectionEnd() - block.position())
        beside, new = toggled(text[:start], text[start:end], text[end:], mark)
        self._write(block, start - beside, end + beside, new)
        if start == end:
            self.moveCursor(QTextCursor.MoveOperation.Left)
            if len(mark) > 1:
                self.moveCursor(QTextCursor.MoveOperation.Left)

    def _enter(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        block = cursor.block()
        column = from_utf16(block.text(), cursor.positionInBlock())
        what = on_enter(block.text(), column)
        self._write(block, what.start, what.end, what.text)
        self.ensureCursorVisible()
        return True

    def _tab(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or is_item(cursor.block().text()):
            return self._shift_lines(indented)
        cursor.insertText("  ")
        return True

    def _shift_lines(self, shift: Callable[[str], str]) -> bool:
        """Move the selected lines in or out; only the blanks in front of them change."""
        cursor = self.textCursor()
        document = self.document()
        block = document.findBlock(cursor.selectionStart())
        last = document.findBlock(max(cursor.selectionEnd() - 1, cursor.selectionStart()))
        cursor.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._shift_line(QTextCursor(block), block.text(), shift)
            block = block.next()
        cursor.endEditBlock()
        return True

    def _shift_line(self, cursor: QTextCursor, old: str, shift: Callable[[str], str]) -> None:
        new = shift(old)
        if len(new) > len(old):
            cursor.insertText(new[: len(new) - len(old)])
        else:
            right, keep = QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(right, keep, len(old) - len(new))
            cursor.removeSelectedText()

    def _write(self, block: QTextBlock, start: int, end: int, new: str) -> None:
        """Replace characters of a line; the caret goes behind them."""
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + utf16_length(text[:start]))
        cursor.setPosition(
            block.position() + utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor
        )
        cursor.insertText(new)
        self.setTextCursor(cursor)


def _mark_of(event: QEvent) -> str:
    """The mark that a key press asks for, "" for none."""
    if not isinstance(event, QKeyEvent) or event.modifiers() != CTRL:
        return ""
    return MARKS.get(event.key(), "")
