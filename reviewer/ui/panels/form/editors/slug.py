"""The last part of a post's address, with a button that makes it from the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.boxes import small_button
from reviewer.ui.panels.form.editors.text import TextEditor
from reviewer.ui.panels.form.intents import Pressed
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class SlugEditor(TextEditor):
    """A line and the button; the down key does the same."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.button = small_button(kit.theme, "refresh-cw", tr("Make it from the title"))
        self.box.add(self.button)
        self.button.clicked.connect(lambda: self.kit.send(Pressed(self.path)))
        self.line.more.connect(self.button.click)

    def dress(self, row: Row) -> None:
        """Nothing to make where nothing can be edited."""
        super().dress(row)
        self.button.setEnabled(not row.read_only)
