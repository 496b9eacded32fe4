"""A time of the day: typed, stepped by minutes, or taken from a list of half hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reviewer.schema.field import Option
from reviewer.ui.panels.form import written_times
from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.suggestions import Suggestions
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row

MINUTES = 5
"""What Page Up adds and Page Down takes away."""


class TimeEditor(TextEditor):
    """A line with a clock; the down key opens the list."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.button = small_button(kit.theme, "clock", tr("Show the times of the day"))
        self.box.add(self.button)
        self.suggestions = Suggestions(self.line, kit.theme)
        self.button.clicked.connect(self._open)
        self.line.more.connect(self._open)
        self.suggestions.activated.connect(self.type_text)

    def dress(self, row: Row) -> None:
        """The times are listed as this one is written."""
        super().dress(row)
        self.suggestions.show_choices(Option(each) for each in written_times.half_hours(row.text))
        self.button.setEnabled(not row.read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go five minutes on and back."""
        step = {Qt.Key.Key_PageUp: MINUTES, Qt.Key.Key_PageDown: -MINUTES}.get(Qt.Key(event.key()))
        if step is None or self.row is None or self.row.read_only:
            super().keyPressEvent(event)
            return
        text = written_times.stepped(self.line.text(), step)
        if text is not None:
            self.type_text(text)

    def _open(self) -> None:
        if self.row is not None and not self.row.read_only:
            self.line.setFocus()
            self.suggestions.show_all()
