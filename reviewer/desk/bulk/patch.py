"""What differs between two contents of a file, small enough to be kept for every post.

A bulk edit of 100,000 posts changes a line in each. Kept as patches, the plan
takes some hundred bytes a post, where the new contents would take all memory.
"""

from __future__ import annotations

from typing import NamedTuple

from reviewer.document.edits import common_ends


class Patch(NamedTuple):
    """All of a content is replaced by ``text`` but for its first ``head``, last ``tail`` bytes."""

    head: int
    tail: int
    text: bytes

    @classmethod
    def between(cls, old: bytes, new: bytes) -> Patch:
        """The patch that makes ``new`` of ``old``."""
        head, tail = common_ends(old, new)
        return cls(head, tail, new[head : len(new) - tail])

    def apply(self, old: bytes) -> bytes:
        """The new content."""
        return old[: self.head] + self.text + old[len(old) - self.tail :]
