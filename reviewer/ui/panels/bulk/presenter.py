"""Decides what the bulk edit's dialog shows for what is filled in. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.bulk.planning import BulkEdit
from reviewer.errors import ReviewerError
from reviewer.ui.panels.bulk.plan_presenter import PlanPresenter, PlanView
from reviewer.ui.panels.bulk.wishes import Wish, fields_of, intention_of, suggestions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.bulk.intentions import Intention
    from reviewer.ui.context import Context
    from reviewer.ui.flows.bulk_editing import BulkEditing
    from reviewer.ui.panels.bulk.plan_presenter import Choice, Make


class BulkView(PlanView, Protocol):
    """A dialog in which an editor says what is wanted."""

    def show_suggestions(self, values: Sequence[str]) -> None:
        """Offer values that posts have."""
        ...


class BulkPresenter(PlanPresenter):
    """One bulk edit, from the first word that is filled in."""

    def __init__(self, context: Context, flow: BulkEditing, view: BulkView, choice: Choice) -> None:
        super().__init__(context, flow, view, choice)
        self._form = view
        self.fields = fields_of(context.workspace.schema)
        self._wish = Wish()

    def wish(self, wish: Wish) -> None:
        """Something else was filled in."""
        if wish == self._wish:
            return
        if wish.field != self._wish.field or wish.verb != self._wish.verb:
            self._form.show_suggestions(suggestions(wish, self.fields))
        self._wish = wish
        self.replan()

    def make_edit(self) -> Make | None:
        """What was filled in, once it can be understood."""
        intention, paths = self._intention(), self.paths
        if intention is None:
            return None
        return lambda unsaved: BulkEdit(paths, (intention,), unsaved)

    def _intention(self) -> Intention | None:
        problem, intention = "", None
        if not self._wish.is_empty:
            try:
                intention = intention_of(self._wish, self.fields)
            except ReviewerError as error:
                problem = f"{error.what} {error.remedy}".strip()
        self._form.show_problem(problem)
        return intention
