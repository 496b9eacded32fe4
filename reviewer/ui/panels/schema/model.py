"""The fields of a content type for Qt's table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.schema.lines import FieldLine
    from reviewer.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
FIELD, KIND, REQUIRED, SHARE, ORIGIN = range(5)
TITLES = ("Field", "Kind", "Required", "In posts", "Where from")
INSIDE = "      "
"""How far a field stands in for each field that it lies in."""
CHANGED = "●"


class FieldsModel(QAbstractTableModel):
    """One row for each field, nested ones below the field that they lie in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[FieldLine] = []

    def show(self, lines: Sequence[FieldLine]) -> None:
        """Show these; where they are the same fields, rows stay chosen."""
        lines = list(lines)
        if [each.path for each in lines] == [each.path for each in self._lines]:
            self._lines = lines
            last = self.index(max(len(lines) - 1, 0), len(TITLES) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many fields there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The same for all."""
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says, and how."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(line)[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(line, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(_ink(line, column))
        if role == Qt.ItemDataRole.FontRole and column == FIELD:
            return self._theme.font(13, bold=line.declared)
        return None


def _texts(line: FieldLine) -> tuple[str, ...]:
    mark = f"{CHANGED} " if line.changed else ""
    name = f"{INSIDE * line.depth}{mark}{line.label}"
    return (name, line.kind, line.required, line.share, line.origin)


def _spoken(line: FieldLine, column: int) -> str:
    if column != FIELD:
        return _texts(line)[column].strip()
    parts = (line.label, line.key, tr("changed, not saved") if line.changed else "")
    return ", ".join(part for part in parts if part)


def _ink(line: FieldLine, column: int) -> str:
    if line.changed and column == FIELD:
        return "accent"
    return "ink" if column in (FIELD, KIND) else "mute"
