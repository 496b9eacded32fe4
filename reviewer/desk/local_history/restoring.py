"""Bringing back a kept version, whole or in part, as an edit like any other.

Nothing is written to disk: the editor sees what came back, may undo it, and saves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.open_post import lookup
from reviewer.desk.restoring import restoring_edits
from reviewer.document.edits import TextEdit, difference
from reviewer.document.operations import SetValue, Unset

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.document.operations import Path
    from reviewer.document.post import Post


def restore_all(open_post: OpenPost, version: Post, origin: str = "") -> None:
    """Give the post the whole text of a version."""
    open_post.edit_text(
        difference(open_post.post.text, version.text), label="Restore version", origin=origin
    )
    open_post.seal()


def restore_field(open_post: OpenPost, version: Post, path: Path, origin: str = "") -> None:
    """Give one field the text again that it has in a version; raises ``EditRefused``."""
    found, value = lookup(version.data, path)
    wanted = SetValue(path, value) if found else Unset(path)
    edits = restoring_edits(open_post.post, version, wanted)
    if edits:
        open_post.edit_text(edits, label="Restore field", origin=origin)
    else:
        open_post.edit(wanted, label="Restore field", origin=origin)
    open_post.seal()


def restore_body(open_post: OpenPost, version: Post, origin: str = "") -> None:
    """Give the post the body of a version, and leave its fields as they are."""
    edit = TextEdit(open_post.post.body_span, version.body)
    if open_post.post.body != version.body:
        open_post.edit_text([edit], label="Restore body", origin=origin)
        open_post.seal()
