"""A plain text editor with line numbers, for Markdown and for raw front matter.

The widget holds a display of the text and reports what was typed by lines; it
never hands out its text as a whole, since Qt's documents cannot hold every
file's text without loss. It has no undo of its own: the post has one history,
so undo and redo are asked for like anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QTextCursor, QTextFormat, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reviewer.ui.theme.theme import MONO_FONTS
from reviewer.ui.widgets.code_gutter import Gutter
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent, QPoint
    from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QTextBlock, QWheelEvent

    from reviewer.ui.theme.theme import Theme

SIZES = range(9, 29)
"""Font sizes in pixels that zooming reaches."""
TINTS = {"error": "err-bg"}
Column = tuple[int, int]
"""Line from 0 and column in UTF-16 units."""


class CodeEdit(QPlainTextEdit):
    """Reports typing as lines; shows text, edits, marks and highlights it is told to show."""

    lines_typed = Signal(int, int, list, int)
    """First line, how many lines it was, what they are now, column where the change begins."""
    undo_asked = Signal()
    redo_asked = Signal()
    caret_moved = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = 13
        self._first_line = 1
        self._marks: dict[int, str] = {}
        self._signs: dict[int, str] = {}
        self._found: list[tuple[Column, Column]] = []
        self._standing: list[QTextEdit.ExtraSelection] | None = None
        self._blocks = 1
        self._quiet = False
        self._waiting: tuple[int, int, list[str], int] | None = None
        self._leaving = False
        self.source_of: Callable[[Column, Column], str] | None = None
        styled(self, "code", name=name)
        self.setProperty("own-undo", True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(6)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._gutter = Gutter(self)
        self._connect()
        self.dress()

    def _connect(self) -> None:
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._report)
        self.blockCountChanged.connect(self._fit_gutter)
        self.updateRequest.connect(self._gutter.follow)
        self.cursorPositionChanged.connect(self._on_caret)
        self._theme.changed.connect(lambda _theme: self.dress())

    # What it shows

    @property
    def theme(self) -> Theme:
        """Where its colours come from."""
        return self._theme

    @property
    def first_line(self) -> int:
        """The number of the first line, as the gutter prints it."""
        return self._first_line

    def show_first_line(self, number: int) -> None:
        """Count the lines from ``number`` on: the file's lines, not the widget's."""
        if number != self._first_line:
            self._first_line = number
            self._fit_gutter()

    def show_display(self, display: str) -> None:
        """Show another text from its beginning."""
        self._quiet = True
        self.setPlainText(display)
        self._quiet = False
        self._blocks = self.blockCount()
        self.setExtraSelections([])
        self._found, self._standing = [], None
        self._fit_gutter()

    def carry_out(self, start: Column, end: Column, text: str) -> None:
        """Replace what stands between two places, without reporting it."""
        cursor = self.cursor_between(start, end)
        self._quiet = True
        cursor.insertText(text)
        self._quiet = False
        self._blocks = self.blockCount()

    def show_marks(self, marks: dict[int, str]) -> None:
        """Mark lines (from 0) with ``error`` or ``warning``."""
        self._marks = marks
        self._paint_selections(anew=True)

    def show_signs(self, signs: dict[int, str]) -> None:
        """Mark lines beside their numbers alone, since what is meant is shown in the text."""
        if signs != self._signs:
            self._signs = signs
            self._gutter.update()

    def show_found(self, found: Sequence[tuple[Column, Column]]) -> None:
        """Highlight these ranges as found by a search."""
        self._found = list(found)
        self._paint_selections(anew=True)

    def mark_of(self, line: int) -> str:
        """How a line (from 0) is marked, "" for not at all."""
        return self._marks.get(line) or self._signs.get(line, "")

    def dress(self) -> None:
        """Take font and colours from the theme."""
        self.setFont(self._theme.mono(self._size))
        panel = self._theme.value("panel")
        families = ", ".join(f'"{family}"' for family in MONO_FONTS)
        # The window's sheet sets a font on every widget, and a sheet's font wins over setFont.
        self.setStyleSheet(
            f"QPlainTextEdit {{ border: 0; border-radius: 0; padding: 0; background: {panel};"
            f" font-family: {families}; font-size: {self._size}px; }}"
        )
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._fit_gutter()
        self._paint_selections(anew=True)

    def show_size(self, size: int) -> None:
        """Use another font size, within ``SIZES``."""
        size = min(max(size, SIZES.start), SIZES.stop - 1)
        if size != self._size:
            self._size = size
            self.dress()
            self.zoomed.emit(size)

    # Places

    def caret(self) -> Column:
        """Where the caret stands."""
        return self._column_of(self.textCursor().position())

    def column_at(self, point: QPoint) -> Column:
        """The place that is nearest to a point of the text's area."""
        return self._column_of(self.cursorForPosition(point).position())

    def selected(self) -> tuple[Column, Column]:
        """Both ends of the selection, in text order."""
        cursor = self.textCursor()
        ends = cursor.selectionStart(), cursor.selectionEnd()
        return self._column_of(ends[0]), self._column_of(ends[1])

    def select(self, start: Column, end: Column) -> None:
        """Select a range and bring it into view."""
        self.setTextCursor(self.cursor_between(start, end))
        self.ensureCursorVisible()

    def show_caret(self, place: Column) -> None:
        """Put the caret somewhere; the line comes to the middle if it was out of view."""
        self.setTextCursor(self.cursor_between(place, place))
        self.ensureCursorVisible()

    def show_line(self, line: int) -> None:
        """Go to the start of ``line`` (from 0) and bring it to the middle."""
        self.show_caret((line, 0))
        self.centerCursor()

    def cursor_between(self, start: Column, end: Column) -> QTextCursor:
        """A cursor that has selected a range; places out of the text are moved into it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position_of(start))
        cursor.setPosition(self._position_of(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _position_of(self, place: Column) -> int:
        block = self.document().findBlockByNumber(place[0])
        if not block.isValid():
            block = self.document().lastBlock()
        return block.position() + min(place[1], block.length() - 1)

    def _column_of(self, position: int) -> Column:
        block = self.document().findBlock(position)
        return block.blockNumber(), position - block.position()

    # What is typed

    def _note_change(self, position: int, _removed: int, added: int) -> None:
        grown = self.blockCount() - self._blocks
        self._blocks = self.blockCount()
        if self._quiet:
            self._standing = None
            return
        document = self.document()
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        lines = _texts(first, last)
        column = position - first.position()
        if grown or column == 0 or len(lines) > 1:
            # Cursors move with the text; within a line they stay on theirs.
            self._standing = None
        self._waiting = (first.blockNumber(), len(lines) - grown, lines, column)

    def _report(self) -> None:
        # Only now: while Qt tells of a change, the layout of its lines is still the old one.
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.lines_typed.emit(*waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are asked for; Escape lets the next Tab leave the editor."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or _is_ctrl_y(event):
            self.redo_asked.emit()
        elif event.key() == Qt.Key.Key_Tab and self._leaving:
            self._leaving = False
            self.focusNextChild()
        elif not self.isReadOnly() and self.type_key(event):
            self._leaving = False
        else:
            self._leaving = event.key() == Qt.Key.Key_Escape
            super().keyPressEvent(_without_soft_break(event))

    def type_key(self, event: QKeyEvent) -> bool:
        """For editors that know their language: whether they have dealt with the key."""
        return False

    def event(self, event: QEvent) -> bool:
        """Claim undo and redo before the window's shortcuts do, since the caret is here."""
        if event.type() == event.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo) or _is_ctrl_y(event):
                event.accept()
                return True
        return super().event(event)

    # The clipboard holds what the file has, not what stands in for it

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selected text as it is in the file."""
        if self.source_of is None:
            return super().createMimeDataFromSelection()
        data = QMimeData()
        data.setText(self.source_of(*self.selected()).encode("utf-8", "replace").decode("utf-8"))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text, which Python's side can take without loss."""
        if source.hasText() and not self.isReadOnly():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; its undo and redo are the post's."""
        menu = self.createStandardContextMenu(event.pos())
        for name, signal in (("edit-undo", self.undo_asked), ("edit-redo", self.redo_asked)):
            for action in menu.actions():
                if action.objectName() == name:
                    action.setEnabled(not self.isReadOnly())
                    action.triggered.connect(signal)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # Looks

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the font size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_size(self._size + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)
        self._gutter.fit(self.contentsRect())

    def _fit_gutter(self) -> None:
        self.setViewportMargins(self._gutter.wanted_width(), 0, 0, 0)
        self._gutter.fit(self.contentsRect())

    def _on_caret(self) -> None:
        self._paint_selections()
        self.caret_moved.emit(*self.caret())

    def _paint_selections(self, *, anew: bool = False) -> None:
        """The caret's line and all others, which are kept: there may be hundreds of them."""
        if anew or self._standing is None:
            tints = {line: TINTS.get(mark, "warn-bg") for line, mark in self._marks.items()}
            self._standing = [self._line_selection(*each) for each in tints.items()]
            self._standing += [self._found_selection(*each) for each in self._found]
        current = self._line_selection(self.caret()[0], "sunk")
        self.setExtraSelections([current, *self._standing])
        self._gutter.update()

    def _line_selection(self, line: int, token: str) -> QTextEdit.ExtraSelection:
        selection = self._selection(self.cursor_between((line, 0), (line, 0)), token)
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return selection

    def _found_selection(self, start: Column, end: Column) -> QTextEdit.ExtraSelection:
        return self._selection(self.cursor_between(start, end), "warn-bg")

    def _selection(self, cursor: QTextCursor, token: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(QColor(self._theme.colour(token)))
        return selection


def _texts(first: QTextBlock, last: QTextBlock) -> list[str]:
    lines = [first.text()]
    while first != last:
        first = first.next()
        lines.append(first.text())
    return lines


def _is_ctrl_y(event: QKeyEvent) -> bool:
    ctrl = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Y and event.modifiers() == ctrl


def _without_soft_break(event: QKeyEvent) -> QKeyEvent:
    """Shift+Enter as Enter: Qt would write U+2028, which no file asks for."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return event
    return QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier, "\r")
