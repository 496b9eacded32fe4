"""Answers searches: which posts fit, in what order, and what could not be looked into yet."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING

from reviewer.site.index import masks
from reviewer.site.index.columns import COUNTS, NAMES, Columns
from reviewer.site.index.evaluation import Evaluation
from reviewer.site.index.fulltext import FullText
from reviewer.site.index.fuzzy import Vocabulary, ranked
from reviewer.site.index.messages import FIELD, Found
from reviewer.site.index.orders import Orders
from reviewer.site.index.values import Values
from reviewer.site.query.parser import parse
from reviewer.site.query.problem import QueryError
from reviewer.site.query.terms import (
    All,
    Any,
    Compared,
    IsSet,
    Phrase,
    Value,
    Word,
    conditions,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reviewer.site.index.messages import Search
    from reviewer.site.index.store import Store
    from reviewer.site.query.terms import Term

BEST = "best"

Pairs = tuple[tuple[str, str], ...]
"""Typed words and those that were looked for instead."""


class Finder:
    """Searches the posts in ``store``, whose files lie at ``root``, one search at a time.

    What fields and texts say is gathered on demand, which may go on in another thread.
    """

    def __init__(self, store: Store, root: Path) -> None:
        self.values = Values(store)
        self.full_text = FullText(store, root)
        self._columns = Columns(store)
        self._orders = Orders(store)
        self._evaluation = Evaluation(store, self._columns)
        self._gathered = (0, 0)
        self._vocabulary: Vocabulary | None = None

    def search(self, search: Search) -> Found:
        """The posts that fit, as far as is known by now."""
        try:
            term = parse(search.query)
        except QueryError as error:
            return Found(problem=error.problem)
        self._refresh()
        self._evaluation.changed = search.changed
        term, similar = (term, ()) if search.literal else self._corrected(term)
        pending = self._missing(search)
        fitting = self._evaluation.term(term) & self._evaluation.scope(search.scope)
        ids = masks.picked(self._orders.get(search.order), fitting, self._evaluation.size)
        if search.order == BEST:
            ids = array("I", ranked(search.query.casefold(), ids, self._columns.titles))
        return Found(ids, pending=pending, similar=similar)

    def prepare(self) -> Iterator[None]:
        """Do what later searches would have to wait for, in steps of some hundredths."""
        self._refresh()
        yield
        yield from self._orders.prepare()
        if self._vocabulary is None:
            vocabulary = Vocabulary()
            yield from vocabulary.learn([*self._columns.titles, *self._columns.paths])
            self._vocabulary = vocabulary

    def gather(
        self, search: Search, told: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Gather all that a whole answer to ``search`` needs; ``told(done, total)``."""
        for gatherer in self._asked(search):
            gatherer.queue.make()
            total = gatherer.queue.missing()
            done = 0
            while not cancelled() and (some := gatherer.gather()):
                done += some
                told(done, max(total, done))

    def _missing(self, search: Search) -> int:
        """How many posts may be left out only because they wait to be looked into."""
        asked = self._asked(search)
        for gatherer in asked:
            gatherer.queue.make()
        return max((gatherer.queue.missing() for gatherer in asked), default=0)

    def _asked(self, search: Search) -> tuple[Values | FullText, ...]:
        """Whose knowledge a whole answer to ``search`` needs."""
        try:
            found = conditions(parse(search.query))
        except QueryError:
            return ()
        by_value = search.scope.kind == FIELD
        by_value |= any(isinstance(each, Value | Compared | IsSet) for each in found)
        by_text = any(isinstance(each, Phrase) for each in found)
        asked = ((self.values, by_value), (self.full_text, by_text))
        return tuple(gatherer for gatherer, is_asked in asked if is_asked)

    def _refresh(self) -> None:
        """Let go of what holds no longer."""
        changed = self._columns.refresh()
        gathered = (self.values.queue.generation, self.full_text.queue.generation)
        if changed - {COUNTS} or gathered != self._gathered:
            self._evaluation.forget()
        elif changed:
            self._evaluation.forget_counts()
        self._gathered = gathered
        self._orders.drop(changed)
        if NAMES in changed:
            self._vocabulary = None

    def _corrected(self, term: Term) -> tuple[Term, Pairs]:
        """``term`` with words that occur nowhere replaced by similar ones, and which those are.

        What is to be left out is taken as it is written.
        """
        match term:
            case Word(text) if not self._evaluation.term(term):
                words = self._similar(text.casefold())
                return (Any(tuple(map(Word, words))) if words else term), tuple(
                    (text, word) for word in words
                )
            case All(terms) | Any(terms):
                found = [self._corrected(each) for each in terms]
                joined = type(term)(tuple(each for each, _pairs in found))
                return joined, tuple(chain.from_iterable(pairs for _each, pairs in found))
            case _:
                return term, ()

    def _similar(self, word: str) -> tuple[str, ...]:
        if self._vocabulary is None:
            self._vocabulary = Vocabulary()
            for _step in self._vocabulary.learn([*self._columns.titles, *self._columns.paths]):
                pass
        return self._vocabulary.similar(word)
