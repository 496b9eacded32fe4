"""The versions for Qt's list view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.ui.panels.history.presenter import Line

LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class VersionsModel(QAbstractListModel):
    """One line for each version."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the lines by others."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many versions there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A version as text, as spoken, or itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        parts = [part for part in (line.when, line.changed, line.source) if part]
        if role == Qt.ItemDataRole.DisplayRole:
            return " — ".join(parts)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(parts)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.source or line.changed
        return line if role == LINE else None
