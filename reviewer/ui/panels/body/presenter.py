"""Decides what the Body tab shows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from reviewer.ui.panels.body.part_presenter import PartPresenter, TextView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.edits import Span
    from reviewer.schema.finding import Finding, Severity
    from reviewer.ui.context import Context
    from reviewer.ui.panels.body.mapping import Place


@dataclass(frozen=True, slots=True)
class Underline:
    """A passage to be underlined, and what is said where it is pointed at."""

    start: Place
    end: Place
    severity: Severity
    message: str


class BodyView(TextView, Protocol):
    """An editor that underlines, and can be asked where its caret stands."""

    def show_signs(self, signs: dict[int, str]) -> None:
        """Mark lines beside their numbers with the severity of what is underlined there."""
        ...

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Underline these passages and no others."""
        ...

    def show_hint(self, findings: Sequence[Finding]) -> None:
        """Say what was found at the caret, the worst first."""
        ...

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
        workspace.findings_moved.connect(self._on_findings)
        context.navigation.line_requested.connect(self.go_to_line)
        context.navigation.span_requested.connect(self.go_to_span)
        self._on_current(workspace.current)

    def part(self, open_post: OpenPost) -> Span:
        """The body."""
        return open_post.post.body_span

    def go_to_line(self, line: int) -> None:
        """Show a line of the file (from 1), if it belongs to the body."""
        inside = line - self.first_line()
        if self._open is not None and inside >= 0:
            self._view.show_line(min(inside, len(self._source) - 1))

    def go_to_span(self, span: Span) -> None:
        """Put the caret before these characters of the post's text."""
        if self._open is not None:
            start = max(span.start - self.part(self._open).start, 0)
            place = self._source.place(min(start, len(self._source.text)))
            self._view.show_line(place.line)
            self._view.show_caret(place)

    @property
    def caret(self) -> int:
        """The character of the post's text before which the caret stands."""
        start = self.part(self._open).start if self._open else 0
        return start + self._source.offset(self._editor.caret())

    def findings_at_caret(self) -> tuple[Finding, ...]:
        """What was found in the text where the caret stands, the worst first."""
        caret = self.caret
        spans = ((each.span, each) for each in (self._open.findings if self._open else ()))
        found = (
            each for span, each in spans if span is not None and span.start <= caret <= span.end
        )
        return tuple(sorted(found, key=lambda each: -each.severity))

    def tell_hint(self) -> None:
        """Say what was found where the caret stands."""
        self._editor.show_hint(self.findings_at_caret())

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
        """Mark whole lines, and underline what is about some characters of them."""
        findings = self._open.findings if self._open else ()
        spans = [each for each in findings if each.span is not None and not each.path]
        lines = [each for each in findings if each.span is None and not each.path]
        underlines = list(self._underlines(spans))
        self._view.show_marks(self._by_line(lines))
        self._editor.show_signs(self._by_line(spans))
        self._editor.show_underlines(underlines)
        self.tell_hint()

    def _by_line(self, findings: Iterable[Finding]) -> dict[int, str]:
        first = self.first_line()
        return {
            each.line - first: each.severity.label
            for each in sorted(findings, key=lambda each: each.severity)
            if first <= each.line < first + len(self._source)
        }

    def _underlines(self, findings: Iterable[Finding]) -> Iterator[Underline]:
        at = self.part(self._open).start if self._open else 0
        for each in findings:
            if each.span is not None and at <= each.span.start <= each.span.end <= at + len(
                self._source.text
            ):
                start = self._source.place(each.span.start - at)
                end = self._source.place(each.span.end - at)
                yield Underline(start, end, each.severity, each.message)
