"""The list's rows as Qt's views want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.ui.panels.posts.presenter import PostsPresenter, Row

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PATH = Qt.ItemDataRole.UserRole


class PostsModel(QAbstractListModel):
    """The paths of the listing; what a row says is asked for when it is painted."""

    def __init__(self, presenter: PostsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._paths: list[str] = []
        self._places: dict[str, int] = {}

    def path(self, row: int) -> str:
        """The post in this row."""
        return self._paths[row]

    def row(self, index: Index) -> Row:
        """What the row at ``index`` says."""
        return self._presenter.row(self._paths[index.row()])

    def title(self, index: Index) -> str:
        """The title in the row at ``index``."""
        return self._presenter.title(self._paths[index.row()])

    def place(self, path: str) -> int:
        """The row of a post; -1 where it has none."""
        return self._places.get(path, -1)

    def show(self, paths: list[str]) -> None:
        """Show other rows; selected posts that stay, stay selected."""
        if paths == self._paths:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._paths[index.row()] for index in before]
        self._paths = list(paths)
        self._places = {path: row for row, path in enumerate(paths)}
        after = [self._index_of(path) for path in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def tell(self, paths: Iterable[str]) -> None:
        """These posts look different now."""
        places = sorted({self._places[path] for path in paths if path in self._places})
        for first, last in _ranges(places):
            self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for keyboard search, tool tip and screen reader; the delegate paints rows."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index).spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._paths[index.row()]
        if role == PATH:
            return self._paths[index.row()]
        return None

    def _index_of(self, path: str) -> QModelIndex:
        row = self._places.get(path)
        return QModelIndex() if row is None else self.index(row)


def _ranges(places: list[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for place in places:
        if ranges and ranges[-1][1] == place - 1:
            ranges[-1] = (ranges[-1][0], place)
        else:
            ranges.append((place, place))
    return ranges
