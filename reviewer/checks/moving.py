"""Keeps what was found in a text in its place while that text is being changed.

Rules take longer than a key press. Until they have spoken again, each finding
goes along with the characters that it is about, and is gone with them; fixes
whose place was touched are gone too, since nobody knows whether they still fit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit, difference, mark_of
from reviewer.document.lines import count_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.document.post import Post
    from reviewer.schema.finding import Finding, Fix


def moved(findings: Iterable[Finding], before: Post, after: Post) -> tuple[Finding, ...]:
    """What was found in ``before``, where it stands in ``after``."""
    changes = difference(before.text, after.text)
    if not changes:
        return tuple(findings)
    return tuple(_Move.of(changes[0], before, after).all(findings))


@dataclass(frozen=True, slots=True)
class _Move:
    """One change of a text: what lies behind it moves by ``by`` characters and ``lines``."""

    at: Span
    by: int
    lines: int
    after: Post
    mark: str

    @classmethod
    def of(cls, edit: TextEdit, before: Post, after: Post) -> _Move:
        old = before.text[edit.span.start : edit.span.end]
        lines = count_lines(edit.text) - count_lines(old)
        return cls(edit.span, len(edit.text) - len(old), lines, after, mark_of(after.text))

    def all(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            if finding.span is None:
                yield self._by_field(finding)
            elif (span := self.span(finding.span)) is not None:
                yield self._with_span(finding, finding.span, span)

    def span(self, old: Span) -> Span | None:
        """Where the characters are now; ``None`` where none of them is left."""
        if old.end <= self.at.start:
            return old
        if old.start >= self.at.end:
            return old.shift(self.by)
        if self.at.covers(old):
            return None
        start = old.start if old.start < self.at.start else self.at.end + self.by
        end = old.end + self.by if old.end > self.at.end else self.at.start
        return Span(start, end)

    def _by_field(self, finding: Finding) -> Finding:
        line = self.after.line_of(finding.path) if finding.path else finding.line
        return replace(finding, line=line, fixes=tuple(self._fixes(finding.fixes)))

    def _with_span(self, finding: Finding, old: Span, span: Span) -> Finding:
        behind = old.start >= self.at.end
        if span == old and not behind and not finding.fixes:
            return finding
        line = finding.line + (self.lines if behind else 0)
        return replace(finding, span=span, line=line, fixes=tuple(self._fixes(finding.fixes)))

    def _fixes(self, fixes: Iterable[Fix]) -> Iterator[Fix]:
        for fix in fixes:
            edits = tuple(filter(None, map(self._edit, fix.edits)))
            if len(edits) == len(fix.edits):
                yield replace(fix, edits=edits, text=self.mark if edits else "")

    def _edit(self, edit: TextEdit) -> TextEdit | None:
        """An edit whose place is untouched; right beside the change counts as touched."""
        if edit.span.end < self.at.start:
            return edit
        return edit.shift(self.by) if edit.span.start > self.at.end else None
