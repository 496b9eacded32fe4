"""Finds the posts of a folder that fit a query, for the commands that take ``--where``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.progress import meter
from reviewer.errors import ReviewerError
from reviewer.site.index.messages import Search
from reviewer.site.query.parser import parse
from reviewer.site.query.terms import Number, conditions

if TYPE_CHECKING:
    from reviewer.site.index.library import Library


def find(library: Library, query: str) -> set[int]:
    """The ids of the posts that fit ``query``; raises ``ReviewerError`` for one that is wrong.

    The posts are read, and checked where the query asks for what was found in them.
    """
    search = Search(query)
    with meter("Reading") as show:
        library.refresh(lambda _news: None)
        problem = library.search(search).problem
        if problem is not None:
            raise ReviewerError(f"“{query}” is no query: {problem.message}")
        if any(isinstance(each, Number) for each in conditions(parse(query))):
            library.check(lambda _batch, done, total: show(done, total))
        library.gather(search, show)
    return set(library.safely(lambda: library.search(search)).ids)
