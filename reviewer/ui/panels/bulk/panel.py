"""Joins the bulk edit's dialog and presenter, and offers it in menus and palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.bulk.presenter import BulkPresenter
from reviewer.ui.panels.bulk.view import BulkDialog
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context
    from reviewer.ui.flows.bulk_editing import BulkEditing
    from reviewer.ui.panels.bulk.plan_presenter import Choice

MENU = "post"


class BulkPanel:
    """Opens the dialog for the posts that ``choice`` names at that moment."""

    def __init__(
        self,
        context: Context,
        flow: BulkEditing,
        choice: Callable[[], Choice],
        has_posts: Callable[[], bool],
        parent: QWidget,
    ) -> None:
        self._context = context
        self._flow = flow
        self._choice = choice
        self._has_posts = has_posts
        self._parent = parent
        self.dialog: BulkDialog | None = None

    def actions(self) -> tuple[Action, ...]:
        """What menus, shortcuts and the palette offer."""
        entry = partial(Action, menu=MENU)
        return (
            entry("bulk-edit", tr("Edit many posts…"), self.open, "Ctrl+E", self._has_posts),
            entry(
                "bulk-undo",
                tr("Undo the last edit of many posts"),
                self._flow.undo,
                "Ctrl+Alt+Z",
                self._flow.can_undo,
            ),
            entry(
                "bulk-redo",
                tr("Redo the edit of many posts"),
                self._flow.redo,
                "Ctrl+Alt+Shift+Z",
                self._flow.can_redo,
            ),
        )

    def open(self) -> None:
        """Show the dialog."""
        if self.dialog is not None or not self._has_posts() or self._flow.mend_first():
            return
        choice = self._choice()
        self.dialog = dialog = BulkDialog(self._context.theme, choice, self._parent)
        presenter = BulkPresenter(self._context, self._flow, dialog, choice)
        dialog.form.offer(list(presenter.fields))
        dialog.which.choose(presenter.chosen)
        dialog.wished.connect(lambda: presenter.wish(dialog.form.wish()))
        dialog.chosen.connect(presenter.choose)
        dialog.outcome_asked.connect(presenter.show_only)
        dialog.looked_at.connect(presenter.look_at)
        dialog.apply_asked.connect(presenter.apply)
        dialog.stop_asked.connect(presenter.stop)
        dialog.closed.connect(lambda: self._closed(presenter))
        dialog.open()

    def _closed(self, presenter: BulkPresenter) -> None:
        presenter.close()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
