"""The Details tab: joins the form's presenter and view with the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.panels.form.menu import Deed
from reviewer.ui.panels.form.neighbourhood import Desk
from reviewer.ui.panels.form.presenter import FormPresenter
from reviewer.ui.panels.form.thumbnails import Thumbnails
from reviewer.ui.panels.form.view import FormView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reviewer.document.operations import Path
    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context
    from reviewer.ui.panels.form.intents import Intent
    from reviewer.ui.panels.form.media import Media


class FormPanel:
    """The form of the current post."""

    def __init__(self, context: Context) -> None:
        self._workspace = context.workspace
        self._waive_asked = context.waive_asked
        self._desk = Desk(context.workspace)
        pictures = Thumbnails(context.tasks, self._media)
        self.view = FormView(context.theme, self._carry_out, self._add, self._do, pictures)
        self.presenter = FormPresenter(self.view, context.prompts, self._desk)
        self.widget: QWidget = self.view
        context.workspace.current_changed.connect(self.presenter.show_post)
        context.workspace.post_changed.connect(self.presenter.post_changed)
        context.workspace.findings_changed.connect(self.presenter.findings_changed)
        context.navigation.field_requested.connect(self.presenter.reveal)
        self.presenter.pointed_at.connect(context.following.field_pointed.emit)
        self.presenter.show_post(context.workspace.current)

    def findings_at(self, path: Path) -> tuple[Finding, ...]:
        """What was found in a field and inside it, the worst first."""
        current = self._workspace.current
        found = (each for each in current.findings if each.path) if current else ()
        inside = (each for each in found if each.path[: len(path)] == path)
        return tuple(sorted(inside, key=lambda each: -each.severity))

    def _media(self) -> Media | None:
        current = self._workspace.current
        return self._desk.media(current.path) if current else None

    def _carry_out(self, intent: Intent) -> None:
        self.presenter.carry_out(intent)

    def _add(self, name: str, kind: str) -> None:
        self.presenter.add_field(name, kind)

    def _do(self, path: Path, deed: Deed) -> None:
        if deed is Deed.ACCEPT:
            self._accept(path)
        else:
            self.presenter.do(path, deed)

    def _accept(self, path: Path) -> None:
        """Ask that the worst finding at a field be accepted in this post."""
        for finding in self.findings_at(path)[:1]:
            self._waive_asked.emit(finding)
