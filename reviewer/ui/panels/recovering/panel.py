"""Joins dialog and presenter, and offers what belongs to them in the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.recovering.presenter import RecoveringPresenter
from reviewer.ui.panels.recovering.view import RecoveringDialog
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.shell import Shell

MENU = "folder"


class RecoveringPanel:
    """Opens the dialog when there is something to decide."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._flow = shell.recovering
        self._parent = parent
        self.dialog: RecoveringDialog | None = None
        self._flow.asked.connect(lambda _none: self.open())

    def actions(self) -> tuple[Action, ...]:
        """What menus and the palette offer."""
        entry = partial(Action, menu=MENU)
        flow = self._flow
        return (
            entry(
                "unsaved-work",
                tr("Restore unsaved work…"),
                flow.show,
                "Ctrl+Alt+U",
                flow.has_offers,
            ),
            entry(
                "keep-unsaved",
                tr("Closing keeps unsaved work, without asking"),
                flow.choose_keeping,
                "Ctrl+Alt+Shift+U",
                checked=lambda: flow.keeps_unasked,
            ),
        )

    def open(self) -> None:
        """Show the dialog."""
        if self.dialog is not None:
            return
        context = self._shell.context
        self.dialog = dialog = RecoveringDialog(context.theme, self._parent)
        presenter = RecoveringPresenter(context, self._flow, dialog, self._shell.open_folder)
        dialog.chosen.connect(presenter.choose)
        dialog.act_asked.connect(presenter.act)
        dialog.all_asked.connect(presenter.restore_all)
        dialog.discard_asked.connect(presenter.discard)
        dialog.diff.unfold_asked.connect(presenter.unfold)
        dialog.closed.connect(lambda: self._closed(presenter))
        dialog.open()
        presenter.show()

    def _closed(self, presenter: RecoveringPresenter) -> None:
        presenter.close()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
