"""The contract of every edit, checked before the edit is handed out.

(a) Only the places that the plan allows change, hence neither the fences nor
the body. (b) Re-reading the whole file gives the old data with exactly the one
change. A splice that fails is followed by the entry written anew; where that
fails too, the edit is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.document.edits import TextEdit, apply
from reviewer.document.operations import EditRefused, Operation, same
from reviewer.document.reading import read
from reviewer.document.source import line_ends, usual_line_end

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.document.block import Block, Plan, StyleGuide
    from reviewer.document.dialect import Dialect
    from reviewer.document.fences import Fence


_UNOPENED = (
    "This front matter has no opening line, so it is known as such only by its plain fields, "
    "such as title and date; after this change the site might take it for text."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an edit starts from, and the data that it must lead to."""

    text: str
    fence: Fence
    block: Block
    dialect: Dialect
    expected: Any


def prove(claim: Claim, operation: Operation, guide: StyleGuide | None) -> tuple[TextEdit, ...]:
    """The edits of the file's text that carry out ``operation``; else ``EditRefused``."""
    planners: tuple[Callable[[Operation, StyleGuide | None], Plan], ...] = (
        claim.block.plan,
        claim.block.rewrite,
    )
    reasons = []
    is_lost = False
    for planner in planners:
        try:
            edits = _checked(claim, planner(operation, guide))
        except EditRefused as error:
            reasons.append(error)
            continue
        if edits is not None:
            return edits
        is_lost = claim.fence.format == "yaml" and not claim.fence.opening
    if is_lost:
        raise EditRefused(_UNOPENED, remedy="Put a line with --- at the top first.")
    reasons.append(EditRefused("This change cannot be written without changing something else."))
    raise reasons[0]


def _checked(claim: Claim, plan: Plan) -> tuple[TextEdit, ...] | None:
    """The plan's edits of the file's text, if they keep the contract."""
    plan = _in_the_files_line_ends(claim, plan)
    if not all(any(span.covers(edit.span) for span in plan.allowed) for edit in plan.edits):
        return None
    edits = tuple(edit.shift(claim.fence.block.start) for edit in plan.edits)
    return edits if _keeps_all_else(claim, apply(claim.text, edits)) else None


def _keeps_all_else(claim: Claim, text: str) -> bool:
    reading = read(text, claim.dialect)
    if reading.block is None or reading.fence is None:
        return False
    found = {} if reading.block.data is None else reading.block.data
    old, new = claim.fence, reading.fence
    return (
        new.format == old.format
        and new.opening == old.opening
        and text[new.closing.start :] == claim.text[old.closing.start :]
        and same(found, claim.expected)
    )


def _in_the_files_line_ends(claim: Claim, plan: Plan) -> Plan:
    """An empty or one-line block cannot tell how the file's lines end; the file can."""
    end = usual_line_end(claim.text)
    if end == "\n" or line_ends(claim.block.text):
        return plan
    edits = tuple(TextEdit(edit.span, edit.text.replace("\n", end)) for edit in plan.edits)
    return replace(plan, edits=edits)
