"""Tells the preview which part of the body is looked at, and follows the preview in turn.

Only the editor's own hand on wheel or scroll bar counts as scrolling: where the
caret takes the text along, the preview is told of the caret.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from reviewer.ui.following import Following
    from reviewer.ui.widgets.code_edit import CodeEdit


class Scrolling(QObject):
    """Keeps an editor at the place that the page beside it shows."""

    def __init__(self, editor: CodeEdit, following: Following) -> None:
        super().__init__(editor)
        self._editor = editor
        self._following = following
        self._leads = False
        self._line = 0
        for widget in (editor.viewport(), editor.verticalScrollBar(), editor):
            widget.installEventFilter(self)
        editor.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        editor.caret_moved.connect(self._on_caret)
        following.page_scrolled.connect(self.scroll_to)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note who leads; the event itself goes on."""
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            self._leads = True
        elif kind == QEvent.Type.MouseButtonPress:
            self._leads = watched is self._editor.verticalScrollBar()
        elif kind == QEvent.Type.KeyPress:
            self._leads = False
        return super().eventFilter(watched, event)

    def top_line(self) -> float:
        """The line at the upper edge, from 0, with the part of it that is out of view."""
        block = self._editor.firstVisibleBlock()
        first = block.firstLineNumber()
        hidden = self._editor.verticalScrollBar().value() - first
        return block.blockNumber() + hidden / max(block.lineCount(), 1)

    def scroll_to(self, line: float) -> None:
        """Bring a line, from 1, to the upper edge; the caret stays where it is."""
        self._leads = False
        number = max(line - 1, 0.0)
        block = self._editor.document().findBlockByNumber(int(number))
        if block.isValid():
            hidden = (number - int(number)) * block.lineCount()
            self._editor.verticalScrollBar().setValue(block.firstLineNumber() + int(hidden))

    def _on_scrolled(self, _value: int) -> None:
        if self._leads:
            self._following.body_scrolled.emit(self.top_line() + 1)

    def _on_caret(self, line: int, _column: int) -> None:
        if line != self._line:
            self._line = line
            self._following.caret_moved.emit(line + 1)
