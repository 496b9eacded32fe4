"""Decisions about conflicts carried out on the merged post."""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from reviewer.document.edits import TextEdit
from reviewer.document.lines import split_lines
from reviewer.document.merge_entries import entries_of
from reviewer.document.merge_lines import line_edits
from reviewer.document.merge_proof import duplicated
from reviewer.document.merge_result import Choice, Conflict, Merged, Part
from reviewer.document.operations import Unset, has, same

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.document.post import Post


def resolve(merged: Merged, choices: Mapping[Conflict, Choice]) -> Post:
    """The merged post as decided; where nothing is, my version stands.

    Raises ``EditRefused`` where a field cannot be written in the format of the
    merged front matter. The post's ``edits`` lead from the merged text.
    """
    chosen = [
        (conflict, choice)
        for conflict in merged.conflicts
        if (choice := choices.get(conflict, Choice.MINE)) is not Choice.MINE
    ]
    if not chosen:
        return merged.post
    post = merged.post.with_edits(
        TextEdit(conflict.span, conflict.version(choice).text)
        for conflict, choice in chosen
        if conflict.part is not Part.FIELD
    )
    for conflict, choice in chosen:
        if conflict.part is Part.FIELD:
            post = _with_field(post, conflict, choice)
    return merged.post.with_edits(line_edits(merged.post.text, post.text))


def _with_field(post: Post, conflict: Conflict, choice: Choice) -> Post:
    version, path = conflict.version(choice), conflict.path
    if version.absent:
        return post.apply(Unset(path)) if has(post.data, path) else post
    text = version.text if has(post.data, path) else _without_known_lines(post, version.text)
    return _spelled(post.set(path, version.value), conflict, text)


def _without_known_lines(post: Post, text: str) -> str:
    """The text of a field without the lines above it that the post still has."""
    known = set(split_lines(post.text))
    return "".join(dropwhile(known.__contains__, split_lines(text)))


def _spelled(post: Post, conflict: Conflict, text: str) -> Post:
    """The field with the comments and quotes of the version chosen, where that is sound."""
    parts = entries_of(post) if len(conflict.path) == 1 and text else None
    if parts is None:
        return post
    spelled = post.with_edits([TextEdit(parts.spans[conflict.path[0]], text)])
    is_sound = same(spelled.data, post.data) and spelled.body == post.body
    return spelled if is_sound and duplicated(spelled) <= duplicated(post) else post
