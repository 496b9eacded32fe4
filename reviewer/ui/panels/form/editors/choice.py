"""A value out of those that the folder's posts use; any other can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Sought
from reviewer.ui.panels.form.suggestions import Suggestions
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class ChoiceEditor(TextEditor):
    """A line with a list below it; the down key opens the list."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.arrow = small_button(kit.theme, "chevron-down", tr("Show the known values"))
        self.box.add(self.arrow)
        self.suggestions = Suggestions(self.line, kit.theme)
        self.arrow.clicked.connect(self._open)
        self.line.more.connect(self._open)
        self.suggestions.activated.connect(self.type_text)
        self._asked = False
        self.line.textEdited.connect(self._ask)

    def dress(self, row: Row) -> None:
        """The list of values; none to choose from, no arrow."""
        super().dress(row)
        self.suggestions.show_choices(row.choices)
        self.arrow.setVisible(bool(row.choices) and not row.read_only)

    def reset(self) -> None:
        """Another post may be of another folder."""
        super().reset()
        self._asked = False

    def _ask(self) -> None:
        """Have the values counted, once for each post."""
        if not self._asked and self.row is not None:
            self._asked = True
            self.kit.send(Sought(self.path, ""))

    def _open(self) -> None:
        if self.row is not None and not self.row.read_only:
            self.line.setFocus()
            self._ask()
            self.suggestions.show_all()
