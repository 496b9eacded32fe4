"""Fixes for front matter that cannot be read: the repairs that are proposed for it.

None of them is safe: what the author meant is for the editor to say. Only the
open post and the one that is being mended get them; the list does without.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.checks.engine import BROKEN
from reviewer.document.edits import mark_of
from reviewer.document.repair.proposing import proposals
from reviewer.schema.finding import Fix

if TYPE_CHECKING:
    from reviewer.document.post import Post
    from reviewer.schema.finding import Finding

_QUICK = 8_000
"""Characters of front matter up to which repairs are sought at every key press."""


def with_repairs(found: tuple[Finding, ...], post: Post) -> tuple[Finding, ...]:
    """The findings of ``post``, that of its broken front matter with its fixes."""
    if post.problem is None:
        return found
    return tuple(
        replace(each, fixes=fixes_of(post)) if each.source == BROKEN else each for each in found
    )


def fixes_of(post: Post) -> tuple[Fix, ...]:
    """The repairs for a broken post, the likeliest first."""
    if post.block_span is None or len(post.block_span) > _QUICK:
        return ()
    mark = mark_of(post.text)
    return tuple(Fix(each.label, edits=each.edits, text=mark) for each in proposals(post))
