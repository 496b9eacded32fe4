"""A single line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.boxes import Box, FieldLine
from reviewer.ui.panels.form.editors.base import Editor, describe, dress_box
from reviewer.ui.panels.form.intents import Typed
from reviewer.ui.panels.form.typed import typed_over

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class TextEditor(Editor):
    """A line in a box; the other one-line editors add what stands beside it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.line = FieldLine()
        self.box = Box()
        self.box.add(self.line, 1)
        self.box.lead_to(self.line)
        self.column.addWidget(self.box)
        self._before = ""
        self.line.textEdited.connect(self._on_edit)

    def fill(self, row: Row, typing: Path | None) -> None:
        """Show the row's text."""
        self.line.show_text(row.text)
        self._before = self.line.text()

    def dress(self, row: Row) -> None:
        """Frame, placeholder, and whether it can be typed into."""
        dress_box(self.box, row)
        describe(self.line, row)
        self.line.setPlaceholderText(row.placeholder)
        self.line.setReadOnly(bool(row.read_only))

    def chain(self) -> list[QWidget]:
        """The line."""
        return [self.line]

    def type_text(self, text: str) -> None:
        """Put ``text`` into the line as if it had been typed."""
        self.line.show_text(text)
        self._on_edit(text)

    def set_bare(self) -> None:
        """Draw no frame."""
        self.box.become_bare()

    def _on_edit(self, now: str) -> None:
        if self.row is None:
            return
        exact = isinstance(self.row.value, str)
        text = typed_over(self.row.text, self._before, now) if exact else now
        self._before = now
        self.kit.send(Typed(self.row.path, text))
