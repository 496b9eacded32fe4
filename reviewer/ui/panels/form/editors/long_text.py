"""Text of several lines, as high as its content; it wraps on the screen only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.boxes import Box, GrowingText
from reviewer.ui.panels.form.editors.base import Editor, describe, dress_box
from reviewer.ui.panels.form.intents import PointedAt, Typed
from reviewer.ui.panels.form.typed import typed_over

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class LongTextEditor(Editor):
    """A growing text in a box."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.area = GrowingText()
        self.box = Box()
        self.box.add(self.area, 1)
        self.box.lead_to(self.area)
        self.column.addWidget(self.box)
        self._before = ""
        self.area.typed.connect(self._on_edit)
        self.area.pointed_at.connect(self._on_pointed)

    def fill(self, row: Row, typing: Path | None) -> None:
        """Show the row's text."""
        self.area.show_text(row.text.removesuffix(_tail(row)))
        self._before = self.area.raw

    def dress(self, row: Row) -> None:
        """Frame, placeholder, and whether it can be typed into."""
        dress_box(self.box, row)
        describe(self.area, row)
        self.area.setPlaceholderText(row.placeholder)
        self.area.setReadOnly(bool(row.read_only))

    def chain(self) -> list[QWidget]:
        """The text."""
        return [self.area]

    def set_bare(self) -> None:
        """Draw no frame: a list draws one around each item."""
        self.box.become_bare()

    def _on_pointed(self) -> None:
        if self.row is not None:
            self.kit.send(PointedAt(self.row.path))

    def _on_edit(self, now: str) -> None:
        if self.row is None:
            return
        tail = _tail(self.row)
        shown = self.row.text.removesuffix(tail)
        exact = isinstance(self.row.value, str)
        text = typed_over(shown, self._before, now) if exact else now
        self._before = now
        self.kit.send(Typed(self.row.path, text + tail))


def _tail(row: Row) -> str:
    """The line end that a block of text in YAML ends with: kept, and not shown as a blank line."""
    return "\n" if isinstance(row.value, str) and row.text.endswith("\n") else ""
