"""Keeps a part of a post's text and an editor in step; body and raw front matter share it. No Qt.

Typing comes in as lines and leaves as text edits of the post. Whatever else
changes the text (undo, reload, a revert) comes back as the smallest edits of
the display, so that caret and scroll position stay where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.events import Event
from reviewer.document.diff import diff
from reviewer.document.edits import Span, TextEdit, difference, invert
from reviewer.document.lines import count_lines
from reviewer.errors import ReviewerError
from reviewer.ui.panels.body.mapping import DisplayEdit, Place, SourceText, Typed
from reviewer.ui.panels.body.typing_run import TypingRun
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context


class TextView(Protocol):
    """What a presenter tells the editor; lines count from 0 within the part shown."""

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


class PartPresenter:
    """One editor for one part of a post; subclasses say which part it is."""

    origin = ""

    def __init__(self, context: Context, view: TextView) -> None:
        self._context = context
        self._view = view
        self._open: OpenPost | None = None
        self._source = SourceText()
        self._run = TypingRun(self.origin)
        self.text_changed: Event[None] = Event()

    def part(self, open_post: OpenPost) -> Span:
        """Where the part stands in the post's text."""
        raise NotImplementedError

    # What the view asks for

    @property
    def source(self) -> SourceText:
        """The part as it is in the file, by lines."""
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
        """Change the part in one undo step of its own."""
        self._run.end()
        self._edit(edits, label, None)

    def undo(self) -> None:
        """Take the post's last change back, wherever it was made."""
        if self._open is not None and self._open.can_undo:
            label = self._open.undo_label
            self._step(self._open.undo, tr("Undone elsewhere: {label}", label=label))

    def redo(self) -> None:
        """Make the post's last undone change again."""
        if self._open is not None and self._open.can_redo:
            label = self._open.redo_label
            self._step(self._open.redo, tr("Redone elsewhere: {label}", label=label))

    # For subclasses

    def load(self, open_post: OpenPost | None) -> None:
        """Show the part of another post from its beginning."""
        self._open = open_post
        self._run.end()
        self._source = SourceText(self._text(), self.newline)
        self._view.show_enabled(open_post is not None)
        self._view.show_display(self._source.display())
        self._view.show_first_line(self.first_line())
        self.text_changed.emit(None)

    def follow(self) -> None:
        """Bring the editor to the post's text, by the smallest edits there are."""
        text = self._text()
        if text != self._source.text:
            self._view.show_edits(self._source.take(smallest(self._source.text, text)))
            self._run.end()
        self._view.show_first_line(self.first_line())
        self.text_changed.emit(None)

    def first_line(self) -> int:
        """The number in the file of the part's first line."""
        if self._open is None:
            return 1
        return count_lines(self._open.post.text[: self.part(self._open).start]) + 1

    def _text(self) -> str:
        if self._open is None:
            return ""
        part = self.part(self._open)
        return self._open.post.text[part.start : part.end]

    def _edit(self, edits: Sequence[TextEdit], label: str, merge_key: str | None) -> bool:
        if self._open is None or not edits:
            return True
        start = self.part(self._open).start
        try:
            self._open.edit_text(
                [edit.shift(start) for edit in edits],
                label=label,
                merge_key=merge_key,
                origin=self.origin,
            )
        except ReviewerError as error:
            self._context.notify(str(error))
            return False
        return True

    def _step(self, step: Callable[[str], None], elsewhere: str) -> None:
        """Undo or redo, then go to what has changed, or say that it lies elsewhere."""
        before = self._source.text
        step(self.origin)
        edits = difference(before, self._source.text)
        if edits:
            self._view.show_caret(self._source.place(edits[0].span.start + len(edits[0].text)))
        else:
            self._context.notify(elsewhere)


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
