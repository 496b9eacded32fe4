"""Yes or no, in words; neither is marked as long as the value is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reviewer.ui.panels.form.editors.base import Editor, describe
from reviewer.ui.panels.form.intents import Chosen
from reviewer.ui.texts import tr
from reviewer.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row

_KEYS = {True: "yes", False: "no"}


class YesNoEditor(Editor):
    """Two words side by side."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.choice = SegmentedControl((("yes", tr("Yes")), ("no", tr("No"))), "")
        line = QHBoxLayout()
        line.addWidget(self.choice)
        line.addStretch()
        self.column.addLayout(line)
        self.choice.chosen.connect(self._on_choice)

    def fill(self, row: Row, typing: Path | None) -> None:
        """Mark the word that holds."""
        self.choice.choose(_KEYS[row.value] if isinstance(row.value, bool) else "")

    def dress(self, row: Row) -> None:
        """Grey where it cannot be edited."""
        describe(self.choice, row)
        for button in self.chain():
            button.setAccessibleDescription(row.label)
        self.choice.setEnabled(not row.read_only)

    def chain(self) -> list[QWidget]:
        """The two words."""
        return list(self.choice.findChildren(QPushButton))

    def _on_choice(self, key: str) -> None:
        self.kit.send(Chosen(self.path, key == "yes"))
