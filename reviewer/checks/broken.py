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
from reviewer.document.repair.repeated_key import without_repeat
from reviewer.schema.finding import Fix

if TYPE_CHECKING:
    from reviewer.document.post import Post
    from reviewer.document.repair.proposal import Proposal
    from reviewer.schema.finding import Finding

_QUICK = 8_000
"""Characters of front matter up to which repairs are sought at every key press."""


def with_repairs(found: tuple[Finding, ...], post: Post) -> tuple[Finding, ...]:
    """The findings of ``post``, those of broken front matter with their fixes."""
    if not any(each.source in _MENDED for each in found):
        return found
    return tuple(
        replace(each, fixes=_MENDED[each.source](post, each)) if each.source in _MENDED else each
        for each in found
    )


def _fixes(post: Post, _finding: Finding) -> tuple[Fix, ...]:
    """The repairs for a broken post, the likeliest first."""
    if post.block_span is not None and len(post.block_span) > _QUICK:
        return ()
    return tuple(_fix(each, post) for each in proposals(post))


def _once(post: Post, finding: Finding) -> tuple[Fix, ...]:
    if len(finding.path) != 1:
        return ()
    repair = without_repeat(post, finding.path[0])
    return (_fix(repair, post),) if repair else ()


def _fix(proposal: Proposal, post: Post) -> Fix:
    return Fix(proposal.label, edits=proposal.edits, text=mark_of(post.text))


_MENDED = {
    BROKEN: _fixes,
    "front-matter-unclosed": _fixes,
    "front-matter-not-first": _fixes,
    "duplicate-key": _once,
}
