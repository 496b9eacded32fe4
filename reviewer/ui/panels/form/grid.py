"""Fields in two columns; the form is one such grid, and so is every nested group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer.ui.panels.form.field_row import FieldRow
from reviewer.ui.panels.form.rows import arrange

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row


class FieldGrid(QWidget):
    """Shows rows, and keeps its widgets for the next rows of the same sort."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.fields: list[FieldRow] = []
        self._spare: list[FieldRow] = []
        self._placed: list[tuple[FieldRow, int, int, int]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: tuple[Row, ...], typing: Path | None = None) -> None:
        """Show these rows; only what differs is touched."""
        chosen = self._choose(rows)
        for field, row in zip(chosen, rows, strict=True):
            field.show_row(row, typing)
        self._spare = [field for field in (*self.fields, *self._spare) if field not in chosen]
        for field in self._spare:
            field.hide()
        self.fields = chosen
        self._place(rows)

    def reset(self) -> None:
        """The next rows are of another post."""
        for field in (*self.fields, *self._spare):
            field.reset()

    def field(self, path: Path) -> FieldRow | None:
        """The field that shows ``path``."""
        return next((each for each in self.fields if each.row and each.row.path == path), None)

    def chain(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [widget for field in self.fields for widget in field.chain()]

    def _choose(self, rows: tuple[Row, ...]) -> list[FieldRow]:
        """A widget for each row: the one that shows its path, else a spare one of its sort."""
        free = [*self.fields, *self._spare]
        chosen: dict[int, FieldRow] = {}
        for same_path in (True, False):
            for index, row in enumerate(rows):
                if index in chosen:
                    continue
                field = _take(free, row, same_path=same_path)
                if field is not None:
                    chosen[index] = field
        return [
            chosen.get(index) or FieldRow(self._kit, row.editor) for index, row in enumerate(rows)
        ]

    def _place(self, rows: tuple[Row, ...]) -> None:
        fields = iter(self.fields)
        places = [
            (next(fields), at, column, 1 if len(line.rows) == 2 else 2)
            for at, line in enumerate(arrange(rows))
            for column in range(len(line.rows))
        ]
        if places == self._placed:
            return
        for field, *_place in self._placed:
            self._grid.removeWidget(field)
        for field, at, column, span in places:
            self._grid.addWidget(field, at, column, 1, span, Qt.AlignmentFlag.AlignTop)
            field.show()
        self._placed = places


def _take(free: list[FieldRow], row: Row, *, same_path: bool) -> FieldRow | None:
    for field in free:
        if field.key != row.editor:
            continue
        if same_path and (field.row is None or field.row.path != row.path):
            continue
        free.remove(field)
        return field
    return None
