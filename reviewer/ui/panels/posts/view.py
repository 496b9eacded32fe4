"""The list with its header and filter line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.panels.posts.search_line import SearchLine
from reviewer.ui.panels.posts.table import PostsTable
from reviewer.ui.texts import tr
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reviewer.ui.panels.posts.model import PostsModel
    from reviewer.ui.theme.theme import Theme


class PostsView(QWidget):
    """Header, filter line and rows, or what to do where there are none."""

    filtered = Signal(str)
    action_asked = Signal(str)

    def __init__(self, model: PostsModel, theme: Theme) -> None:
        super().__init__()
        styled(self, "panel", name=tr("Post list"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = PostsTable(model, theme)
        self.empty = EmptyState()
        self._empty_action = ""
        self.table.filter_asked.connect(lambda: self.show_filter(True))
        self.empty.asked.connect(lambda: self.action_asked.emit(self._empty_action))
        self.search = SearchLine(theme)
        self.search.changed.connect(self.filtered)
        self.filter = self.search.field
        self.search.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        self.dress(theme)

    def show_header(self, headline: str, order: str) -> None:
        """Say how many posts are listed, and in what order."""
        self.headline.setText(headline)
        self.order.setText(f"{order} ▾")
        self.order.setAccessibleName(tr("Order: {order}", order=order))

    def show_empty(self, title: str, text: str, button: str, action: str) -> None:
        """Show this instead of rows."""
        self._empty_action = action
        self.empty.show_text(title, text, button)
        self._stack.setCurrentWidget(self.empty)

    def show_rows(self) -> None:
        """Show the rows again."""
        self._stack.setCurrentWidget(self.table)

    def show_filter(self, shown: bool) -> None:
        """Show or hide the filter line; hiding it empties it."""
        self.search.setVisible(shown)
        self.toggle.setChecked(shown)
        if shown:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.filter.selectAll()
        else:
            self.filter.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_query(self, query: str) -> None:
        """Show what the list is narrowed to, when somebody else narrowed it."""
        self.search.show_query(query)
        if query:
            self.search.show()
            self.toggle.setChecked(True)

    def dress(self, theme: Theme) -> None:
        """Draw icons and rows in the theme's colours."""
        self.toggle.setIcon(theme.icon("funnel", "mute"))
        self.table.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the filter line, the down key goes from it to the rows."""
        if event.key() == Qt.Key.Key_Escape and self.search.isVisible():
            self.show_filter(False)
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _header(self) -> QWidget:
        bar = styled(QWidget(), "list-header")
        bar.setFixedHeight(36)
        self.headline = styled(QLabel(), "small", "mute")
        self.toggle = styled(QToolButton(), name=tr("Filter the list"))
        self.toggle.setCheckable(True)
        self.toggle.setIconSize(QSize(14, 14))
        self.toggle.setToolTip(tr("Filter by words or field:value (Ctrl+L)"))
        self.toggle.clicked.connect(self.show_filter)
        self.order = styled(QPushButton(), "quiet", "small", name=tr("Order"))
        self.order.setMenu(QMenu(self.order))
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.headline, 1)
        row.addWidget(self.toggle)
        row.addWidget(self.order)
        return bar
