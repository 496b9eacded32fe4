"""Decides when front matter is edited as text, and what is said about it. No Qt.

While the front matter cannot be read the form gives way to its text: a form
could only overwrite what it does not understand. The text is read again at
every key press; once it reads, the form comes back. The part shown is fixed
when editing begins and moves with the edits, so that a fence that is missing
for a moment does not tear the text away under the caret.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reviewer.document.edits import Span
from reviewer.document.lines import end_of, split_lines
from reviewer.ui.navigation import DETAILS
from reviewer.ui.panels.body.mapping import Place
from reviewer.ui.panels.body.part_presenter import PartPresenter, TextView
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.edits import TextEdit
    from reviewer.document.post import Post
    from reviewer.ui.context import Context


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said above the text. ``line`` counts from 1 in the file, 0 for none."""

    reads: bool
    title: str
    what: str = ""
    detail: str = ""
    line: int = 0


class RawView(Protocol):
    """What surrounds the editor: a verdict above it, and the form that it gives way to."""

    def show_raw(self, raw: bool) -> None:
        """Show the text instead of the form, or the form."""
        ...

    def show_verdict(self, verdict: Verdict) -> None:
        """Say whether the text reads, and if not why."""
        ...

    def ask_soon(self) -> None:
        """Call ``RawPresenter.leave`` once the user pauses."""
        ...


class RawPresenter(PartPresenter):
    """The text of the front matter of the current post."""

    origin = "raw"

    def __init__(self, context: Context, text: TextView, view: RawView) -> None:
        super().__init__(context, text)
        self._raw = view
        self._end = 0
        self._editing = False
        self._asked_for = False
        self._current: OpenPost | None = None
        workspace = context.workspace
        workspace.current_changed.connect(self._on_current)
        workspace.post_changed.connect(self._on_post_changed)
        context.navigation.line_requested.connect(self.go_to_line)
        self._on_current(workspace.current)

    def part(self, open_post: OpenPost) -> Span:
        """The front matter with its fences, without the last line end."""
        return Span(0, min(self._end, len(open_post.post.text)))

    # What the user asks for

    def can_edit(self) -> bool:
        """Whether there is front matter to edit as text."""
        return self._current is not None and self._current.post.block_span is not None

    def edit(self) -> None:
        """Edit the front matter as text although it reads."""
        if self.can_edit():
            self._context.navigation.go_to_tab(DETAILS)
            self._asked_for = True
            self._begin()

    def done(self) -> None:
        """Back to the form, if the front matter reads."""
        if self._current is not None and self._current.post.problem is None:
            self._finish()

    def leave(self) -> None:
        """The user has paused: back to the form unless the text was asked for."""
        if not self._asked_for:
            self.done()

    def go_to_line(self, line: int) -> None:
        """Show a line of the file (from 1), if it belongs to the text shown."""
        if self._editing and 1 <= line <= len(self._source):
            self._context.navigation.go_to_tab(DETAILS)
            self._view.show_line(line - 1)

    # What the desk tells

    def _on_current(self, open_post: OpenPost | None) -> None:
        self._current = open_post
        self._finish()
        if open_post is not None and open_post.post.problem is not None:
            self._begin()

    def _on_post_changed(self, change: PostChanged) -> None:
        if change.open_post is not self._current:
            return
        is_own = change.origin == self.origin
        problem = change.open_post.post.problem
        if not self._editing:
            if problem is not None:
                self._begin()
            return
        self._end = _moved(self._end, change.edits)
        self.follow()
        self._judge()
        if problem is None:
            self._came_right(is_own=is_own)

    def _came_right(self, *, is_own: bool) -> None:
        # While somebody types, a form that comes up at once would take the keys meant for the text.
        if is_own:
            self._raw.ask_soon()
        else:
            self.leave()

    def _begin(self) -> None:
        if self._current is None:
            return
        self._editing = True
        self._end = _end_of_front_matter(self._current.post)
        self.load(self._current)
        self._judge()
        self._raw.show_raw(True)
        problem = self._current.post.problem
        if problem is not None:
            self._view.show_caret(Place(max(problem.where.line - 1, 0), 0))

    def _finish(self) -> None:
        self._editing = False
        self._asked_for = False
        self._raw.show_raw(False)
        self.load(None)

    def _judge(self) -> None:
        if self._current is None:
            return
        verdict = verdict_of(self._current.post)
        self._raw.show_verdict(verdict)
        within = 0 < verdict.line <= len(self._source)
        self._view.show_marks({verdict.line - 1: "error"} if within else {})


def verdict_of(post: Post) -> Verdict:
    """What to say about the front matter of ``post``."""
    problem = post.problem
    if problem is None:
        if post.block_span is None:
            what = tr("Without a closing line, all of this is part of the body.")
            return Verdict(True, tr("No front matter"), what)
        return Verdict(True, tr("The front matter reads well"))
    what = f"{problem.what} {problem.remedy}".strip()
    line = problem.where.line
    return Verdict(False, tr("The front matter cannot be read"), what, problem.detail, line)


def _end_of_front_matter(post: Post) -> int:
    end = post.body_span.start
    lines = split_lines(post.text[:end])
    return end - len(end_of(lines[-1])) if lines else end


def _moved(end: int, edits: Iterable[TextEdit]) -> int:
    """Where ``end`` stands after the edits; what is inserted at ``end`` itself is before it."""
    moved = end
    for edit in edits:
        if edit.span.end <= end:
            moved += len(edit.text) - len(edit.span)
        elif edit.span.start <= end:
            moved = edit.span.start + len(edit.text)
    return moved
