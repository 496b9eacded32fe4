"""The list's rows as Qt's views want them: an array of ids, and no object for each row."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from reviewer.ui.panels.posts.presenter import PostsPresenter, Row

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PATH = Qt.ItemDataRole.UserRole


class PostsModel(QAbstractListModel):
    """The ids of the listing; what a row says is asked for when it is painted."""

    def __init__(self, presenter: PostsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._count = 0
        self.ids: array[int] = array("I")

    def row(self, row: int) -> Row:
        """What this row says."""
        return self._presenter.row(self.ids[row])

    def title(self, row: int) -> str:
        """The title in this row."""
        return self._presenter.title(self.ids[row])

    def show(self) -> None:
        """The listing has other rows."""
        self.beginResetModel()
        self.ids = self._presenter.rows
        self._count = len(self.ids)
        self.endResetModel()

    def grow(self) -> None:
        """The listing has more rows at its end."""
        if len(self.ids) > self._count:
            self.beginInsertRows(NO_PARENT, self._count, len(self.ids) - 1)
            self._count = len(self.ids)
            self.endInsertRows()

    def tell(self, first: int, last: int) -> None:
        """These rows look different now."""
        self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for tool tip and screen reader; the delegate paints rows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).spoken
        if role in (Qt.ItemDataRole.ToolTipRole, PATH):
            return self._presenter.path(self.ids[index.row()])
        return None

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,
    ) -> list[QModelIndex]:
        """The next title that begins with what was typed; Qt would ask for row after row."""
        if role != Qt.ItemDataRole.DisplayRole or not self._count:
            return super().match(start, role, value, hits, flags)
        place = self._presenter.place_of_title(str(value), max(start.row(), 0))
        return [self.index(place)] if place >= 0 else []
