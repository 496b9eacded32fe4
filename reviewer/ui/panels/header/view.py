"""The strip above the editor: title, path, tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.site.reviews.decisions import APPROVED
from reviewer.ui.flows.reviewing import DRAFT
from reviewer.ui.navigation import DETAILS, TABS
from reviewer.ui.panels.header.presenter import REVIEW
from reviewer.ui.texts import tr
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.steady_button import SteadyButton
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reviewer.ui.panels.header.presenter import Heading


WIDEST_GAP, NARROWEST_GAP = 20, 5
"""Pixels between two tabs where there is room for all, and on a small screen."""


class TabStrip(QWidget):
    """Words side by side, the chosen one underlined; ``chosen`` tells a key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        styled(self, "tabs", name=tr("Parts of the post"))
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 10, 0, 0)
        for key in TABS:
            self._row.addWidget(self._tab(key))
        self._row.addStretch()
        self.choose(DETAILS)

    def choose(self, key: str) -> None:
        """Mark a tab without telling."""
        self._buttons[key].setChecked(True)

    def label(self, key: str, text: str) -> None:
        """Give a tab its text."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)
        self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move together before any word is cut off."""
        super().resizeEvent(event)
        self._space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        current = next(i for i, key in enumerate(keys) if self._buttons[key].isChecked())
        neighbour = self._buttons[keys[(current + step) % len(keys)]]
        neighbour.setFocus(Qt.FocusReason.TabFocusReason)
        neighbour.click()

    def _space(self) -> None:
        words = sum(button.sizeHint().width() for button in self._buttons.values())
        gap = (self.width() - words) // len(self._buttons)
        self._row.setSpacing(min(max(gap, NARROWEST_GAP), WIDEST_GAP))

    def _tab(self, key: str) -> QPushButton:
        button = styled(SteadyButton(), "tab")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        return button


class HeaderView(QWidget):
    """Title and path of the post, what it is, and its tabs."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "header", name=tr("Post"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = TabStrip()
        choices = ((DRAFT, tr("Draft")), (REVIEW, tr("In review")), (APPROVED, tr("Approved")))
        self.states = SegmentedControl(choices, tr("What the post is"))
        self._title = styled(ElidedLabel(lines=2), "title")
        self._path = styled(ElidedLabel(), "path")
        self.asked = styled(ElidedLabel(lines=3), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 0)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addWidget(self._path)
        column.addSpacing(4)
        column.addWidget(self.states, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.asked)
        column.addWidget(self.tabs)

    def show_heading(self, heading: Heading) -> None:
        """Show what the presenter says."""
        for part, text in ((self._title, heading.title), (self._path, heading.path)):
            part.setText(text)
            part.setAccessibleName(text)
        self.states.rename(REVIEW, heading.review or tr("In review"))
        self.states.choose(heading.state)
        self.asked.setText(heading.asked)
        self.asked.setAccessibleName(heading.asked)
        self.asked.setVisible(bool(heading.asked))
        for key, label in heading.tabs:
            self.tabs.label(key, label)
