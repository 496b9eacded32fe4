"""The rows of the Changes tab for Qt's list view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.changes.rows import Row

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ChangesModel(QAbstractListModel):
    """Rows as they are; what is equal at head and tail stays, so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows by others."""
        new = list(rows)
        head = _common(self._rows, new)
        tail = _common(self._rows[head:][::-1], new[head:][::-1])
        self._replace(head, len(self._rows) - tail, new[head : len(new) - tail])

    def _replace(self, first: int, last: int, new: list[Row]) -> None:
        if first < last:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self._rows[first:last]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows[first:first] = new
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, as text, as spoken, or itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row if role == ROW else None

    def row(self, number: int) -> Row:
        """The row at a place."""
        return self._rows[number]


def _common(left: Sequence[Row], right: Sequence[Row]) -> int:
    for at, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return at
    return min(len(left), len(right))
