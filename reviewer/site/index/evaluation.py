"""Works out which posts a query keeps: each condition once, then set by set."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from reviewer.site.index import masks
from reviewer.site.index.ids import ids_of
from reviewer.site.index.messages import (
    ALONE,
    APPROVED,
    CHANGED,
    DRAFTS,
    FIELD,
    FOLDER,
    PROBLEMS,
    QUEUE,
    STATE,
    WAITING,
    YEAR,
    Scope,
)
from reviewer.site.query import fields, sql
from reviewer.site.query.periods import bounds
from reviewer.site.query.terms import (
    EVERY_POST,
    All,
    Any,
    Date,
    Not,
    Number,
    State,
    Text,
    Word,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.site.index.columns import Columns
    from reviewer.site.index.store import Store
    from reviewer.site.query.terms import Condition, Term

REMEMBERED = 64
"""Sets that are kept, since the next key press asks for most of them again."""

_QUEUES: dict[str, Term] = {
    WAITING: State(fields.WAITING),
    PROBLEMS: Number("problems", ">", 0),
    APPROVED: State(fields.APPROVED),
    DRAFTS: State(fields.DRAFT),
}


class Evaluation:
    """Sets of posts for conditions and scopes; ``changed`` are those with unsaved edits."""

    def __init__(self, store: Store, columns: Columns) -> None:
        self._store = store
        self._columns = columns
        self._known: dict[Condition | Scope, int] = {}
        self.changed: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """One more than the largest id."""
        return len(self._columns.paths)

    def forget(self) -> None:
        """Work out everything anew, since the posts have changed."""
        self._known.clear()

    def forget_counts(self) -> None:
        """Work out anew what goes by findings, since only those have changed."""
        self._known = {each: posts for each, posts in self._known.items() if not _counts(each)}

    def term(self, term: Term) -> int:
        """The posts that ``term`` holds for."""
        match term:
            case All(terms):
                return reduce(and_, map(self.term, terms), self._columns.everyone)
            case Any(terms):
                return reduce(or_, map(self.term, terms), masks.NOBODY)
            case Not(inner):
                return self._columns.everyone & ~self.term(inner)
            case State(fields.CHANGED):
                return self._ids(self.changed)
            case _:
                return self._remembered(term)

    def scope(self, scope: Scope) -> int:
        """The posts that a queue, a folder or a value of a field stands for."""
        if scope == Scope(QUEUE, CHANGED):
            return self._ids(self.changed)
        return self._remembered(scope)

    def _scope(self, scope: Scope) -> int:
        if scope.kind == FOLDER:
            return self._asked(sql.within_folder(scope.name, alone=scope.value == ALONE))
        if scope.kind == FIELD:
            return self._asked(sql.with_value(scope))
        if scope.kind == YEAR:
            return self.term(Date("=", scope.name))
        if scope.kind == STATE:
            return self.term(State(scope.name))
        return self.term(_QUEUES.get(scope.name, EVERY_POST))

    def _remembered(self, condition: Condition | Scope) -> int:
        found = self._known.get(condition)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[condition] = self._worked_out(condition)
        return found

    def _worked_out(self, condition: Condition | Scope) -> int:
        columns = self._columns
        match condition:
            case Scope():
                return self._scope(condition)
            case Word(text):
                return masks.from_bytes(columns.with_word(text.casefold()))
            case Text(name, text, exact=False):
                return masks.from_bytes(columns.with_text(name, text.casefold()))
            case Date(sign, period):
                return masks.from_bytes(columns.dated(*bounds(sign, period)))
            case _:
                return self._asked(sql.question(condition))

    def _asked(self, question: sql.Question) -> int:
        with self._store.reading() as db:
            return self._ids(ids_of(db, question.sql, question.parameters))

    def _ids(self, posts: Iterable[int]) -> int:
        return masks.from_ids(posts, self.size)


def _counts(condition: Condition | Scope) -> bool:
    """Whether a condition asks for what was found in posts."""
    if isinstance(condition, Scope):
        return condition.kind in (QUEUE, STATE)
    return isinstance(condition, Number | State)
