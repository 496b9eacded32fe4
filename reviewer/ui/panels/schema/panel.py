"""Joins the Schema view's dialog and presenter, and offers it in menus and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.panels.schema.presenter import SchemaPresenter
from reviewer.ui.panels.schema.rules import Rules
from reviewer.ui.panels.schema.view import SchemaDialog
from reviewer.ui.prompts import SaveAnswer
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.ui.context import Context

MENU = "folder"


class SchemaPanel:
    """Opens the dialog for the folder that is open."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._parent = parent
        self._rules: Rules | None = None
        self._presenter: SchemaPresenter | None = None
        self.dialog: SchemaDialog | None = None

    def actions(self) -> tuple[Action, ...]:
        """What menus, shortcuts and the palette offer."""
        label = tr("What posts have…")
        return (Action("schema", label, self.open, "Ctrl+Shift+H", self._has_rules, MENU),)

    def open(self) -> None:
        """Show the dialog."""
        if self.dialog is not None or not self._has_rules():
            return
        self.dialog = dialog = SchemaDialog(self._context.theme, self._parent)
        self._rules = rules = Rules(self._context)
        self._presenter = presenter = SchemaPresenter(self._context, rules, dialog)
        self._listen(dialog, rules, presenter)
        presenter.show()
        rules.ask()
        dialog.open()

    def leave(self) -> None:
        """Close the dialog, once what was changed is saved or given up."""
        if self.dialog is None or self._rules is None or self._presenter is None:
            return
        # The text that is being typed counts, too.
        self.dialog.setFocus()
        if not len(self._rules.draft):
            self._close()
            return
        answer = self._context.prompts.ask_save_rules(len(self._rules.draft))
        if answer is SaveAnswer.SAVE:
            self._presenter.save(self._close)
        elif answer is SaveAnswer.DISCARD:
            self._close()

    def _listen(self, dialog: SchemaDialog, rules: Rules, presenter: SchemaPresenter) -> None:
        fields, inspector, drift = dialog.fields, dialog.fields.inspector, dialog.drift
        fields.type_chosen.connect(presenter.choose_type)
        fields.field_chosen.connect(presenter.choose_field)
        inspector.changed.connect(presenter.change)
        inspector.reset_asked.connect(presenter.reset)
        inspector.declare_asked.connect(presenter.declare)
        inspector.undeclare_asked.connect(presenter.undeclare)
        inspector.every_asked.connect(presenter.show_every)
        drift.rule_asked.connect(presenter.make_rule)
        drift.fine_asked.connect(presenter.call_fine)
        drift.post_asked.connect(self._go_to_post)
        dialog.save_asked.connect(lambda: presenter.save())
        dialog.discard_asked.connect(presenter.discard)
        dialog.take_back_asked.connect(rules.take_back)
        dialog.leave_asked.connect(self.leave)

    def _go_to_post(self, path: str) -> None:
        self.leave()
        if self.dialog is None:
            self._context.navigation.go_to_post(path)

    def _has_rules(self) -> bool:
        return self._context.workspace.schema is not None

    def _close(self) -> None:
        if self.dialog is None or self._rules is None or self._presenter is None:
            return
        self._presenter.close()
        self._rules.close()
        self.dialog.hide()
        self.dialog.deleteLater()
        self.dialog = self._rules = self._presenter = None
