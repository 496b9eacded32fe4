"""Fields in two columns; the form is one such grid, and so is every nested group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reviewer.ui.panels.form.field_row import FieldRow
from reviewer.ui.panels.form.rows import arrange
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from reviewer.document.operations import Path
    from reviewer.ui.panels.form.editors.base import Kit
    from reviewer.ui.panels.form.rows import Row

Place = tuple[FieldRow | str, int, int, int]
"""A field or the text of a heading, its line, its column, and how many columns it takes."""


class FieldGrid(QWidget):
    """Shows rows, and keeps its widgets for the next rows of the same sort."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.fields: list[FieldRow] = []
        self._spare: list[FieldRow] = []
        self._placed: list[Place] = []
        self._headings: list[QLabel] = []
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
        places: list[Place] = []
        for line in arrange(rows):
            at = places[-1][1] + 1 if places else 0
            if line.heading:
                places.append((line.heading, at, 0, 2))
                at += 1
            span = 1 if len(line.rows) == 2 else 2
            places += [(next(fields), at, column, span) for column in range(len(line.rows))]
        if places != self._placed:
            self._lay_out(places)

    def _lay_out(self, places: list[Place]) -> None:
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings = []
        for what, *_place in self._placed:
            if isinstance(what, FieldRow):
                self._grid.removeWidget(what)
        for what, at, column, span in places:
            widget = what if isinstance(what, FieldRow) else self._heading(what)
            self._grid.addWidget(widget, at, column, 1, span, Qt.AlignmentFlag.AlignTop)
            widget.show()
        self._placed = places

    def _heading(self, text: str) -> QLabel:
        heading = styled(QLabel(text), "form-section")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self._headings.append(heading)
        return heading


def _take(free: list[FieldRow], row: Row, *, same_path: bool) -> FieldRow | None:
    for field in free:
        if field.key != row.editor:
            continue
        if same_path and (field.row is None or field.row.path != row.path):
            continue
        free.remove(field)
        return field
    return None
