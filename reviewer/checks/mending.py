"""Carries out fixes: one by a click, or all safe ones until nothing is left to mend.

A fix is only ever a proposal of a rule, which may be anybody's. Before its
outcome is handed out it is looked at: front matter that could be read still
can, and edits of the body have not touched the fields.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.checks.inspection import inspect
from reviewer.document.edits import TextEdit, mark_of
from reviewer.document.operations import EditRefused, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reviewer.checks.selection import Selection
    from reviewer.checks.subject import Subject
    from reviewer.document.post import Post
    from reviewer.schema.finding import Finding, Fix

    Find = Callable[[Post], Iterable[Finding]]
    Choice = tuple[Finding, Fix]
    Known = tuple[object, ...]

MOST_ROUNDS = 50
"""Fixes that always give rise to new ones are left after so many rounds."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A post after its fixes, and what they mended, in the order in which it was."""

    post: Post
    applied: tuple[Finding, ...] = ()


def mend(post: Post, fix: Fix) -> Post:
    """The post with one fix carried out.

    Raises ``EditRefused`` for a fix that was made for another text, that cannot
    be made without loss, or after which the post would read worse.
    """
    after = post
    if fix.edits:
        if fix.text not in ("", mark_of(post.text)):
            raise EditRefused("The text has changed since this was found.")
        after = _edited(post, fix.edits)
    for operation in fix.operations:
        after = after.apply(operation)
    return after


def mend_subject(subject: Subject, selection: Selection, *, only_safe: bool = True) -> Mended:
    """A post with all that the chosen rules can mend in it."""
    return mend_all(
        subject.post,
        lambda post: inspect(replace(subject, post=post), selection),
        only_safe=only_safe,
    )


def mend_all(post: Post, find: Find, *, only_safe: bool = True) -> Mended:
    """Let ``find`` look and mend what it finds, until no fix is left that can be made.

    Of each finding the first fix counts, with ``only_safe`` the first safe one.
    """
    applied: list[Finding] = []
    refused: set[Known] = set()
    seen = {post.text}
    for _round in range(MOST_ROUNDS):
        fixable = _choices(find(post), only_safe=only_safe)
        choices = [each for each in fixable if _known(each) not in refused]
        after, made = _round_of(post, choices, refused)
        if after.text in seen:  # nothing to mend, or fixes that undo each other
            break
        seen.add(after.text)
        post = after
        applied += made
    return Mended(post, tuple(applied))


def fixable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that have a safe fix."""
    return tuple(each for each in findings if any(fix.safe for fix in each.fixes))


def _choices(findings: Iterable[Finding], *, only_safe: bool) -> list[Choice]:
    firsts = (
        (each, next((fix for fix in each.fixes if fix.safe or not only_safe), None))
        for each in findings
    )
    return [(each, fix) for each, fix in firsts if fix is not None]


def _known(choice: Choice) -> Known:
    """By what a finding is known again after other places have changed."""
    finding, fix = choice
    return (finding.source, finding.path, finding.quote, finding.message, fix.label)


def _round_of(
    post: Post, choices: Sequence[Choice], refused: set[Known]
) -> tuple[Post, list[Finding]]:
    """The post after those fixes that do not get in each other's way.

    Edits of the text go first, and together, since they all speak of the text as it is.
    """
    edits = [each for each in choices if each[1].edits]
    if not edits:
        return _one_by_one(post, _apart_in_fields(choices), refused)
    together = _apart_in_text(edits)
    try:
        after = _edited(post, [edit for _finding, fix in together for edit in fix.edits])
        for _finding, fix in together:
            for operation in fix.operations:
                after = after.apply(operation)
    except EditRefused:
        return _first_that_fits(post, edits, refused)
    return after, [finding for finding, _fix in together]


def _first_that_fits(
    post: Post, choices: Sequence[Choice], refused: set[Known]
) -> tuple[Post, list[Finding]]:
    """The post after one fix; those that cannot be made are not tried again."""
    for each in choices:
        after, made = _one_by_one(post, [each], refused)
        if made:
            return after, made
    return post, []


def _one_by_one(
    post: Post, choices: Iterable[Choice], refused: set[Known]
) -> tuple[Post, list[Finding]]:
    made: list[Finding] = []
    for each in choices:
        finding, fix = each
        try:
            post = mend(post, fix)
        except EditRefused:
            refused.add(_known(each))
        else:
            made.append(finding)
    return post, made


def _apart_in_fields(choices: Iterable[Choice]) -> list[Choice]:
    """One fix for each field: what it does may move the items that others speak of."""
    taken: set[object] = set()
    apart: list[Choice] = []
    for each in choices:
        fields = {operation.path[:1] for operation in each[1].operations}
        if taken.isdisjoint(fields):
            taken |= fields
            apart.append(each)
    return apart


def _apart_in_text(choices: Iterable[Choice]) -> list[Choice]:
    """Fixes whose edits do not meet; the others wait for the next round."""
    taken: list[TextEdit] = []
    apart: list[Choice] = []
    for each in choices:
        edits = each[1].edits
        if not any(_meets(edit, taken) for edit in edits):
            for edit in edits:
                taken.insert(bisect(taken, edit), edit)
            apart.append(each)
    return apart


def _meets(edit: TextEdit, taken: Sequence[TextEdit]) -> bool:
    """Whether an edit overlaps another, or puts something in just where another changes."""
    at = bisect(taken, edit)
    return any(_collide(edit, other) for other in taken[max(at - 1, 0) : at + 1])


def _collide(one: TextEdit, other: TextEdit) -> bool:
    left, right = sorted((one.span, other.span))
    if len(left) and len(right):
        return right.start < left.end
    return right.start <= left.end


def _edited(post: Post, edits: Sequence[TextEdit]) -> Post:
    """The post with edits of its text; raises ``EditRefused`` where it would read worse."""
    try:
        after = post.with_edits(edits)
    except ValueError as error:
        raise EditRefused("The text has changed since this was found.") from error
    if _reads_worse(post, after, edits):
        raise EditRefused("After this the front matter could not be read as before.")
    return after


def _reads_worse(before: Post, after: Post, edits: Sequence[TextEdit]) -> bool:
    if before.problem is not None:
        return False  # whatever is done to broken front matter is for the editor to judge
    if after.problem is not None:
        return True
    if before.format is None:
        return False
    body = before.body_span.start
    if all(edit.span.start >= body for edit in edits):
        return after.block_span != before.block_span or not same(after.data, before.data)
    return after.format != before.format or _keys(after) != _keys(before)


def _keys(post: Post) -> set[object]:
    return set(post.data) if isinstance(post.data, Mapping) else set()
