"""The Details tab as text, joined from its parts; the form stands in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.raw.presenter import RawPresenter
from reviewer.ui.panels.raw.repair_presenter import RepairPresenter
from reviewer.ui.panels.raw.view import RawWidget
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context

MENU = "edit"


class RawPanel:
    """Shows ``form``, or the front matter's text while that cannot be read or is asked for."""

    def __init__(self, context: Context, form: QWidget) -> None:
        self.widget = RawWidget(context.theme, form)
        self.presenter = RawPresenter(context, self.widget.text, self.widget)
        self.widget.text.join(self.presenter)
        self.widget.paused.connect(self.presenter.leave)
        self.widget.verdict.done_asked.connect(self.presenter.done)
        self.repair = RepairPresenter(context, self.widget.repair)
        self.widget.repair.use_asked.connect(self.repair.use)
        self.widget.repair.next_asked.connect(self.repair.step)
        self._add_actions(context)

    def _add_actions(self, context: Context) -> None:
        context.actions.add(
            Action(
                "front-matter-as-text",
                tr("Edit the front matter as text"),
                self.presenter.edit,
                "Ctrl+Shift+E",
                self.presenter.can_edit,
                MENU,
            )
        )
        context.actions.add(
            Action(
                "use-repair",
                tr("Use the suggested repair"),
                self.repair.use,
                "Ctrl+Alt+M",
                self.repair.can_use,
                MENU,
            )
        )
        context.actions.add(
            Action(
                "next-repair",
                tr("Show the next repair"),
                self.repair.step,
                "Ctrl+Alt+Shift+M",
                self.repair.can_step,
                MENU,
            )
        )
