"""Joins the list's presenter, model and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.later import Later
from reviewer.ui.panels.posts.model import PostsModel
from reviewer.ui.panels.posts.presenter import PostsPresenter
from reviewer.ui.panels.posts.search_words import remark
from reviewer.ui.panels.posts.view import PostsView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from reviewer.ui.context import Context


REFRESH = 250
"""Milliseconds in which changes of many posts are gathered before the list is made anew."""


class PostsPanel:
    """The list of posts: filter, order, selection."""

    def __init__(self, context: Context) -> None:
        self.presenter = PostsPresenter(context)
        self._context = context
        self._model = PostsModel(self.presenter)
        self._view = PostsView(self._model, context.theme)
        self._model.setParent(self._view)
        self.widget: QWidget = self._view
        self._fresh = True
        self._listen()
        self._show(anew=True)

    @property
    def order_menu(self) -> QMenu:
        """The menu of the header's right button, for the shell to fill."""
        return self._view.order.menu()

    @property
    def rows_widget(self) -> QWidget:
        """The rows, for the shell to hang a context menu on."""
        return self._view.table

    def focus(self) -> None:
        """Give the keyboard to the rows."""
        self._view.table.setFocus()

    def focus_filter(self) -> None:
        """Show the filter line and give it the keyboard."""
        self._view.show_filter(True)

    def _listen(self) -> None:
        context, listing, table = self._context, self._context.listing, self._view.table
        refresh = Later(listing.refresh, self._view, REFRESH)
        listing.went_stale.connect(refresh.ask)
        listing.rows_changed.connect(lambda anew: self._show(anew=anew))
        listing.rows_added.connect(lambda _none: self._grow())
        listing.rows_updated.connect(table.redraw)
        listing.answered.connect(lambda found: self._view.search.show_remark(remark(found)))
        context.workspace.folder_opened.connect(lambda _folder: self._start_over())
        context.workspace.current_changed.connect(lambda _post: self._mark())
        context.theme.changed.connect(self._view.dress)
        self._view.filtered.connect(self.presenter.filter)
        self._view.search.save_asked.connect(self.presenter.save_search)
        self._view.action_asked.connect(context.actions.run)
        table.went_to.connect(self.presenter.open)
        table.selected.connect(context.selection.take)

    def _show(self, *, anew: bool) -> None:
        self._view.table.show_rows(anew=anew)
        self._view.show_query(self.presenter.query)
        self._tell_state()
        self._mark()

    def _grow(self) -> None:
        self._view.table.grow()
        self._tell_state()

    def _tell_state(self) -> None:
        """What stands above the rows, and what in their place where there are none."""
        self._view.show_header(self.presenter.headline, self.presenter.order)
        empty = self.presenter.empty()
        if empty is None:
            self._view.show_rows()
            self._take_focus()
        else:
            self._view.show_empty(empty.title, empty.text, empty.button, empty.action)

    def _start_over(self) -> None:
        self._fresh = True
        self._view.show_filter(bool(self.presenter.query))

    def _take_focus(self) -> None:
        # Once for each folder: the list is where an editor begins.
        if self._fresh:
            self._fresh = False
            self.focus()

    def _mark(self) -> None:
        self._view.table.show_current(self.presenter.current)
