"""The Details tab as text, joined from its parts; the form stands in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.body.mapping import Place
from reviewer.ui.panels.raw.presenter import RawPresenter
from reviewer.ui.panels.raw.view import RawWidget
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context
    from reviewer.ui.widgets.code_edit import Column

MENU = "edit"


class RawPanel:
    """Shows ``form``, or the front matter's text while that cannot be read or is asked for."""

    def __init__(self, context: Context, form: QWidget) -> None:
        self.widget = RawWidget(context.theme, form)
        self.presenter = RawPresenter(context, self.widget)
        editor = self.widget.editor
        self.widget.typed.connect(self.presenter.typed)
        self.widget.paused.connect(self.presenter.leave)
        self.widget.verdict.done_asked.connect(self.presenter.done)
        editor.undo_asked.connect(self.presenter.undo)
        editor.redo_asked.connect(self.presenter.redo)
        editor.source_of = self._source_between
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

    def _source_between(self, start: Column, end: Column) -> str:
        return self.presenter.source.between(Place(*start), Place(*end))
