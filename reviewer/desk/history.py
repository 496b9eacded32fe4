"""The one history of a post: undo and redo across form and body.

The history holds changes as text edits, never copies of the text, and knows
nothing of how they came about. Typing is merged: changes with one merge key
that follow each other without a pause are undone together.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.document.edits import Span, TextEdit

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 1.5
"""Seconds without typing after which a change begins an undo step of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """Edits that were made at once, and what takes them back."""

    edits: tuple[TextEdit, ...]
    inverse: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What one undo takes back: steps in the order in which they were made."""

    steps: tuple[Step, ...]
    label: str
    merge_key: str | None = None
    made: float = 0.0

    def joined(self, later: Change) -> Change:
        """This change and a later one as one."""
        first, *rest = later.steps
        joint = _join(self.steps[-1], first)
        steps = (*self.steps[:-1], joint) if joint else (*self.steps, first)
        return Change((*steps, *rest), self.label, self.merge_key, later.made)


class History:
    """Changes made, changes taken back, and which state is on disk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._clean: int | None = 0

    def push(self, steps: tuple[Step, ...], label: str, merge_key: str | None = None) -> None:
        """Remember steps that have just been made; what was undone is forgotten."""
        change = Change(steps, label, merge_key, self._clock())
        if self._clean is not None and self._clean > len(self._done):
            self._clean = None
        self._undone.clear()
        if self._continues(change):
            self._done[-1] = self._done[-1].joined(change)
        else:
            self._done.append(change)

    def undo(self) -> Change | None:
        """Take the last change back; the caller carries out the inverse steps."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        return change

    def redo(self) -> Change | None:
        """Make the change again that was undone last."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change

    def seal(self) -> None:
        """End the current undo step: whatever comes next is not merged into it."""
        if self._done:
            last = self._done[-1]
            self._done[-1] = Change(last.steps, last.label, None, last.made)

    def mark_clean(self) -> None:
        """The present state is the one on disk."""
        self.seal()
        self._clean = len(self._done)

    def mark_lost(self) -> None:
        """The state on disk cannot be reached by undo or redo any more."""
        self._clean = None

    @property
    def undo_label(self) -> str:
        """What undo would take back, "" for nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would make again, "" for nothing."""
        return self._undone[-1].label if self._undone else ""

    @property
    def is_clean(self) -> bool:
        """Whether the present state is the one marked clean."""
        return self._clean == len(self._done)

    def _continues(self, change: Change) -> bool:
        if not self._done or change.merge_key is None or self.is_clean:
            return False
        last = self._done[-1]
        return last.merge_key == change.merge_key and change.made - last.made <= PAUSE


def _join(first: Step, second: Step) -> Step | None:
    """One step for two, where the second edits only text that the first wrote."""
    if len(first.edits) != 1 or len(second.edits) != 1:
        return None
    one, two = first.edits[0], second.edits[0]
    start = one.span.start
    if not Span(start, start + len(one.text)).covers(two.span):
        return None
    head = one.text[: two.span.start - start]
    tail = one.text[two.span.end - start :]
    text = head + two.text + tail
    removed = first.inverse[0].text
    inverse = TextEdit(Span(start, start + len(text)), removed)
    return Step((TextEdit(one.span, text),), (inverse,))
