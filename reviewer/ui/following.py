"""Keeps body and preview at the same place: what one shows, the other is told.

Lines count from 1 in the body and may have a fraction: the part of a long line
that is scrolled out of view already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event

if TYPE_CHECKING:
    from reviewer.document.operations import Path


class Following:
    """What the editor looks at, told by one panel to the other."""

    def __init__(self) -> None:
        self.body_scrolled: Event[float] = Event()
        self.page_scrolled: Event[float] = Event()
        self.caret_moved: Event[int] = Event()
        self.field_pointed: Event[Path] = Event()
