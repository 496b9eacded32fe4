"""Keeps the body in the editor and the post on the desk in step. No Qt.

Typing comes in as lines and leaves as text edits of the post. Whatever else
changes the body (undo, reload, a revert) comes back as the smallest edits of
the display, so that caret and scroll position stay where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.events import Event
from reviewer.document.diff import diff
from reviewer.document.edits import TextEdit, difference, invert
from reviewer.document.lines import count_lines
from reviewer.errors import ReviewerError
from reviewer.ui.panels.body.mapping import DisplayEdit, Place, SourceText, Typed
from reviewer.ui.panels.body.typing_run import TypingRun
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.ui.context import Context

ORIGIN = "body"


class BodyView(Protocol):
    """What the presenter tells the editor; lines count from 0 within the body."""

    def show_display(self, display: str) -> None:
        """Show another text from its beginning."""
        ...

    def show_edits(self, edits: Sequence[DisplayEdit]) -> None:
        """Carry out edits, in the order given, without reporting them."""
        ...

    def show_first_line(self, number: int) -> None:
        """Number the first line as in the file."""
        ...

    def show_marks(self, marks: dict[int, str]) -> None:
        """Mark lines with the severity of what was found there."""
        ...

    def show_caret(self, place: Place) -> None:
        """Put the caret there and bring it into view."""
        ...

    def show_line(self, line: int) -> None:
        """Put the caret on a line and the line in the middle."""
        ...

    def show_enabled(self, enabled: bool) -> None:
        """Let the text be edited or not, since no post is open."""
        ...

    def caret(self) -> Place:
        """Where the caret stands."""
        ...


class BodyPresenter:
    """One editor for the body of whichever post is current."""

    def __init__(self, context: Context, view: BodyView) -> None:
        self._context = context
        self._view = view
        self._open: OpenPost | None = None
        self._source = SourceText()
        self._run = TypingRun(ORIGIN)
        self._carets: dict[str, Place] = {}
        self.text_changed: Event[None] = Event()
        workspace = context.workspace
        workspace.current_changed.connect(self._on_current)
        workspace.post_changed.connect(self._on_post_changed)
        workspace.findings_changed.connect(self._on_findings)
        context.navigation.line_requested.connect(self.go_to_line)
        self._on_current(workspace.current)

    # What the view asks for

    @property
    def source(self) -> SourceText:
        """The body as it is in the file, by lines."""
        return self._source

    @property
    def newline(self) -> str:
        """The line end of new lines where no other is near."""
        return self._open.post.line_end if self._open else "\n"

    def typed(self, report: Typed) -> None:
        """The editor's lines have changed under the user's hands."""
        if self._open is None:
            return
        edits = self._source.typed(report)
        before = self._source.text
        self._source.take(edits)
        if not self._edit(edits, tr("Typing"), self._run.key(edits)):
            self._view.show_edits(self._source.take(invert(before, edits)))

    def replace(self, edits: Sequence[TextEdit], label: str) -> None:
        """Change the body in one undo step of its own."""
        self._run.end()
        self._edit(edits, label, None)

    def undo(self) -> None:
        """Take the post's last change back, wherever it was made."""
        if self._open is not None and self._open.can_undo:
            label = self._open.undo_label
            self._step(self._open.undo, tr("Undone outside the body: {label}", label=label))

    def redo(self) -> None:
        """Make the post's last undone change again."""
        if self._open is not None and self._open.can_redo:
            label = self._open.redo_label
            self._step(self._open.redo, tr("Redone outside the body: {label}", label=label))

    def go_to_line(self, line: int) -> None:
        """Show a line of the file (from 1), if it belongs to the body."""
        inside = line - self._first_line()
        if self._open is not None and inside >= 0:
            self._view.show_line(min(inside, len(self._source) - 1))

    # What the desk tells

    def _on_current(self, open_post: OpenPost | None) -> None:
        if self._open is not None:
            self._carets[self._open.path] = self._view.caret()
        self._open = open_post
        self._run.end()
        body = open_post.post.body if open_post else ""
        self._source = SourceText(body, self.newline)
        self._view.show_enabled(open_post is not None)
        self._view.show_display(self._source.display())
        self._view.show_first_line(self._first_line())
        self._show_marks()
        if open_post is not None and open_post.path in self._carets:
            self._view.show_caret(self._carets[open_post.path])
        self.text_changed.emit(None)

    def _on_post_changed(self, change: PostChanged) -> None:
        if change.open_post is self._open:
            self._follow()

    def _on_findings(self, open_post: OpenPost) -> None:
        if open_post is self._open:
            self._show_marks()

    def _follow(self) -> None:
        """Bring the editor to the post's body, by the smallest edits there are."""
        if self._open is None:
            return
        body = self._open.post.body
        if body != self._source.text:
            self._view.show_edits(self._source.take(smallest(self._source.text, body)))
            self._run.end()
        self._view.show_first_line(self._first_line())
        self.text_changed.emit(None)

    # Behind the scenes

    def _edit(self, edits: Sequence[TextEdit], label: str, merge_key: str | None) -> bool:
        if self._open is None or not edits:
            return True
        start = self._open.post.body_span.start
        try:
            self._open.edit_text(
                [edit.shift(start) for edit in edits],
                label=label,
                merge_key=merge_key,
                origin=ORIGIN,
            )
        except ReviewerError as error:
            self._context.notify(str(error))
            return False
        return True

    def _step(self, step: Callable[[str], None], elsewhere: str) -> None:
        """Undo or redo, then go to what has changed, or say that it lies outside the body."""
        before = self._source.text
        step(ORIGIN)
        edits = difference(before, self._source.text)
        if edits:
            self._view.show_caret(self._source.place(edits[0].span.start + len(edits[0].text)))
        else:
            self._context.notify(elsewhere)

    def _first_line(self) -> int:
        """The number in the file of the body's first line."""
        if self._open is None:
            return 1
        post = self._open.post
        return count_lines(post.text[: post.body_span.start]) + 1

    def _show_marks(self) -> None:
        findings = self._open.findings if self._open else ()
        first = self._first_line()
        marks: dict[int, str] = {}
        for finding in sorted(findings, key=lambda finding: finding.severity):
            if not finding.path and first <= finding.line < first + len(self._source):
                marks[finding.line - first] = finding.severity.label
        self._view.show_marks(marks)


def smallest(old: str, new: str) -> tuple[TextEdit, ...]:
    """Edits that lead from one text to the other and leave equal lines between them alone."""
    edits = difference(old, new)
    if not edits or "\n" not in old[edits[0].span.start : edits[0].span.end]:
        return edits
    fine: list[TextEdit] = []
    for hunk in diff(old, new).hunks:
        parts = difference("".join(hunk.old), "".join(hunk.new))
        fine += [part.shift(hunk.old_span.start) for part in parts]
    return tuple(fine)
