"""A few choices side by side, one of which holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from reviewer.ui.widgets.steady_button import SteadyButton
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class SegmentedControl(QFrame):
    """Choices by key and label; ``chosen`` tells the key that the user picked."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        styled(self, "seg", name=name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for key, label in choices:
            row.addWidget(self._segment(key, label))

    @property
    def current(self) -> str:
        """The key of the choice that holds; empty where none does."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Let ``key`` hold without telling; an unknown key lets none hold."""
        with QSignalBlocker(self):
            self._group.setExclusive(False)
            for known, button in self._buttons.items():
                button.setChecked(known == key)
            self._group.setExclusive(True)

    def rename(self, key: str, label: str) -> None:
        """Give a choice another label."""
        self._buttons[key].setText(label)
        self._buttons[key].setAccessibleName(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        index = keys.index(self.current) if self.current else 0
        self._buttons[keys[(index + step) % len(keys)]].click()
        self._buttons[self.current].setFocus(Qt.FocusReason.TabFocusReason)

    def _segment(self, key: str, label: str) -> QPushButton:
        button = styled(SteadyButton(label), "segment", name=label)
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(button)
        self._buttons[key] = button
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button
