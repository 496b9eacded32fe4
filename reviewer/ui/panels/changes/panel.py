"""The Changes tab, joined from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.changes.presenter import ChangesPresenter
from reviewer.ui.panels.changes.view import ChangesWidget

if TYPE_CHECKING:
    from reviewer.ui.context import Context


class ChangesPanel:
    """What a save of the current post would write."""

    def __init__(self, context: Context) -> None:
        self.widget = ChangesWidget(context.theme)
        self.presenter = ChangesPresenter(context, self.widget)
        self.widget.shown.connect(self.presenter.show)
        self.widget.hidden.connect(self.presenter.hide)
        self.widget.revert_all_asked.connect(self.presenter.revert_all)
        self.widget.base_chosen.connect(self.presenter.compare_with)
        self.widget.list.unfold_asked.connect(self.presenter.unfold)
        self.widget.list.revert_asked.connect(self.presenter.revert_hunk)
