"""Typing into one field, and taking a field back, without losing how it is written.

Halfway through a date or after the last character was deleted, a value is
something else for a moment: text, null, nothing. Each key press is therefore
worked out from the post as it was before the first one, so that quotes, zones
and trailing zeros of what is replaced are still there at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.open_post import lookup
from reviewer.document.edits import TextEdit, difference
from reviewer.document.operations import SetValue, carry_out, same

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
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

    def edits(self, post: Post, operation: Operation) -> tuple[TextEdit, ...]:
        """What leads from ``post`` to the base with ``operation``; may raise ``EditRefused``."""
        wanted = self.base.apply(operation).text
        self._reached = wanted
        return difference(post.text, wanted)


def restoring_edits(open_post: OpenPost, path: Path) -> tuple[TextEdit, ...] | None:
    """What gives one field the very text again that it has on disk.

    ``None`` where the text alone does not do it: the field is gone, or what it
    leans on has changed as well.
    """
    now, saved = open_post.post, open_post.saved
    here, there = now.place(path), saved.place(path)
    found, value = lookup(saved.data, path)
    if here is None or there is None or not found:
        return None
    text = saved.text[there.entry.start : there.entry.end]
    restored = now.with_edits((TextEdit(here.entry, text),))
    expected = carry_out(now.data, SetValue(path, value))
    kept = restored.problem is None and restored.body == now.body
    return difference(now.text, restored.text) if kept and same(restored.data, expected) else None
