"""The bubble that explains the language of searches; a click on an example types it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from reviewer.ui.panels.posts.search_words import examples
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDE, GAP = 14, 6


class SearchHelp(QFrame):
    """Closes at a click beside it or Escape; ``picked`` tells the example that was clicked."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        styled(self, "card", name=tr("How to search"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE, SIDE, SIDE)
        column.setSpacing(GAP)
        column.addWidget(styled(QLabel(tr("How to search")), "strong"))
        column.addLayout(self._grid())
        column.addWidget(
            styled(QLabel(tr("Click an example to put it into the search.")), "small", "mute")
        )

    def show_below(self, field: QWidget) -> None:
        """Appear right under the search field, within the screen."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + GAP))
        room = field.screen().availableGeometry()
        right = max(room.left(), room.right() - self.width())
        self.move(min(place.x(), right), place.y())
        self.show()
        self.focusNextChild()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SIDE)
        grid.setVerticalSpacing(2)
        for row, example in enumerate(examples()):
            button = styled(QPushButton(example.query), "link", "mono", name=example.query)
            button.setToolTip(tr("Put this into the search"))
            button.setAccessibleDescription(example.meaning)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self._pick, example.query))
            grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(styled(QLabel(example.meaning), "small", "mute"), row, 1)
        return grid

    def _pick(self, query: str) -> None:
        self.close()
        self.picked.emit(query)
