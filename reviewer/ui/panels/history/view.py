"""The History tab: the versions above, the comparison of the chosen one below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.changes.view import ChangesList
from reviewer.ui.panels.history.delegate import VersionsDelegate
from reviewer.ui.panels.history.model import VersionsModel
from reviewer.ui.panels.history.presenter import BEFORE, NOW, Offer
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.seen import SeenWidget
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reviewer.ui.panels.changes.rows import Row
    from reviewer.ui.panels.history.presenter import Line
    from reviewer.ui.theme.theme import Theme

SHOWN = 6
"""Versions that the list has room for, in lines."""


class VersionsList(QListView):
    """The versions; ``chosen`` tells the number of the one to look at."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        styled(self, "card", "versions", name=tr("Earlier versions"))
        self.lines = VersionsModel()
        self.setModel(self.lines)
        self.setItemDelegate(VersionsDelegate(self, theme))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda new, _: self.chosen.emit(new.row()))

    def show_lines(self, lines: Sequence[Line], chosen: int) -> None:
        """List other versions without telling."""
        with QSignalBlocker(self):
            self.lines.show_lines(lines)
            self.setCurrentIndex(self.lines.index(chosen, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines are as wide as the list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Be no higher than the versions are."""
        super().doItemsLayout()
        wanted = self.contentsSize().height() + 2 * self.frameWidth()
        self.setFixedHeight(min(max(wanted, 36), SHOWN * 34))


class HistoryWidget(SeenWidget):
    """List, comparison and what can be brought back."""

    field_asked = Signal(str)
    body_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("History"))
        self.versions = VersionsList(theme)
        self.sentence = styled(QLabel(), "mute", "small", name=tr("Number of earlier versions"))
        self.rows = ChangesList(theme, offer=tr("Bring back"), name=tr("Lines that differ"))
        self.compared = styled(QLabel(), "mute", "small", name=tr("What differs"))
        self.compared.setWordWrap(True)
        choices = ((NOW, tr("With the text now")), (BEFORE, tr("With the version before")))
        self.against = SegmentedControl(choices, tr("Compare with"))
        self.against.choose(NOW)
        self.restore = styled(QPushButton(tr("Restore version")), name=tr("Restore this version"))
        self.parts = styled(QPushButton(tr("Restore a part")), name=tr("Restore a part of it"))
        self.parts.setMenu(QMenu(self.parts))
        self.empty = EmptyState(
            tr("No earlier versions yet"),
            tr("Each save keeps the text that it replaces, on this computer, for a while."),
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._page())

    def show_versions(self, lines: Sequence[Line], sentence: str, chosen: int) -> None:
        """List these versions, or say that there are none."""
        self.versions.show_lines(lines, chosen)
        self.sentence.setText(sentence)
        self._pages.setCurrentIndex(1 if lines else 0)

    def show_rows(self, rows: Sequence[Row], sentence: str) -> None:
        """Show how two texts differ."""
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self.compared.setText(sentence)

    def show_offer(self, offer: Offer) -> None:
        """Offer to bring these parts back."""
        self.restore.setEnabled(offer.whole)
        menu = self.parts.menu()
        menu.clear()
        for name in offer.fields:
            label = tr("Field “{name}”", name=name.replace("&", "&&"))
            menu.addAction(label, partial(self.field_asked.emit, name))
        if offer.body:
            menu.addAction(tr("Body"), self.body_asked.emit)
        self.parts.setEnabled(bool(menu.actions()))

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.versions)
        choice = QHBoxLayout()
        choice.addWidget(self.against)
        choice.addStretch()
        column.addLayout(choice)
        column.addWidget(self.rows, 1000)
        below = QHBoxLayout()
        below.addWidget(self.compared, 1)
        below.addWidget(self.parts)
        below.addWidget(self.restore)
        column.addLayout(below)
        column.addStretch(1)
        self.setFocusProxy(self.versions)
        return page
