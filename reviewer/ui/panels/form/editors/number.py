"""A number: typed as it shall be written, or stepped by − and +."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.number_steps import Scale, stepped
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class NumberEditor(TextEditor):
    """A line with two small buttons; the arrow keys do the same."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.less = small_button(kit.theme, "minus", tr("Less"))
        self.more = small_button(kit.theme, "plus", tr("More"))
        for button, step in ((self.less, -1), (self.more, 1)):
            self.box.add(button)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _checked=False, step=step: self.step(step))
        self.line.more.connect(lambda: self.step(-1))

    def dress(self, row: Row) -> None:
        """Buttons that cannot be used are grey."""
        super().dress(row)
        for button in (self.less, self.more):
            button.setEnabled(not row.read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up counts up; down comes from the line."""
        moved = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Up and not moved:
            self.step(1)
        else:
            super().keyPressEvent(event)

    def step(self, count: int) -> None:
        """Go ``count`` steps on, or so many in the last place that is written."""
        if self.row is None or self.row.read_only:
            return
        text = stepped(self.line.text(), count, Scale.of(self.row))
        if text is not None:
            self.type_text(text)
