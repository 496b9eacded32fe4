"""Decides what the Body tab shows. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.ui.panels.body.part_presenter import PartPresenter, TextView

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.edits import Span
    from reviewer.ui.context import Context
    from reviewer.ui.panels.body.mapping import Place


class BodyView(TextView, Protocol):
    """An editor that can be asked where its caret stands."""

    def caret(self) -> Place:
        """Where the caret stands."""
        ...


class BodyPresenter(PartPresenter):
    """One editor for the body of whichever post is current."""

    origin = "body"

    def __init__(self, context: Context, view: BodyView) -> None:
        super().__init__(context, view)
        self._editor = view
        self._carets: dict[str, Place] = {}
        workspace = context.workspace
        workspace.current_changed.connect(self._on_current)
        workspace.post_changed.connect(self._on_post_changed)
        workspace.findings_changed.connect(self._on_findings)
        context.navigation.line_requested.connect(self.go_to_line)
        self._on_current(workspace.current)

    def part(self, open_post: OpenPost) -> Span:
        """The body."""
        return open_post.post.body_span

    def go_to_line(self, line: int) -> None:
        """Show a line of the file (from 1), if it belongs to the body."""
        inside = line - self.first_line()
        if self._open is not None and inside >= 0:
            self._view.show_line(min(inside, len(self._source) - 1))

    def _on_current(self, open_post: OpenPost | None) -> None:
        if self._open is not None:
            self._carets[self._open.path] = self._editor.caret()
        self.load(open_post)
        self._show_marks()
        if open_post is not None and open_post.path in self._carets:
            self._view.show_caret(self._carets[open_post.path])

    def _on_post_changed(self, change: PostChanged) -> None:
        if change.open_post is self._open:
            self.follow()

    def _on_findings(self, open_post: OpenPost) -> None:
        if open_post is self._open:
            self._show_marks()

    def _show_marks(self) -> None:
        findings = self._open.findings if self._open else ()
        first = self.first_line()
        marks: dict[int, str] = {}
        for finding in sorted(findings, key=lambda finding: finding.severity):
            if not finding.path and first <= finding.line < first + len(self._source):
                marks[finding.line - first] = finding.severity.label
        self._view.show_marks(marks)
