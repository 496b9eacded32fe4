"""The Problems tab, joined from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.problems.presenter import ProblemsPresenter
from reviewer.ui.panels.problems.view import ProblemsWidget

if TYPE_CHECKING:
    from reviewer.ui.context import Context


class ProblemsPanel:
    """What the checks found in the current post."""

    def __init__(self, context: Context) -> None:
        self.widget = ProblemsWidget(context.theme)
        self.presenter = ProblemsPresenter(context, self.widget)
        self.widget.go_asked.connect(self.presenter.go)
        self.widget.fix_asked.connect(self.presenter.fix)
        self.widget.accept_asked.connect(self.presenter.accept)
        self.widget.accepted.back_asked.connect(self.presenter.take_back)
