"""What every front matter format offers: reading, places, and planned edits.

YAML, TOML and JSON each have a module with ``read(text, dialect) -> Block``.
``Post`` knows nothing of their syntax: it asks a block where an entry stands
and how an operation would change its text, and then proves the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.document.note import Note
from reviewer.document.operations import EditRefused
from reviewer.errors import ReviewerError, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.edits import Span, TextEdit
    from reviewer.document.operations import Operation, Path


__all__ = ["Block", "BlockProblem", "EditRefused", "Note", "Place", "Plan", "StyleGuide"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in the text.

    ``entry`` takes in all lines that belong to the entry, or its part of a flow
    collection; ``key`` is ``None`` for list items.
    """

    key: Span | None
    value: Span
    entry: Span


@dataclass(frozen=True, slots=True)
class Plan:
    """How an operation would change the text of a block.

    Every edit lies within one of ``allowed``: the lines of the entry that the
    operation names, or an empty span where something is inserted.
    """

    edits: tuple[TextEdit, ...]
    allowed: tuple[Span, ...]


class BlockProblem(ReviewerError):
    """Front matter that cannot be read.

    ``what`` speaks to an editor in plain words; ``detail`` holds the parser's
    own; line and column of ``where`` count from 1 within the block.
    """

    def __init__(
        self, what: str, *, line: int = 0, column: int = 0, detail: str = "", remedy: str = ""
    ) -> None:
        super().__init__(what, where=Where(line=line, column=column), remedy=remedy)
        self.detail = detail


class StyleGuide(Protocol):
    """How the other posts of a folder write their front matter."""

    def order(self) -> Sequence[str]:
        """The top-level keys in their usual order."""
        ...

    def example(self, key: str) -> str | None:
        """A value of ``key`` as other posts write it, raw text such as ``"News"`` in quotes."""
        ...


class Block(Protocol):
    """One front matter block: its text, its data, and where everything stands."""

    @property
    def text(self) -> str:
        """What stands between the fences, line ends as in the file."""
        ...

    @property
    def data(self) -> Any:
        """The data as the dialect reads it; not to be changed in place."""
        ...

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is odd without being broken."""
        ...

    def place(self, path: Path) -> Place | None:
        """Where the entry at ``path`` stands; ``None`` when there is none."""
        ...

    def plan(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """The smallest edits that carry out ``operation``; may raise ``EditRefused``."""
        ...

    def rewrite(self, operation: Operation, guide: StyleGuide | None) -> Plan:
        """A second try: the entry alone written anew in block style; may raise ``EditRefused``."""
        ...
