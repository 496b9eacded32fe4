"""An editor as the presenter of a part of a post sees it; body and raw front matter share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.ui.panels.body.mapping import Place, Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.body.mapping import DisplayEdit
    from reviewer.ui.panels.body.part_presenter import PartPresenter
    from reviewer.ui.widgets.code_edit import CodeEdit, Column


class PartView(QObject):
    """Translates between places of the text and columns of the editor.

    ``typed`` tells what the user makes of the text, as ``Typed``.
    """

    typed = Signal(object)

    def __init__(self, editor: CodeEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.lines_typed.connect(self._on_lines)

    def join(self, presenter: PartPresenter) -> None:
        """Let ``presenter`` hear of what is typed and asked for in the editor."""
        self.typed.connect(presenter.typed)
        self._editor.undo_asked.connect(presenter.undo)
        self._editor.redo_asked.connect(presenter.redo)

        def source_between(start: Column, end: Column) -> str:
            return presenter.source.between(Place(*start), Place(*end))

        self._editor.source_of = source_between

    def show_display(self, display: str) -> None:
        """Show another text from its beginning."""
        self._editor.show_display(display)

    def show_edits(self, edits: Sequence[DisplayEdit]) -> None:
        """Carry out edits in the order given."""
        for edit in edits:
            start, end = edit.start, edit.end
            self._editor.carry_out((start.line, start.column), (end.line, end.column), edit.text)

    def show_first_line(self, number: int) -> None:
        """Number the first line as in the file."""
        self._editor.show_first_line(number)

    def show_marks(self, marks: dict[int, str]) -> None:
        """Mark lines with a severity."""
        self._editor.show_marks(marks)

    def show_caret(self, place: Place) -> None:
        """Put the caret there and bring it into view."""
        self._editor.show_caret((place.line, place.column))

    def show_line(self, line: int) -> None:
        """Put the caret on a line, the line in the middle, and the focus on the text."""
        self._editor.show_line(line)
        self._editor.setFocus()

    def show_enabled(self, enabled: bool) -> None:
        """Let the text be edited or not."""
        self._editor.setEnabled(enabled)

    def caret(self) -> Place:
        """Where the caret stands."""
        return Place(*self._editor.caret())

    def _on_lines(self, first: int, count: int, lines: list[str], column: int) -> None:
        self.typed.emit(Typed(first, count, tuple(lines), column))
