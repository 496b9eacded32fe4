"""What JSON and TOML blocks share: an edit of a whole value as small steps.

Each step is a splice in the text that the one before left; the block is read
again in between. The way from first to last text is then told as one plan that
keeps within the entry.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Self

from reviewer.document.block import BlockProblem, EditRefused, Note, Place, Plan
from reviewer.document.diff import changes
from reviewer.document.edits import Span, TextEdit, apply, difference
from reviewer.document.lines import split_lines
from reviewer.document.operations import (
    Operation,
    Rename,
    SetValue,
    Unset,
    carry_out,
    has,
    look_up,
)
from reviewer.document.steps import steps

if TYPE_CHECKING:
    from reviewer.document.block import StyleGuide
    from reviewer.document.dialect import Dialect
    from reviewer.document.operations import Path


class Stepwise(ABC):
    """A block that knows how to splice one step at a time."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        self._dialect = dialect

    @property
    def text(self) -> str:
        """What stands between the fences."""
        return self._text

    @property
    @abstractmethod
    def data(self) -> Any:
        """The data of the block."""

    @property
    @abstractmethod
    def notes(self) -> tuple[Note, ...]:
        """What is odd without being broken."""

    @abstractmethod
    def place(self, path: Path) -> Place | None:
        """Where the entry at ``path`` stands."""

    @abstractmethod
    def splice(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The edits for one step that no smaller steps make up."""

    def plan(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The smallest edits that carry out ``operation``; may raise ``EditRefused``."""
        todo = steps(self.data, operation)
        if len(todo) == 1:
            return self.splice(todo[0], guide)
        block = self
        pending: list[TextEdit] = []
        for step in todo:
            if not _is_lone(block.data, step):
                block, pending = block._after(pending), []
            pending += block.splice(step, guide).edits
            if not _is_lone(block.data, step):
                block, pending = block._after(pending), []
        block = block._after(pending)
        reach = self.reach(operation.path)
        return Plan(_edits_within(self.text, block.text, reach), reach)

    def rewrite(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The value alone, or what holds it, written anew; may raise ``EditRefused``."""
        path = operation.path
        if isinstance(operation, SetValue) and self.place(path) is not None:
            return self.splice(operation, guide)
        depth = len(path) - isinstance(operation, (SetValue, Rename, Unset))
        while depth > 0 and not self.is_in_brackets(path[:depth]):
            depth -= 1
        if depth == 0:
            raise EditRefused("This change cannot be written without changing something else.")
        changed = look_up(carry_out(self.data, operation), path[:depth])
        return self.splice(SetValue(path[:depth], changed), guide)

    def is_in_brackets(self, path: Path) -> bool:
        """Whether the entry at ``path`` is one value, which can be written anew as a whole."""
        return self.place(path) is not None

    def reach(self, path: Path) -> tuple[Span, ...]:
        """Where the entry at ``path`` may change: its own lines."""
        place = self.place(path)
        return (place.entry,) if place else ()

    def _after(self, edits: list[TextEdit]) -> Self:
        """The block with the edits made."""
        if not edits:
            return self
        try:
            return type(self)(apply(self.text, edits), self._dialect)
        except BlockProblem as problem:
            raise EditRefused("This change cannot be written step by step.") from problem


def _is_lone(data: Any, step: Operation) -> bool:
    """Whether a step puts one scalar for another, so that its neighbours stay where they are."""
    if not isinstance(step, SetValue) or not has(data, step.path):
        return False
    return not any(isinstance(v, (dict, list)) for v in (step.value, look_up(data, step.path)))


def _edits_within(old: str, new: str, reach: tuple[Span, ...]) -> tuple[TextEdit, ...]:
    """The edits, line by line, from ``old`` to ``new``, which differ in ``reach`` only."""
    start = min((span.start for span in reach), default=0)
    end = max((span.end for span in reach), default=len(old))
    before = split_lines(old[start:end])
    after = split_lines(new[start : len(new) - len(old) + end])
    offsets = [start, *(start + size for size in accumulate(map(len, before)))]
    edits: list[TextEdit] = []
    for found in changes(before, after):
        gone = "".join(before[found.old_start : found.old_end])
        come = "".join(after[found.new_start : found.new_end])
        edits += [edit.shift(offsets[found.old_start]) for edit in difference(gone, come)]
    return tuple(edits)
