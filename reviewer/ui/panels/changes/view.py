"""The Changes tab: what a save would write, change by change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.changes.delegate import ChangesDelegate
from reviewer.ui.panels.changes.model import ROW, ChangesModel
from reviewer.ui.panels.changes.rows import patch
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.seen import SeenWidget
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from reviewer.ui.panels.changes.rows import Row
    from reviewer.ui.theme.theme import Theme


class ChangesList(QListView):
    """The rows; a click on a fold opens it, one on what a change offers ("Revert") does that."""

    unfold_asked = Signal(int)
    revert_asked = Signal(int)

    def __init__(self, theme: Theme, *, offer: str = "", name: str = "") -> None:
        super().__init__()
        styled(self, "card", "changes", name=name or tr("Lines that will change"))
        self.rows = ChangesModel()
        self.setModel(self.rows)
        self._delegate = ChangesDelegate(self, theme, offer or tr("Revert"))
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the scroll position stays."""
        largest = max((max(row.old, row.new) for row in rows), default=0)
        self._delegate.digits = max(2, len(str(largest)))
        self.rows.show_rows(rows)
        self.scheduleDelayedItemsLayout()

    def show_offer(self, *, on: bool) -> None:
        """Whether changes offer to be reverted."""
        self._delegate.offers = on
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected lines on the clipboard, as ``diff`` writes them."""
        chosen = sorted(index.row() for index in self.selectedIndexes())
        text = patch([self.rows.row(number) for number in chosen])
        QGuiApplication.clipboard().setText(text)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on what can be clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row: Row = index.data(ROW)
            if row.kind == "fold":
                self.unfold_asked.emit(row.fold)
            elif self._is_on_revert(index, event.position().toPoint()):
                self.revert_asked.emit(row.hunk)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        on_revert = index.isValid() and self._is_on_revert(index, place)
        on_fold = index.isValid() and index.data(ROW).kind == "fold"
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if on_revert or on_fold else Qt.CursorShape.ArrowCursor)
        self._delegate.hovered = index.row() if on_revert else -1
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a fold, Delete reverts the change, Ctrl+C copies lines."""
        row: Row | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif row and row.kind == "fold" and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.unfold_asked.emit(row.fold)
        elif row and row.hunk >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.revert_asked.emit(row.hunk)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Be no higher than the rows are, so that the sentence stands right below them."""
        super().doItemsLayout()
        self.setMaximumHeight(max(self.contentsSize().height(), 40) + 2 * self.frameWidth())

    def _is_on_revert(self, index: QModelIndex, place: QPoint) -> bool:
        row: Row = index.data(ROW)
        return self._delegate.revert_rect(self.visualRect(index), row).contains(place)


class ChangesWidget(SeenWidget):
    """The list, the sentence below it, and a button to revert all."""

    revert_all_asked = Signal()
    base_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Changes"))
        self.list = ChangesList(theme)
        self.sentence = styled(QLabel(), "mute", "small", name=tr("What a save will do"))
        self.sentence.setWordWrap(True)
        self.revert_all = styled(QPushButton(tr("Revert all")), name=tr("Revert all changes"))
        self.revert_all.clicked.connect(self.revert_all_asked)
        self.empty = EmptyState(
            tr("No changes"), tr("The post is as it stands on disk. A save would write nothing.")
        )
        choices = (("saved", tr("Since saved")), ("signed", tr("Since sign-off")))
        self.bases = SegmentedControl(choices, tr("Compared with"))
        self.bases.chosen.connect(self.base_chosen)
        self._head = self._head_row()
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._changed_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(pages, 1)
        self.show_bases("saved", offered=False)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what differs."""
        self.list.show_rows(rows)

    def show_summary(self, text: str, *, changed: bool) -> None:
        """Say what a save will do."""
        self.sentence.setText(text)
        self._pages.setCurrentIndex(1 if changed else 0)

    def show_bases(self, base: str, *, offered: bool) -> None:
        """Offer to compare with the text that was signed off, where there is one."""
        self._head.setVisible(offered)
        self.bases.choose(base)
        self.revert_all.setVisible(base == "saved")
        self.list.show_offer(on=base == "saved")

    def _head_row(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 14, 18, 0)
        row.addWidget(self.bases)
        row.addStretch(1)
        return head

    def _changed_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.list, 1000)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.revert_all)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(self.list)
        return page
