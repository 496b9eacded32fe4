"""Walks from problem to problem of the post that is shown, whatever tab each is in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reviewer.document.lines import count_lines
from reviewer.ui.navigation import DETAILS
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost
    from reviewer.schema.finding import Finding
    from reviewer.ui.context import Context

    Place = tuple[int, int]
    """Line and character; what is about the whole post comes first."""


def place_of(open_post: OpenPost, finding: Finding) -> Place:
    """Where a finding stands in the file."""
    if finding.span is not None:
        return finding.line, finding.span.start
    line = open_post.post.line_of(finding.path) if finding.path else finding.line
    return line, -1


def show(context: Context, finding: Finding) -> None:
    """Go to the field, the words or the line that a finding is about."""
    current, navigation = context.workspace.current, context.navigation
    if current is None:
        return
    line = finding.line or place_of(current, finding)[0]
    if current.post.problem is not None and _is_above_body(current, line):
        navigation.go_to_tab(DETAILS)
        navigation.line_requested.emit(line)
    elif finding.path:
        navigation.go_to_field(finding.path)
    elif finding.span is not None and finding.span.start >= current.post.body_span.start:
        navigation.go_to_span(finding.span)
    elif line:
        navigation.go_to_line(line)
    else:
        navigation.go_to_tab(DETAILS)


class Walking:
    """Next and previous problem in the order of the file; round and round."""

    def __init__(self, context: Context, caret: Callable[[], Place | None]) -> None:
        """``caret`` says where the keyboard is in the body, if it is there."""
        self._context = context
        self._caret = caret
        self._at: Place = (-1, -1)
        context.workspace.current_changed.connect(lambda _post: self._start_over())

    def next(self) -> None:
        """Go to the next problem."""
        self._step(forwards=True)

    def previous(self) -> None:
        """Go to the problem before."""
        self._step(forwards=False)

    def _step(self, *, forwards: bool) -> None:
        current = self._context.workspace.current
        if current is None or not current.findings:
            self._context.notify(tr("This post has no problems."))
            return
        found = sorted(
            ((place_of(current, each), n) for n, each in enumerate(current.findings)),
        )
        places = [place for place, _number in found]
        at = self._caret() or self._at
        there = bisect_right(places, at) if forwards else bisect_left(places, at) - 1
        if not 0 <= there < len(found):
            there = 0 if forwards else len(found) - 1
            self._context.notify(tr("Round again: {n} problems", n=len(found)))
        self._at, number = found[there]
        show(self._context, current.findings[number])

    def _start_over(self) -> None:
        self._at = (-1, -1)


def _is_above_body(open_post: OpenPost, line: int) -> bool:
    post = open_post.post
    return line <= count_lines(post.text[: post.body_span.start])
