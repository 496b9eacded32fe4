"""Typing into one field without losing how its value is written.

Halfway through a date or after the last character was deleted, a value is
something else for a moment: text, null, nothing. Each key press is therefore
worked out from the post as it was before the first one, so that quotes, zones
and trailing zeros of what is replaced are still there at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.edits import difference

if TYPE_CHECKING:
    from reviewer.document.edits import TextEdit
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

    def edits(self, post: Post, operation: Operation | None) -> tuple[TextEdit, ...]:
        """What leads from ``post`` to the base with ``operation``, or to the base alone.

        May raise ``EditRefused``.
        """
        wanted = self.base.apply(operation).text if operation else self.base.text
        self._reached = wanted
        return difference(post.text, wanted)
