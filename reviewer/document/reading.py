"""What a text says as a post: its front matter, or why that cannot be read.

Kept apart from ``Post`` so that reading has one path for a file from disk and
for the text that an edit has just made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.document.block import Block, BlockProblem, Note
from reviewer.document.fences import Fence, find, overlooked
from reviewer.document.formats import reader
from reviewer.document.source import line_at

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect

_PLACEHOLDER = re.compile(r"\{\{[^\r\n]*?\}\}|\{%[^\r\n]*?%\}|<%[^\r\n]*?%>")
_PLACEHOLDER_LINE = re.compile(r"(?<![^\r\n])[ \t]*\{%[^\r\n]*%\}[ \t]*(?![^\r\n])")
_UNQUOTED_PLACEHOLDER = re.compile(
    r"(?:^|[\r\n])[ \t-]*+[\w.][\w.-]*+[ \t]*+:[ \t]+\{\{[^\r\n]*\}\}"
)

_CODE = "This front matter is program code, which Reviewer never runs or changes."
_MAX_LENGTHS = {"yaml": 2_000_000, "json": 2_000_000, "toml": 400_000}
"""What can be read within a second or two; the longest known of a real post has 114,000."""
_TOO_LONG = "This front matter is too long to be read as fields."
_TEMPLATE = (
    "This is a template: its {{ placeholders }} are filled in when a post is made from it. "
    "Edit it as text."
)
_OVERLOOKED = {
    "unclosed": "The front matter is never closed by a line with ---, so the site reads none.",
    "not-first": "Something stands above the first ---, so the site reads no front matter.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Front matter as found; ``block`` is ``None`` where there is none to edit.

    Lines of ``problem`` and ``notes`` count from 1 in the file.
    """

    fence: Fence | None = None
    block: Block | None = None
    problem: BlockProblem | None = None
    read_only: str = ""
    notes: tuple[Note, ...] = ()


def read(text: str, dialect: Dialect) -> Reading:
    """Find and read the front matter of ``text``."""
    fence = find(text, dialect)
    if fence is None:
        return Reading(notes=_overlooked(text, dialect))
    if fence.format == "code":
        return Reading(fence, read_only=_CODE)
    written = text[fence.block.start : fence.block.end]
    if len(written) > _MAX_LENGTHS[fence.format]:
        problem = BlockProblem(_TOO_LONG, line=line_at(text, fence.block.start))
        return Reading(fence, problem=problem)
    if fence.format == "yaml" and _UNQUOTED_PLACEHOLDER.search(written):
        return Reading(fence, read_only=_TEMPLATE)
    try:
        block = reader(fence.format)(written, dialect)
    except BlockProblem as problem:
        return _unreadable(fence, written, problem, line_at(text, fence.block.start), dialect)
    return Reading(fence, block, notes=_placed(block, text, fence))


def _placed(block: Block, text: str, fence: Fence) -> tuple[Note, ...]:
    if not block.notes:
        return ()
    above = line_at(text, fence.block.start) - 1
    return tuple(replace(note, line=note.line + above) for note in block.notes)


def _unreadable(
    fence: Fence, written: str, problem: BlockProblem, first_line: int, dialect: Dialect
) -> Reading:
    if _is_template(fence, written, dialect):
        return Reading(fence, read_only=_TEMPLATE)
    where = problem.where
    in_file = BlockProblem(
        problem.what,
        line=max(where.line, 1) + first_line - 1,
        column=where.column,
        detail=problem.detail,
        remedy=problem.remedy,
    )
    return Reading(fence, problem=in_file)


def _is_template(fence: Fence, written: str, dialect: Dialect) -> bool:
    """Whether the block reads well once its placeholders are filled in."""
    filled = _PLACEHOLDER.sub("1", _PLACEHOLDER_LINE.sub("", written))
    if filled == written:
        return False
    try:
        reader(fence.format)(filled, dialect)
    except BlockProblem:
        return False
    return True


def _overlooked(text: str, dialect: Dialect) -> tuple[Note, ...]:
    code = overlooked(text, dialect)
    return (Note(_OVERLOOKED[code], (), 1, f"front-matter-{code}"),) if code else ()
