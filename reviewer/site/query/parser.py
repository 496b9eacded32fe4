"""From the text of a query to what it says.

``category:News problems>0 date>=2026-01 -tag:draft "exact words"`` keeps posts
for which every term holds; ``OR`` between two terms, or groups in brackets,
keeps those of either. OR binds less than standing side by side:
``a b OR c`` is ``(a b) OR c``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.query.meaning import meaning
from reviewer.site.query.problem import QueryError
from reviewer.site.query.terms import All, Any, Not
from reviewer.site.query.tokens import CLOSE, END, NOT, OPEN, OR, TERM, Token, tokens

if TYPE_CHECKING:
    from reviewer.site.index.messages import QueryProblem
    from reviewer.site.query.terms import Term

DEEPEST = 50
LONGEST = 10_000
"""Characters, all of which are looked at with each key that is pressed."""
MOST = 100
"""Terms, each of which may take a look at every post."""


def parse(query: str) -> Term:
    """What ``query`` says; raises ``QueryError`` where it says nothing."""
    if len(query) > LONGEST:
        remedy = f"At most {LONGEST:,} characters can be searched for at once."
        raise QueryError("This is too long.", remedy=remedy, start=LONGEST, end=len(query))
    found = list(tokens(query))
    terms = [token for token in found if token.kind == TERM]
    if len(terms) > MOST:
        remedy = f"At most {MOST} can be searched for at once."
        raise _at(terms[MOST], "These are too many words.", remedy)
    return _Parser(found, len(query)).whole()


def problem_of(query: str) -> QueryProblem | None:
    """What is wrong with ``query``; ``None`` where nothing is."""
    try:
        parse(query)
    except QueryError as error:
        return error.problem
    return None


class _Parser:
    def __init__(self, found: list[Token], length: int) -> None:
        self._tokens = [*found, Token(END, length, length)]
        self._place = 0
        self._open: list[Token] = []

    def whole(self) -> Term:
        term = self._either()
        if self._kind == CLOSE:
            raise _at(self._next(), "No bracket is open here.", "Take it away.")
        return term

    @property
    def _kind(self) -> str:
        return self._tokens[self._place].kind

    def _next(self) -> Token:
        token = self._tokens[self._place]
        self._place += 1
        return token

    def _either(self) -> Term:
        terms = [self._together()]
        while self._kind == OR:
            sign = self._next()
            if not self._starts_term or terms[-1] == All():
                raise _at(sign, "“OR” needs something on both sides.", "Write news OR opinion.")
            terms.append(self._together())
        return terms[0] if len(terms) == 1 else Any(tuple(terms))

    def _together(self) -> Term:
        terms = []
        while self._starts_term:
            terms.append(self._one())
        return terms[0] if len(terms) == 1 else All(tuple(terms))

    @property
    def _starts_term(self) -> bool:
        return self._kind in (TERM, NOT, OPEN)

    def _one(self) -> Term:
        negated = False
        while self._kind == NOT:
            minus = self._next()
            negated = not negated
            if not self._starts_term:
                raise _at(minus, "“-” leaves out what follows it.", "Write -draft, say.")
        term = self._group() if self._kind == OPEN else meaning(self._next())
        return Not(term) if negated else term

    def _group(self) -> Term:
        opening = self._next()
        self._open.append(opening)
        if len(self._open) > DEEPEST:
            raise _at(opening, "There are too many brackets within brackets.", "Take some away.")
        term = self._either()
        if self._kind != CLOSE:
            raise _at(opening, "This bracket is not closed.", "Put a ) where the group ends.")
        self._next()
        self._open.pop()
        return term


def _at(token: Token, what: str, remedy: str) -> QueryError:
    return QueryError(what, remedy=remedy, start=token.start, end=token.end)
