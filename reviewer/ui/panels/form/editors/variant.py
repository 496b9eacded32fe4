"""A group that may be one of several sorts: which one, then the fields of that sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from reviewer.ui.panels.form.editors.group import GroupEditor
from reviewer.ui.panels.form.intents import Varied
from reviewer.ui.panels.form.rows import State
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class VariantEditor(GroupEditor):
    """A group below a list of its sorts; what another sort does not know stays in it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.sorts = styled(QComboBox(), "variant")
        self.sorts.activated.connect(self._on_choice)
        self.column.insertWidget(0, self.sorts)

    def fill(self, row: Row, typing: Path | None) -> None:
        """The sorts, the one that holds, and its fields."""
        names = [each.name for each in row.variants]
        if [self.sorts.itemData(at) for at in range(self.sorts.count())] != names:
            self.sorts.clear()
            for each in row.variants:
                self.sorts.addItem(each.label, each.name)
        now = row.value.get(row.variant_key) if isinstance(row.value, dict) else None
        self.sorts.setCurrentIndex(names.index(now) if now in names else -1)
        super().fill(row, typing)

    def dress(self, row: Row) -> None:
        """Without a sort there are no fields to add."""
        super().dress(row)
        self.sorts.setPlaceholderText(row.placeholder or tr("Choose one"))
        self.sorts.setAccessibleName(row.label)
        self.sorts.setEnabled(not row.read_only)
        self.button.setVisible(self.button.isVisibleTo(self) and row.state is State.VALUE)

    def chain(self) -> list[QWidget]:
        """The list of sorts, then every field's inputs."""
        inner = self.grid.chain() if self.row and self.row.opened and self.row.children else []
        return [self.sorts, *inner]

    def _on_choice(self, at: int) -> None:
        self.kit.send(Varied(self.path, str(self.sorts.itemData(at))))
