"""The four columns of the window and their widths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.settings import Settings

KEY = "window/columns"
WIDTHS = {"sidebar": 196, "list": 316, "editor": 496, "preview": 432}
SMALLEST = {"sidebar": 120, "list": 200, "editor": 320, "preview": 264}
GIVES_WAY = {"sidebar": 2, "list": 3, "editor": 6, "preview": 6}


class Columns(QSplitter):
    """Sidebar, list, editor and preview side by side; the first and last can be hidden."""

    def __init__(self, columns: dict[str, QWidget]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        styled(self, "columns", name=tr("Columns"))
        self._columns = columns
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, (name, widget) in enumerate(columns.items()):
            widget.setMinimumWidth(SMALLEST[name])
            self.addWidget(widget)
            self.setStretchFactor(place, GIVES_WAY[name])
        self.setSizes([WIDTHS[name] for name in columns])

    def restore(self, settings: Settings) -> None:
        """Take the widths and hidden columns of the last run."""
        state = settings.state(KEY)
        if not state.isEmpty():
            self.restoreState(state)
            self.setHandleWidth(1)
        for name, widget in self._columns.items():
            widget.setVisible(settings.flag(f"{KEY}-{name}", default=True))

    def keep(self, settings: Settings) -> None:
        """Remember widths and hidden columns."""
        settings.keep(KEY, self.saveState())
        for name in self._columns:
            settings.keep(f"{KEY}-{name}", self.shows(name))

    def shows(self, name: str) -> bool:
        """Whether a column is shown."""
        return name in self._columns and not self._columns[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show or hide a column."""
        if name in self._columns:
            self._columns[name].setVisible(self._columns[name].isHidden())
