"""The rows of the list, of any number of posts, at the cost of those that are seen.

A list or tree of Qt lays out every row, a table only asks for how many there
are. But a table wants to know how high each row is: every row is taken to be as
high as most are, and gets its own height when it comes into sight.
"""

from __future__ import annotations

from array import array
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView

from reviewer.ui.panels.posts.delegate import USUAL_HEIGHT, PostsDelegate
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from reviewer.ui.panels.posts.model import Index, PostsModel
    from reviewer.ui.theme.theme import Theme

Flag = QItemSelectionModel.SelectionFlag


def _finds(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)


class PostsTable(QTableView):
    """``went_to`` tells the row that became the current one, ``selected`` the selected ids."""

    went_to = Signal(int)
    selected = Signal(object)
    filter_asked = Signal()

    def __init__(self, model: PostsModel, theme: Theme) -> None:
        super().__init__()
        styled(self, "posts", name=tr("Posts"))
        self._model = model
        self._delegate = PostsDelegate(model, theme, self)
        self._restoring = False
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self._delegate)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(1)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(USUAL_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # Rows that come, go and change

    def show_rows(self, *, anew: bool) -> None:
        """Show the listing's rows; unless it is a list ``anew``, nothing moves in sight."""
        with self._keeping_sight(anew=anew), self._keeping_selection():
            self._model.show()

    def grow(self) -> None:
        """Show the rows that came at the end."""
        self._model.grow()
        self.fit_heights()

    def redraw(self, ids: Sequence[int]) -> None:
        """These posts look different now; those out of sight are painted when they are seen."""
        first, last = self._seen()
        if first <= last and not set(self._model.ids[first : last + 1]).isdisjoint(ids):
            self._model.tell(first, last)
            self.fit_heights()

    def show_current(self, row: int) -> None:
        """Make ``row`` the current one without telling; -1 for none."""
        index = self._model.index(row, 0)
        if index == self.currentIndex():
            return
        with QSignalBlocker(self):
            picked = self.selectionModel().isSelected(index)
            flag = Flag.NoUpdate if picked else Flag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
        self._tell_selected()
        self.scrollTo(index)

    def selected_ids(self) -> array[int]:
        """The selected posts from top to bottom."""
        ids = array("I")
        picked = self.selectionModel().selection()
        ranges = (picked.at(place) for place in range(picked.size()))
        for top, bottom in sorted((each.top(), each.bottom()) for each in ranges):
            ids.extend(self._model.ids[top : bottom + 1])
        return ids

    # Heights

    def fit_heights(self) -> None:
        """Give the rows in sight the heights that their titles ask for."""
        header, below = self.verticalHeader(), self.viewport().height()
        row = max(self.rowAt(0), 0)
        top = self.rowViewportPosition(row)
        wanted: list[tuple[int, int]] = []
        while row < self._model.rowCount() and top < below:
            height = self._delegate.height(row)
            wanted.append((row, height))
            top += height
            row += 1
        for row, height in wanted:
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)

    def scrollTo(
        self, index: Index, hint: QTableView.ScrollHint = QTableView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight; rows on the way may turn out higher or lower."""
        for _ in range(3):
            before = self.verticalScrollBar().value()
            super().scrollTo(index, hint)
            if self.verticalScrollBar().value() == before:
                return

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows that come into sight above must not push those below them."""
        super().scrollContentsBy(dx, dy)
        anchor = self.rowAt(self.viewport().height() - 1) if dy > 0 else -1
        before = self.rowViewportPosition(anchor)
        self.fit_heights()
        moved = self.rowViewportPosition(anchor) - before
        if anchor >= 0 and moved and not self._restoring:
            self._scroll_by(moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may break titles elsewhere."""
        super().resizeEvent(event)
        self.fit_heights()

    # Keys and focus

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The first and last keys go to the first and last row, not column."""
        if action == QTableView.CursorAction.MoveHome:
            return self._model.index(0, 0)
        if action == QTableView.CursorAction.MoveEnd:
            return self._model.index(self._model.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the user went."""
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.went_to.emit(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell what is selected."""
        super().selectionChanged(selected, deselected)
        self._tell_selected()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard without Qt's choice of a row, which would open a post by itself."""
        fresh = not self.currentIndex().isValid()
        with QSignalBlocker(self):
            super().focusInEvent(event)
            if fresh:
                self.selectionModel().clearCurrentIndex()

    def event(self, event: QEvent) -> bool:
        """Claim the key for finding, which elsewhere finds in the body."""
        claimed = event.type() == QEvent.Type.ShortcutOverride and _finds(event)
        if claimed:
            event.accept()
        return claimed or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key for finding asks for the filter line."""
        if _finds(event):
            self.filter_asked.emit()
        else:
            super().keyPressEvent(event)

    # Behind the scenes

    def _tell_selected(self) -> None:
        if not self._restoring and not self.signalsBlocked():
            self.selected.emit(self.selected_ids())

    def _seen(self) -> tuple[int, int]:
        """The first and the last row in sight; the last is the smaller where there is none."""
        last = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), last if last >= 0 else self._model.rowCount() - 1

    def _scroll_by(self, pixels: int) -> None:
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    @contextmanager
    def _keeping_selection(self) -> Iterator[None]:
        """While rows change places: what is selected stays so, wherever it goes."""
        current, ids = self._current_id(), self.selected_ids()
        self._restoring = True
        with QSignalBlocker(self):
            yield
            self._select(ids)
            index = self._model.index(self._place(current), 0)
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        self._restoring = False
        self._tell_selected()

    def _select(self, ids: array[int]) -> None:
        selection = QItemSelection()
        for first, last in _ranges(_places(ids, self._model.ids)):
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    @contextmanager
    def _keeping_sight(self, *, anew: bool) -> Iterator[None]:
        """While rows change places: the current one, else the topmost, stays where it was seen."""
        anchor, top = self._anchor()
        is_current = anchor == self._current_id()
        yield
        place = self._place(anchor)
        if place >= 0 and (is_current or not anew):
            self._put_at(place, top)
        elif anew:
            self.scrollToTop()
        self.fit_heights()

    def _anchor(self) -> tuple[int, int]:
        """The post that the eye holds on to, and how far below the top edge its row begins."""
        rect = self.visualRect(self.currentIndex())
        seen = self.currentIndex().isValid() and self.viewport().rect().intersects(rect)
        row = self.currentIndex().row() if seen else self.rowAt(0)
        if not 0 <= row < len(self._model.ids):
            return -1, 0
        return self._model.ids[row], self.rowViewportPosition(row)

    def _put_at(self, row: int, top: int) -> None:
        self.updateGeometries()
        self.fit_heights()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(row) - top)

    def _current_id(self) -> int:
        row = self.currentIndex().row()
        return self._model.ids[row] if 0 <= row < self._model.rowCount() else -1

    def _place(self, post: int) -> int:
        try:
            return self._model.ids.index(post) if post >= 0 else -1
        except ValueError:
            return -1


def _places(wanted: array[int], ids: array[int]) -> list[int]:
    """Where in ``ids`` the wanted ones stand, from top to bottom."""
    if len(wanted) == 1:  # as nearly always: no need to look at every row in Python
        return [ids.index(wanted[0])] if wanted[0] in ids else []
    chosen = set(wanted)
    return [place for place, post in enumerate(ids) if post in chosen]


def _ranges(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of places without a gap, as the first and the last of each."""
    if places:
        breaks = [n for n, (one, two) in enumerate(pairwise(places), 1) if two - one > 1]
        for first, end in pairwise([0, *breaks, len(places)]):
            yield places[first], places[end - 1]
