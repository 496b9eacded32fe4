"""Where the editor wants to go: one panel asks, another one goes there.

The Problems tab asks for a field, the form scrolls to it; neither knows the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event

if TYPE_CHECKING:
    from reviewer.document.edits import Span
    from reviewer.document.operations import Path

DETAILS = "details"
BODY = "body"
CHANGES = "changes"
PROBLEMS = "problems"
HISTORY = "history"
TABS = (DETAILS, BODY, CHANGES, PROBLEMS, HISTORY)


class Navigation:
    """Requests to go somewhere; the shell shows the tab, the panel finds the place."""

    def __init__(self) -> None:
        self.field_requested: Event[Path] = Event()
        self.line_requested: Event[int] = Event()
        self.span_requested: Event[Span] = Event()
        self.tab_requested: Event[str] = Event()
        self.post_requested: Event[str] = Event()

    def go_to_field(self, path: Path) -> None:
        """Show the Details tab, then the field at ``path``."""
        self.tab_requested.emit(DETAILS)
        self.field_requested.emit(path)

    def go_to_line(self, line: int) -> None:
        """Show the Body tab, then ``line`` (counted from 1 in the file)."""
        self.tab_requested.emit(BODY)
        self.line_requested.emit(line)

    def go_to_span(self, span: Span) -> None:
        """Show the Body tab, then these characters of the post's text."""
        self.tab_requested.emit(BODY)
        self.span_requested.emit(span)

    def go_to_tab(self, name: str) -> None:
        """Show one of ``TABS``."""
        self.tab_requested.emit(name)

    def go_to_post(self, path: str) -> None:
        """Open the post at ``path``, relative to the folder."""
        self.post_requested.emit(path)
