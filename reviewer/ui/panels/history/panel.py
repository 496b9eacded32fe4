"""The History tab, joined from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.history.presenter import HistoryPresenter
from reviewer.ui.panels.history.view import HistoryWidget

if TYPE_CHECKING:
    from reviewer.ui.context import Context


class HistoryPanel:
    """Earlier versions of the current post."""

    def __init__(self, context: Context) -> None:
        self.widget = HistoryWidget(context.theme)
        self.presenter = HistoryPresenter(context, self.widget)
        self.widget.shown.connect(self.presenter.show)
        self.widget.hidden.connect(self.presenter.hide)
        self.widget.versions.chosen.connect(self.presenter.choose)
        self.widget.against.chosen.connect(self.presenter.compare_with)
        self.widget.restore.clicked.connect(self.presenter.restore_version)
        self.widget.field_asked.connect(self.presenter.restore_field)
        self.widget.body_asked.connect(self.presenter.restore_body)
        self.widget.rows.unfold_asked.connect(self.presenter.unfold)
        self.widget.rows.revert_asked.connect(self.presenter.restore_lines)
