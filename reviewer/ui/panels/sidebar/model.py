"""The sidebar's lines as Qt's views want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from reviewer.ui.texts import tr_count

if TYPE_CHECKING:
    from reviewer.ui.panels.sidebar.presenter import Row, SidebarPresenter

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class SidebarModel(QAbstractListModel):
    """Reads the presenter's rows."""

    def __init__(self, presenter: SidebarPresenter) -> None:
        super().__init__()
        self._presenter = presenter

    def row(self, index: Index) -> Row:
        """The line at ``index``."""
        return self._presenter.rows[index.row()]

    def reset(self) -> None:
        """The presenter has other lines."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._presenter.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for the eye, the tool tip and the screen reader."""
        row = self.row(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.scope is None:
                return row.label
            return f"{row.label}, " + tr_count("{count} post", "{count} posts", row.count)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be picked."""
        if self.row(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
