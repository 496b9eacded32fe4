"""Another post: typed by what names it, or found by its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Sought
from reviewer.ui.panels.form.suggestions import Suggestions
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class ReferenceEditor(TextEditor):
    """A line that asks the folder for posts while one types, and the title of the one meant."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.title = styled(QLabel(), "field-note")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.arrow = small_button(kit.theme, "search", tr("Find a post"))
        self.box.add(self.title)
        self.box.add(self.arrow)
        self.suggestions = Suggestions(self.line, kit.theme)
        self.suggestions.take_all()
        self._asked = False
        self.arrow.clicked.connect(self._ask)
        self.line.more.connect(self._ask)
        self.line.textEdited.connect(self._seek)
        self.suggestions.activated.connect(self._pick)

    def dress(self, row: Row) -> None:
        """The posts that were found, and the title of the one that is written."""
        super().dress(row)
        self.suggestions.show_choices(row.choices)
        title = next((each.label for each in row.choices if str(each.value) == row.text), "")
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.arrow.setEnabled(not row.read_only)
        if self._asked and row.choices and self.line.hasFocus():
            self._asked = False
            self.suggestions.show_all()

    def reset(self) -> None:
        """Nothing is being looked for."""
        super().reset()
        self._asked = False

    def _ask(self) -> None:
        if self.row is not None and not self.row.read_only:
            self.line.setFocus()
            self._seek("")

    def _seek(self, text: str) -> None:
        self._asked = True
        self.kit.send(Sought(self.path, text))

    def _pick(self, title: str) -> None:
        choices = self.row.choices if self.row else ()
        value = next((str(each.value) for each in choices if each.text == title), title)
        self._asked = False
        self.type_text(value)
