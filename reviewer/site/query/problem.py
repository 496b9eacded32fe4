"""What is wrong with a query, where in it, and what to write instead."""

from __future__ import annotations

from reviewer.errors import ReviewerError
from reviewer.site.index.messages import QueryProblem


class QueryError(ReviewerError):
    """A query that says nothing; ``start`` and ``end`` are code points of its text."""

    def __init__(self, what: str, *, remedy: str = "", start: int = 0, end: int = 0) -> None:
        super().__init__(what, remedy=remedy)
        self.start = start
        self.end = end

    @property
    def problem(self) -> QueryProblem:
        """The same as a value that can cross to another process."""
        return QueryProblem(f"{self.what} {self.remedy}".strip(), self.start, self.end)
