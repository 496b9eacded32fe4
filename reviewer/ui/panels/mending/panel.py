"""Joins the dialog that mends many posts with its presenter, and offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QSizePolicy

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.bulk.view import PlanDialog, Words
from reviewer.ui.panels.mending.presenter import MendingPresenter
from reviewer.ui.texts import tr, tr_count
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context
    from reviewer.ui.flows.bulk_editing import BulkEditing
    from reviewer.ui.panels.bulk.plan_presenter import Choice

MENU = "post"


class MendingPanel:
    """Opens the dialog for the posts that ``choice`` names at that moment."""

    def __init__(
        self, context: Context, flow: BulkEditing, choice: Callable[[], Choice], parent: QWidget
    ) -> None:
        self._context = context
        self._flow = flow
        self._choice = choice
        self._parent = parent
        self.dialog: PlanDialog | None = None

    def actions(self) -> tuple[Action, ...]:
        """What menus, shortcuts and the palette offer."""
        label = tr("Mend all safe problems of many posts…")
        return (Action("mend-posts", label, self.open, "Ctrl+Shift+M", self._can_open, MENU),)

    def open(self) -> None:
        """Show what would be mended."""
        if self.dialog is not None or not self._can_open() or self._flow.mend_first():
            return
        choice = self._choice()
        self.dialog = dialog = _dialog(self._context, choice, self._parent)
        presenter = MendingPresenter(self._context, self._flow, dialog, choice)
        dialog.which.choose(presenter.chosen)
        dialog.chosen.connect(presenter.choose)
        dialog.outcome_asked.connect(presenter.show_only)
        dialog.looked_at.connect(presenter.look_at)
        dialog.apply_asked.connect(presenter.apply)
        dialog.stop_asked.connect(presenter.stop)
        dialog.closed.connect(lambda: self._closed(presenter))
        dialog.open()
        presenter.replan()

    def _can_open(self) -> bool:
        workspace = self._context.workspace
        return workspace.schema is not None and bool(len(workspace.catalogue))

    def _closed(self, presenter: MendingPresenter) -> None:
        presenter.close()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _dialog(context: Context, choice: Choice, parent: QWidget) -> PlanDialog:
    words = Words(
        tr("Mend many posts"),
        tr("Mend"),
        lambda count: tr_count("Mend {count} post", "Mend {count} posts", count),
    )
    top = styled(QLabel(), "mute")
    top.setWordWrap(True)
    top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    top.setText(
        tr(
            "Only what leaves the meaning of a post as it is. Each post is looked at as it is on "
            "disk; posts with unsaved changes are left out."
        )
    )
    return PlanDialog(context.theme, choice, words, top, parent)
