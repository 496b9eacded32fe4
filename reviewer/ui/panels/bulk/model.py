"""The posts of a bulk edit for Qt's list view: a path, and why it stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.bulk.planning import Planned

Index = QModelIndex | QPersistentModelIndex


class BulkModel(QAbstractListModel):
    """Posts in the order in which they were planned."""

    def __init__(self) -> None:
        super().__init__()
        self._posts: list[Planned] = []

    def show(self, posts: Sequence[Planned], *, fresh: bool) -> None:
        """Show other posts, or more."""
        if fresh:
            self.beginResetModel()
            self._posts = list(posts)
            self.endResetModel()
        elif posts:
            first = len(self._posts)
            self.beginInsertRows(QModelIndex(), first, first + len(posts) - 1)
            self._posts += posts
            self.endInsertRows()

    def post(self, row: int) -> Planned:
        """The post in a row."""
        return self._posts[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many posts there are."""
        return 0 if parent.isValid() else len(self._posts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The path; both path and reason for tool tips and screen readers."""
        if not index.isValid():
            return None
        post = self._posts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return post.path
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{post.path}: {post.says}" if post.says else post.path
        return None
