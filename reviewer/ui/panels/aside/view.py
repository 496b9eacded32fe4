"""The right-hand column's widgets: the bar with its segments, and one page below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.texts import tr
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from reviewer.ui.panels.aside.pages import Entry, Page

GAP = 8


class AsideBar(QFrame):
    """Segments on the left, the page's tools on the right or, where it is narrow, below."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        styled(self, "list-header")
        self.segments = SegmentedControl(
            [(entry.key, entry.label) for entry in entries], tr("Ways to see the post")
        )
        self._tools: QWidget | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.segments, 0, 0, Qt.AlignmentFlag.AlignLeft)

    def show_tools(self, tools: QWidget | None) -> None:
        """Put other tools into the bar; those of the page before stay its own."""
        if self._tools is not None:
            self._grid.removeWidget(self._tools)
            self._tools.hide()
        self._tools = tools
        self._place()
        if tools is not None:
            tools.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where one is too short."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._tools is None:
            return
        margins = self._grid.contentsMargins()
        parts = self.segments.sizeHint().width() + GAP + self._tools.sizeHint().width()
        fits = parts + margins.left() + margins.right() <= self.width()
        self._grid.removeWidget(self._tools)
        if fits:
            self._grid.addWidget(self._tools, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._grid.addWidget(self._tools, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)


class AsideView(QWidget):
    """Shows one of several pages; ``chosen`` tells the segment that was clicked."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        styled(self, "aside", name=tr("Preview"))
        self._entries = {entry.key: entry for entry in entries}
        self._made: dict[str, Page] = {}
        self._shown: Page | None = None
        self._bar = AsideBar(entries)
        self._bar.segments.chosen.connect(self.chosen)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def show_page(self, key: str) -> None:
        """Show a page, which is made now if it has not been shown before."""
        page = self._page(key)
        self._tell(False)
        self._shown = page
        self._bar.segments.choose(key)
        self._bar.show_tools(page.tools)
        self._stack.setCurrentWidget(page.widget)
        self._tell(self.isVisible())

    def showEvent(self, event: QShowEvent) -> None:
        """The page is seen again."""
        super().showEvent(event)
        self._tell(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the page."""
        super().hideEvent(event)
        self._tell(False)

    def _page(self, key: str) -> Page:
        if key not in self._made:
            page = self._entries[key].make()
            self._made[key] = page
            self._stack.addWidget(page.widget)
        return self._made[key]

    def _tell(self, shown: bool) -> None:
        if self._shown is not None:
            self._shown.on_shown(shown)
