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


class Answering:
    """Questions come in from any thread, answers go to ``tell``."""

    def __init__(self, keeper: Keeper, worker: Worker, tell: Callable[[Answer], None]) -> None:
        self._keeper = keeper
        self._worker = worker
        self._tell = tell
        self._waiting: dict[Hashable, Question] = {}
        self._newest: dict[str, int] = {}
        self._searched: tuple[str, Library | None] = ("", None)
        self._changed = Condition()
        Thread(target=self._run, name="answering", daemon=True).start()

    def ask(self, question: Question) -> None:
        """Have a question answered, and an older search no longer."""
        with self._changed:
            if question.kind == SEARCH:
                self._newest[question.lane] = question.ticket
                lane, library = self._searched
                if lane == question.lane and library is not None:
                    library.store.interrupt()
            self._put(question)

    def _put(self, question: Question) -> None:
        with self._changed:
            about = question.lane if question.kind == SEARCH else question.about
            key = (question.kind, about)
            self._waiting[key] = question
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                question = self._waiting.pop(next(iter(self._waiting)))
                library = self._keeper.library
                self._searched = (question.lane, library if question.kind == SEARCH else None)
            if question.kind in LONG:
                self._worker.do(partial(self._answer_at_length, question))
            else:
                self._answer(library, question)

    def _answer(self, library: Library | None, question: Question) -> None:
        store = library.store if library else None
        try:
            found = answer(library, question)
        except sqlite3.ProgrammingError:  # the folder, or its database, has just been changed
            self._repeat(question)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                self._repeat(question)
            else:
                self._worker.do(partial(self._mend, store, error, question))
        else:
            self._answered(question, found)

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
