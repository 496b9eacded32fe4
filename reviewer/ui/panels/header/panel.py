"""Joins the header's presenter and view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.header.presenter import HeaderPresenter
from reviewer.ui.panels.header.view import HeaderView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context
    from reviewer.ui.flows.reviewing import Reviewing


class HeaderPanel:
    """Title, path, what the post is, and tabs."""

    def __init__(self, context: Context, reviewing: Reviewing) -> None:
        self.presenter = HeaderPresenter(context, reviewing)
        view = HeaderView()
        self.widget: QWidget = view
        view.show_heading(self.presenter.heading)
        view.states.chosen.connect(self.presenter.decide)
        view.tabs.chosen.connect(self.presenter.choose)
        self.presenter.changed.connect(view.show_heading)
        context.navigation.tab_requested.connect(view.tabs.choose)
