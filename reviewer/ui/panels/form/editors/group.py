"""A nested group: its fields in a frame, each with an editor of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.panels.form.editors.base import Editor
from reviewer.ui.panels.form.grid import FieldGrid
from reviewer.ui.panels.form.intents import Opened
from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import mark, styled

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class GroupEditor(Editor):
    """A frame with a grid of fields; a dashed button where the group is not there."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.grid = FieldGrid(kit)
        self.frame = styled(QFrame(), "field-group")
        self.inside = QVBoxLayout(self.frame)
        self.inside.setContentsMargins(3, 9, 9, 9)
        self.inside.addWidget(self.grid)
        self.button = styled(QPushButton(), "add-item")
        self.button.clicked.connect(lambda: self.kit.send(Opened(self.path)))
        self.column.addWidget(self.button)
        self.column.addWidget(self.frame)

    def fill(self, row: Row, typing: Path | None) -> None:
        """The fields inside."""
        laid_out = bool(row.children) and row.opened
        self.frame.setVisible(laid_out)
        self.button.setVisible(not laid_out)
        if laid_out:
            self.grid.show_rows(row.children, typing)

    def dress(self, row: Row) -> None:
        """The button says what it adds."""
        self.button.setText(row.placeholder or tr("+ Add a field inside"))
        self.button.setAccessibleName(tr("Add a field to {label}", label=row.label))
        mark(self.button, "empty", "true" if row.state is State.ABSENT else "false")
        mark(self.frame, "state", row.tone)
        self.button.setEnabled(not row.read_only)
        self.frame.setAccessibleName(row.label)

    def reset(self) -> None:
        """The fields inside forget too."""
        super().reset()
        self.grid.reset()

    def chain(self) -> list[QWidget]:
        """Every field's inputs."""
        return (
            self.grid.chain()
            if self.row and self.row.opened and self.row.children
            else [self.button]
        )

    def input_at(self, path: Path) -> QWidget:
        """The input of the field that ``path`` leads to."""
        inner = self.grid.field(path[: len(self.path) + 1])
        return inner.editor.input_at(path) if inner else self.chain()[0]

    def set_bare(self) -> None:
        """Draw no frame: the list draws one around each card."""
        styled(self.frame, "bare-group")
        self.inside.setContentsMargins(0, 4, 0, 4)
