"""Answers questions in a thread of its own, while another reads and checks the posts.

Of the searches in one lane (the list's, the palette's) only the newest counts:
an older one that is still being answered is broken off.
"""

from __future__ import annotations

import sqlite3
import time
from functools import partial
from threading import Condition, Thread
from typing import TYPE_CHECKING

from reviewer.site.index.messages import Found
from reviewer.site.index.questions import LONG, SEARCH, Question, answer

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from reviewer.site.index.jobs import Cancelled, Worker
    from reviewer.site.index.keeping import Keeper
    from reviewer.site.index.library import Library
    from reviewer.site.index.messages import Answer
    from reviewer.site.index.store import Store

AGAIN = 1.0
"""Seconds after which a search is answered anew while what it asks for is being gathered."""

PREPARE = "prepare"
"""No question from outside: nobody is told."""
_TURNS = {SEARCH: 0, PREPARE: 2}
"""What is answered before and after everything else."""


class Answering:
    """Questions come in from any thread, answers go to ``tell``."""

    def __init__(self, keeper: Keeper, worker: Worker, tell: Callable[[Answer], None]) -> None:
        self._keeper = keeper
        self._worker = worker
        self._tell = tell
        self._waiting: dict[tuple[str, Hashable], Question] = {}
        self._newest: dict[str, int] = {}
        self._busy: tuple[Question, Library] | None = None
        self._is_held = False
        self._changed = Condition()
        Thread(target=self._run, name="answering", daemon=True).start()

    def ask(self, question: Question) -> None:
        """Have a question answered, and an older search no longer."""
        with self._changed:
            if question.kind == SEARCH:
                self._newest[question.lane] = question.ticket
                self._make_way(question)
            self._put(question)

    def hold(self) -> None:
        """Answer nothing until ``go_on``: the folder that it would be about is being opened."""
        with self._changed:
            self._is_held = True

    def go_on(self) -> None:
        """Answer what has been asked meanwhile, and all that is to come."""
        with self._changed:
            self._is_held = False
            self._changed.notify()

    def prepare(self) -> None:
        """When there is nothing else to do, do what the next search would have to wait for."""
        self._put(Question(0, PREPARE, None))

    def _make_way(self, search: Question) -> None:
        """Break off what a search need not wait for: counts, and an older one in its lane."""
        if self._busy is not None:
            question, library = self._busy
            if question.kind != SEARCH or question.lane == search.lane:
                library.store.interrupt()

    def _put(self, question: Question) -> None:
        with self._changed:
            asked = question.lane if question.kind == SEARCH else question.ticket
            self._waiting[question.kind, asked] = question
            self._changed.notify()

    def _next(self) -> Question:
        """Searches go first, since somebody types them."""
        return self._waiting.pop(min(self._waiting, key=lambda key: _TURNS.get(key[0], 1)))

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting and not self._is_held)
                question, library = self._next(), self._keeper.library
                self._busy = None if library is None else (question, library)
            if question.kind in LONG:
                self._worker.must(partial(self._answer_at_length, question))
            else:
                self._answer(library, question)
            with self._changed:
                self._busy = None

    def _answer(self, library: Library | None, question: Question) -> None:
        # Not its truth: that would count its posts.
        store = library.store if library is not None else None
        try:
            found = self._worked_out(library, question)
        except sqlite3.ProgrammingError:  # the folder, or its database, has just been changed
            self._repeat(question)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                self._repeat(question)
            else:
                self._worker.must(partial(self._mend, store, error, question))
        else:
            if found is not None:
                self._answered(question, found)

    def _worked_out(self, library: Library | None, question: Question) -> Answer | None:
        if question.kind != PREPARE:
            return answer(library, question)
        for _step in library.finder.prepare() if library is not None else ():
            if self._waiting:  # it can go on later
                self._put(question)
                break
        return None

    def _answered(self, question: Question, found: Answer) -> None:
        if self._counts(question):
            self._tell(found)
            if isinstance(found.value, Found) and found.value.pending:
                self._worker.do(partial(self._gather, question))

    def _repeat(self, question: Question) -> None:
        if self._counts(question):
            self._put(question)

    def _counts(self, question: Question) -> bool:
        return question.kind != SEARCH or question.ticket == self._newest[question.lane]

    # In the worker's thread

    def _answer_at_length(self, question: Question, _off: Cancelled) -> None:
        """Answer where posts are read, so that searches need not wait for it."""
        self._answer(self._keeper.library, question)

    def _mend(
        self, store: Store | None, error: sqlite3.Error, question: Question, _off: Cancelled
    ) -> None:
        self._keeper.mend(store, error)
        self._repeat(question)

    def _gather(self, question: Question, called_off: Callable[[], bool]) -> None:
        """Look into what the search is about, and answer it again as more is known."""
        library = self._keeper.library
        latest = time.monotonic()

        def tell(_done: int, _total: int) -> None:
            nonlocal latest
            if time.monotonic() - latest > AGAIN:
                latest = time.monotonic()
                self._repeat(question)

        def over() -> bool:
            return called_off() or not self._counts(question)

        if library is not None and not over():
            library.gather(question.about, tell, over)
            if not over():
                self._repeat(question)
