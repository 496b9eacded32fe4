"""The one family of errors that Reviewer raises on purpose.

Every error says what happened, where, and what the user can do about it, so
that the window can show it beside the field and the command line can print it
in one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file; ``line`` and ``column`` count from 1, 0 means unknown."""

    path: Path | None = None
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [str(self.path)] if self.path else []
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class ReviewerError(Exception):
    """What happened, where, and what to do about it.

    ``what`` and ``remedy`` are whole sentences in plain words, without the
    place: ``str(error)`` joins place and message into one line.
    """

    def __init__(self, what: str, *, where: Where | None = None, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where or Where()
        self.remedy = remedy

    def __str__(self) -> str:
        place = str(self.where)
        message = f"{self.what} {self.remedy}".strip()
        return f"{place}: {message}" if place else message

    def at(self, where: Where) -> ReviewerError:
        """The same error, told where it happened."""
        self.where = where
        return self
