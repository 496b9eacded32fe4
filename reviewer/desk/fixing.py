"""Carries out a fix in an open post, as one step of its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.mending import mend
from reviewer.document.edits import difference

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.document.post import Post
    from reviewer.schema.finding import Fix


def carry_out(open_post: OpenPost, fix: Fix, *, origin: str = "") -> None:
    """Mend what the fix is for; raises ``EditRefused`` with the post as it was.

    Refused is above all a fix that was made for another text.
    """
    take_over(open_post, mend(open_post.post, fix), label=fix.label, origin=origin)


def take_over(open_post: OpenPost, post: Post, *, label: str, origin: str = "") -> None:
    """Let a mended post be the one on the desk, in one step that nothing is merged with."""
    open_post.seal()
    edits = difference(open_post.post.text, post.text)
    open_post.edit_text(edits, label=label, origin=origin)
    open_post.seal()
