"""The menu of fixes at the caret, the field or the card, and the walk from problem to problem."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reviewer.ui.actions.table import Action
from reviewer.ui.flows.mending import Mending
from reviewer.ui.flows.walking import Walking
from reviewer.ui.panels.fixes.presenter import MEND_ALL, FixesPresenter
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context
    from reviewer.ui.panels.body.panel import BodyPanel
    from reviewer.ui.panels.form.panel import FormPanel
    from reviewer.ui.panels.problems.panel import ProblemsPanel

MENU = "post"
WIDEST = 90
"""Characters of a message that the menu shows."""


class FixesPanel:
    """Finds out where the keyboard is, and offers what can be done there."""

    def __init__(
        self,
        context: Context,
        body: BodyPanel,
        form: FormPanel,
        problems: ProblemsPanel,
        parent: QWidget,
    ) -> None:
        self._context = context
        self._body = body
        self._form = form
        self._problems = problems
        self._parent = parent
        self.presenter = FixesPresenter(context, problems.explain)
        self.mending = Mending(context)
        self.walking = Walking(context, self._caret)
        self.menu: QMenu | None = None
        body.widget.hint.fixes_asked.connect(self.open)

    def actions(self) -> tuple[Action, ...]:
        """What menus, shortcuts and the palette offer."""
        # Not by the findings, which are other ones with every answer of the rules.
        entry = partial(Action, menu=MENU, enabled=self._has_post)
        walk, mend_all = self.walking, self.mending.mend_all
        label = tr("Mend all safe problems of this post")
        return (
            entry("quick-fix", tr("Mend the problem here…"), self.open, "Alt+Return"),
            entry("next-problem", tr("Next problem"), walk.next, "F8"),
            entry("previous-problem", tr("Previous problem"), walk.previous, "Shift+F8"),
            entry(MEND_ALL, label, mend_all, "Ctrl+Alt+Return"),
        )

    def open(self) -> None:
        """Offer the fixes of what was found where the keyboard is."""
        findings, at = self._findings_here()
        if not findings:
            self.presenter.tell_nothing()
            return
        self.menu = menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        for entry in self.presenter.entries(findings):
            if not entry.label:
                menu.addSeparator()
                continue
            line = menu.addAction(_shown(entry.label))
            line.setEnabled(entry.run is not None)
            if entry.run is not None:
                line.triggered.connect(lambda _on=False, run=entry.run: run())
        menu.setActiveAction(next(line for line in menu.actions() if line.isEnabled()))
        menu.popup(at)

    def _has_post(self) -> bool:
        return self._context.workspace.current is not None

    def _findings_here(self) -> tuple[tuple[Finding, ...], QPoint]:
        """What was found where the keyboard is, and where on the screen that is."""
        focus = QApplication.focusWidget()
        card = self._problems.focused()
        field = self._form.view.focused_field()
        if field is not None and field.row is not None:
            return self._form.findings_at(field.row.path), _below(field)
        if card is not None and focus is not None:
            return (card,), _below(focus)
        editor = self._body.widget.editor
        if not editor.isVisible():
            return (), QPoint()
        corner = editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())
        return self._body.presenter.findings_at_caret(), corner

    def _caret(self) -> tuple[int, int] | None:
        editor = self._body.widget.editor
        if not editor.hasFocus():
            return None
        return editor.first_line + editor.caret()[0], self._body.presenter.caret


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(9, widget.height()))


def _shown(label: str) -> str:
    """A label as menus read it: without access keys, and not wider than the screen."""
    short = label if len(label) <= WIDEST else f"{label[: WIDEST - 1]}…"
    return short.replace("&", "&&").replace("\n", " ")
