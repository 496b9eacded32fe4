"""Finds the posts of a folder that fit a query, for the commands that take ``--where``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.progress import complain, meter
from reviewer.errors import ReviewerError
from reviewer.site.index.messages import Search
from reviewer.site.query import fields
from reviewer.site.query.parser import parse, problem_of
from reviewer.site.query.terms import Number, State, conditions

if TYPE_CHECKING:
    from reviewer.site.index.library import Library
    from reviewer.site.index.messages import QueryProblem


def find(library: Library, query: str) -> set[int]:
    """The ids of the posts that fit ``query``; raises ``ReviewerError`` for one that is wrong.

    The posts are read, and checked where the query asks for what was found in them. What is
    wrong is pointed at on standard error.
    """
    search = Search(query, literal=True)
    problem = problem_of(query)
    if problem is not None:
        complain(pointed(query, problem))
        raise ReviewerError(problem.message)
    with meter("Reading") as show:
        library.refresh(lambda _news: None)
        if _asks_findings(query):
            library.check(lambda _batch, done, total: show(done, total))
            library.examine(lambda _batch, done, total: show(done, total))
        library.gather(search, show)
    return set(library.safely(lambda: library.search(search)).ids)


def pointed(query: str, problem: QueryProblem) -> str:
    """The query in one line, and below it a mark under the part that is wrong."""
    shown = "".join(each if each.isprintable() else " " for each in query)
    width = max(problem.end - problem.start, 1)
    return f"{shown}\n{' ' * problem.start}{'^' * width}"


def _asks_findings(query: str) -> bool:
    """Whether it matters what checking the posts finds."""
    return any(
        isinstance(each, Number) or each == State(fields.CLEAR) for each in conditions(parse(query))
    )
