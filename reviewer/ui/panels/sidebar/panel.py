"""Joins the sidebar's presenter, model and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.later import Later
from reviewer.ui.panels.sidebar.model import SidebarModel
from reviewer.ui.panels.sidebar.presenter import SidebarPresenter
from reviewer.ui.panels.sidebar.saved_menu import saved_menu
from reviewer.ui.panels.sidebar.view import SidebarView

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


class SidebarPanel:
    """Queues, folders and values with their counts."""

    def __init__(self, context: Context) -> None:
        self.presenter = SidebarPresenter(context)
        self._context = context
        self._model = SidebarModel(self.presenter)
        self._view = SidebarView(self._model, context.theme)
        self._model.setParent(self._view)
        self.widget: QWidget = self._view
        later = Later(self.presenter.refresh, self._view)
        workspace, listing = context.workspace, context.listing
        workspace.rows_changed.connect(later.ask)
        listing.rows_updated.connect(later.ask)
        listing.scope_changed.connect(lambda _scope: self._mark())
        listing.answered.connect(lambda _found: self._mark())
        self.presenter.changed.connect(lambda _none: self._show())
        self._view.picked.connect(self.presenter.pick)
        self._view.menu_asked.connect(self._show_menu)
        context.theme.changed.connect(lambda _theme: self._view.viewport().update())
        self._show()

    def _show(self) -> None:
        place = self._view.verticalScrollBar().value()
        self._model.reset()
        self._mark()
        self._view.verticalScrollBar().setValue(place)

    def _show_menu(self, index: int, place: QPoint) -> None:
        row = self.presenter.rows[index]
        if row.query:
            saved_menu(self._context, row.label, self._view).popup(place)

    def _mark(self) -> None:
        self._view.show_selected(self.presenter.selected)
