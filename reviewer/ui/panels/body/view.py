"""The Body tab: find bar and editor. Says what the user does, shows what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.panels.body.editor import MarkdownEdit
from reviewer.ui.panels.body.find_bar import FindBar
from reviewer.ui.panels.body.mapping import Place, Typed
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.body.mapping import DisplayEdit
    from reviewer.ui.theme.theme import Theme


class BodyWidget(QWidget):
    """Shows one text; ``typed`` tells what the user makes of it."""

    typed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Body"))
        self.editor = MarkdownEdit(theme, tr("Body of the post, in Markdown"))
        self.bar = FindBar(theme)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.lines_typed.connect(self._on_lines)

    # For the presenter of the text

    def show_display(self, display: str) -> None:
        """Show another text from its beginning."""
        self.editor.show_display(display)

    def show_edits(self, edits: Sequence[DisplayEdit]) -> None:
        """Carry out edits in the order given."""
        for edit in edits:
            start, end = edit.start, edit.end
            self.editor.carry_out((start.line, start.column), (end.line, end.column), edit.text)

    def show_first_line(self, number: int) -> None:
        """Number the first line as in the file."""
        self.editor.show_first_line(number)

    def show_marks(self, marks: dict[int, str]) -> None:
        """Mark lines with a severity."""
        self.editor.show_marks(marks)

    def show_caret(self, place: Place) -> None:
        """Put the caret there and bring it into view."""
        self.editor.show_caret((place.line, place.column))

    def show_line(self, line: int) -> None:
        """Put the caret on a line, the line in the middle, and the focus on the text."""
        self.editor.show_line(line)
        self.editor.setFocus()

    def show_enabled(self, enabled: bool) -> None:
        """Let the text be edited or not."""
        self.editor.setEnabled(enabled)

    def caret(self) -> Place:
        """Where the caret stands."""
        return Place(*self.editor.caret())

    # For the presenter of the search

    def show_found(self, ranges: Sequence[tuple[Place, Place]]) -> None:
        """Highlight these places."""
        self.editor.show_found(
            [((a.line, a.column), (b.line, b.column)) for a, b in ranges],
        )

    def show_count(self, text: str) -> None:
        """Say how many places there are."""
        self.bar.show_count(text)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the pattern."""
        self.bar.show_error(text)

    def select(self, start: Place, end: Place) -> None:
        """Select a place and bring it into view."""
        self.editor.select((start.line, start.column), (end.line, end.column))

    def selection(self) -> tuple[Place, Place]:
        """Both ends of the selection."""
        start, end = self.editor.selected()
        return Place(*start), Place(*end)

    def open_find(self, *, replacing: bool) -> None:
        """Show the find bar, filled with what is selected in one line."""
        start, end = self.editor.selected()
        selected = self.editor.textCursor().selectedText() if start[0] == end[0] else ""
        self.bar.open(selected, replacing=replacing)

    def close_find(self) -> None:
        """Hide the find bar and go back to the text."""
        self.bar.hide()
        self.editor.setFocus()

    def _on_lines(self, first: int, count: int, lines: list[str], column: int) -> None:
        self.typed.emit(Typed(first, count, tuple(lines), column))
