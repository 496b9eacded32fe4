"""A page of cards one below the other, or a word where there is no post to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.style import styled

EDGE = 14


class CardsPage(QStackedWidget):
    """Its parts scroll; they are hidden while no post is open."""

    def __init__(self, name: str, invitation: str) -> None:
        super().__init__()
        styled(self, "cards", name=name)
        self.addWidget(EmptyState(tr("Nothing to show"), invitation))
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._column.setSpacing(8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self.addWidget(self._area)

    def add(self, part: QWidget) -> None:
        """Put a part below the others."""
        self._column.addWidget(part)

    def add_left(self, part: QWidget) -> None:
        """Put a part below the others that is only as wide as it has to be."""
        self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def show_nothing(self) -> None:
        """No post is open."""
        self.setCurrentIndex(0)

    def show_something(self) -> None:
        """There is a post to show."""
        self.setCurrentWidget(self._area)
