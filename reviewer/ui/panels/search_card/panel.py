"""Joins the search page's widgets and presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.aside.look import Look
from reviewer.ui.panels.search_card.presenter import SearchPresenter
from reviewer.ui.panels.search_card.view import SearchView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context


class SearchPanel:
    """The post as a search result; ``tools`` is the choice of its look."""

    def __init__(self, context: Context) -> None:
        self.view = SearchView()
        self.widget: QWidget = self.view
        self.presenter = SearchPresenter(context, self.view)
        self.view.part_chosen.connect(self.presenter.go_to)
        look = Look(context.theme)
        look.changed.connect(self.view.show_look)
        self.view.show_look(look.dark)
        self.tools: QWidget = look.control
