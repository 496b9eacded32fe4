"""The Problems tab, joined from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.flows.ignoring import Ignoring
from reviewer.ui.navigation import PROBLEMS
from reviewer.ui.panels.problems.presenter import ProblemsPresenter
from reviewer.ui.panels.problems.view import ProblemsWidget

if TYPE_CHECKING:
    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context

MEND_ALL = "mend-post"


class ProblemsPanel:
    """What the checks found in the current post."""

    def __init__(self, context: Context) -> None:
        self._navigation = context.navigation
        self.widget = widget = ProblemsWidget(context.theme)
        self.presenter = presenter = ProblemsPresenter(context, widget)
        self.ignoring = Ignoring(context)
        widget.go_asked.connect(presenter.go)
        widget.fix_asked.connect(presenter.fix)
        widget.accept_asked.connect(presenter.accept)
        widget.why_asked.connect(presenter.explain_at)
        widget.ignore_asked.connect(self.ignoring.ignore)
        widget.mend_all_asked.connect(lambda: context.actions.run(MEND_ALL))
        widget.accepted.back_asked.connect(presenter.take_back)

    def explain(self, finding: Finding) -> None:
        """Show the tab, and why a finding is told."""
        self._navigation.go_to_tab(PROBLEMS)
        self.presenter.explain(finding)

    def focused(self) -> Finding | None:
        """The finding whose card has the keyboard."""
        return self.presenter.finding(self.widget.focused())
