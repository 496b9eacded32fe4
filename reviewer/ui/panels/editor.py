"""The column in the middle: the post's header and, below it, the chosen tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Mapping


class EditorColumn(QWidget):
    """Shows one of ``tabs`` by name, or what stands there while no post is open.

    ``notice`` comes between header and tab where there is something to say of the post.
    """

    def __init__(self, header: QWidget, tabs: Mapping[str, QWidget], notice: QWidget) -> None:
        super().__init__()
        styled(self, "editor", name=tr("Post"))
        self.setMinimumWidth(320)
        self._header = header
        self._tabs = dict(tabs)
        self._empty = EmptyState(tr("No post is shown"), tr("Pick one in the list."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        for widget in self._tabs.values():
            self._stack.addWidget(widget)
        self._chosen = next(iter(self._tabs))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(notice)
        column.addWidget(self._stack, 1)
        self.show_post(False)

    @property
    def tab(self) -> str:
        """The name of the chosen tab."""
        return self._chosen

    def choose(self, tab: str) -> None:
        """Show a tab."""
        self._chosen = tab
        if not self._header.isHidden():
            self._stack.setCurrentWidget(self._tabs[tab])

    def show_post(self, shown: bool) -> None:
        """Show the tabs of a post, or that there is none."""
        self._header.setVisible(shown)
        self._stack.setCurrentWidget(self._tabs[self._chosen] if shown else self._empty)
