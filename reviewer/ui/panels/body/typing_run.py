"""Which key presses belong to one undo step.

The history merges changes that share a key. Typing on where one has just typed
keeps the key; going elsewhere, turning from writing to deleting, or beginning a
new line takes another.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.edits import TextEdit

LONGEST = 12
"""Characters that a single key press or an input method may bring; more is a paste."""


class TypingRun:
    """Gives each edit the merge key of the run that it belongs to."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._numbers = count()
        self._number = 0
        self._at = -1
        self._kind = ""

    def key(self, edits: Sequence[TextEdit]) -> str | None:
        """The merge key for ``edits``; ``None`` for what is an undo step by itself."""
        kind = _kind(edits)
        if not kind:
            self.end()
            return None
        edit = edits[0]
        adjacent = self._at in (edit.span.start, edit.span.end)
        if kind != self._kind or not adjacent:
            self._number = next(self._numbers)
        self._kind = "" if _breaks_line(edit) else kind
        self._at = edit.span.start + len(edit.text)
        return f"{self._name}:{self._number}"

    def end(self) -> None:
        """Whatever comes next begins a new run."""
        self._kind = ""


def _kind(edits: Sequence[TextEdit]) -> str:
    if len(edits) != 1 or max(len(edits[0].text), len(edits[0].span)) > LONGEST:
        return ""
    return "write" if edits[0].text else "delete"


def _breaks_line(edit: TextEdit) -> bool:
    return "\n" in edit.text or "\r" in edit.text
