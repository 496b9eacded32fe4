"""Typing into one field without losing how its value is written.

Halfway through a date or after the last character was deleted, a value is
something else for a moment: text, null, nothing. Each key press is therefore
worked out from the post as it was before the first one, so that quotes, zones
and trailing zeros of what is replaced are still there at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.edits import TextEdit, difference
from reviewer.document.operations import carry_out, same

if TYPE_CHECKING:
    from reviewer.document.operations import Operation, Path
    from reviewer.document.post import Post


class Keystrokes:
    """The key presses in one field since the keyboard came to it."""

    def __init__(self, path: Path, base: Post) -> None:
        self._path = path
        self._reached = base.text
        self.base = base

    def goes_on(self, path: Path, post: Post) -> bool:
        """Whether a key press at ``path`` belongs here: nothing else has changed since."""
        return path == self._path and post.text == self._reached

    def edits(
        self, post: Post, operation: Operation | None, as_typed: str = ""
    ) -> tuple[TextEdit, ...]:
        """What leads from ``post`` to the base with ``operation``, or to the base alone.

        ``as_typed`` is how the value shall be written if that reads as the same
        value. May raise ``EditRefused``.
        """
        wanted = self.base.text
        if operation is not None:
            wanted = self._verbatim(operation, as_typed) or self.base.apply(operation).text
        self._reached = wanted
        return difference(post.text, wanted)

    def _verbatim(self, operation: Operation, text: str) -> str:
        """The base with ``text`` over the plain scalar that is there, "" where that will not do."""
        place = self.base.place(self._path)
        written = self.base.written(self._path)
        if not text or place is None or not written[:1].isalnum() or "\n" in written:
            return ""
        changed = self.base.with_edits((TextEdit(place.value, text),))
        sound = changed.problem is None and changed.body == self.base.body
        if sound and same(changed.data, carry_out(self.base.data, operation)):
            return changed.text
        return ""
