"""A librarian whose work is done in a process of its own, which is started anew if it dies."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from itertools import count
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError
from reviewer.site.index.messages import Answer, Failed, Ready
from reviewer.site.index.questions import (
    BASELINE,
    FACETS,
    NEIGHBOURS,
    REMARKS,
    SEARCH,
    SURVEY,
    VALUES,
    Question,
)
from reviewer.site.index.wire import Closed, Happened, Open, Refresh, Sender, Stop, receive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.schema.neighbours import Question as Asked
    from reviewer.site.index.messages import News, Search

    Told = Callable[[Answer], None]

_log = logging.getLogger(__name__)

CHILD = "reviewer.site.index.child"
PATIENCE = 5.0
"""Seconds that the process has to end once its input has ended."""
TRIES = 3
"""How often it may die before the work on a folder is done."""


class ProcessLibrarian:
    """Fits ``Librarian``; news and answers come in a thread of its own."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._sender: Sender | None = None
        self._listener: Thread | None = None
        self._tickets = count(1)
        self._asked: dict[int, tuple[Question, Told]] = {}
        self._unanswered: set[int] = set()
        self._opened: Open | None = None
        self._on_news: Callable[[News], None] | None = None
        self._deaths = 0

    def start(self) -> None:
        """Have the process ready before it is needed: starting it takes tenths of a second."""
        with self._lock:
            if self._process is None:
                self._start()

    def open(self, root: Path, on_news: Callable[[News], None]) -> None:
        """Leave the folder that was open, then read, learn, check and watch this one."""
        with self._lock:
            session = self._opened.session + 1 if self._opened else 1
            self._opened = Open(session, root)
            self._on_news = on_news
            self._asked = {}
            self._unanswered = set()
            self._deaths = 0
            if self._process is None:
                self._start()
            else:
                self._send(self._opened)

    def refresh(self, paths: Sequence[str] | None = None, *, force: bool = False) -> None:
        """Look again at these files (and below these folders), or at all."""
        with self._lock:
            self._send(Refresh(None if paths is None else tuple(paths), force))

    def stop(self) -> None:
        """Leave reading and checking where they stand."""
        with self._lock:
            self._send(Stop())

    def search(self, search: Search, told: Told, lane: str = "list") -> None:
        """Ask which posts fit: ``told`` hears it again whenever more is known of them.

        Only the newest search of a ``lane`` is answered.
        """
        with self._lock:
            for ticket, (question, _told) in tuple(self._asked.items()):
                if question.kind == SEARCH and question.lane == lane:
                    del self._asked[ticket]
            self._ask(SEARCH, search, told, lane)

    def facets(self, told: Told) -> None:
        """Ask for the counts of folders, fields, tags, years and states."""
        with self._lock:
            self._ask(FACETS, None, told)

    def values(self, field: str, told: Told) -> None:
        """Ask for the values of one field."""
        with self._lock:
            self._ask(VALUES, field, told)

    def neighbours(self, path: str, questions: Sequence[Asked], told: Told) -> None:
        """Ask what the post at ``path`` has to know of others."""
        with self._lock:
            self._ask(NEIGHBOURS, (path, tuple(questions)), told)

    def remarks(self, path: str, data: bytes, told: Told) -> None:
        """Ask what the rules find in a post with these bytes."""
        with self._lock:
            self._ask(REMARKS, (path, data), told)

    def survey(self, told: Told) -> None:
        """Ask for the types that posts have and for what stands out."""
        with self._lock:
            self._ask(SURVEY, None, told)

    def baseline(self, told: Told) -> None:
        """Ask for the text of a baseline of all findings that there are now."""
        with self._lock:
            self._ask(BASELINE, None, told)

    def close(self) -> None:
        """End the process; nothing is told after this returns."""
        with self._lock:
            process, self._process = self._process, None
            sender, listener = self._sender, self._listener
            self._opened = self._on_news = None
            self._asked = {}
        if process is not None and sender is not None and listener is not None:
            sender.close()
            _end(process)
            listener.join()

    # With the lock held

    def _ask(self, kind: str, about: Any, told: Told, lane: str = "") -> None:
        question = Question(next(self._tickets), kind, about, lane)
        if self._deaths >= TRIES:
            told(Answer(question.ticket, None, _gave_up()))
            return
        self._asked[question.ticket] = (question, told)
        self._unanswered.add(question.ticket)
        self._send(question)

    def _send(self, message: Any) -> None:
        if self._sender is not None and self._process is not None:
            try:
                self._sender.send(message)
            except Closed:  # it has just died; whoever listens to it starts another
                _log.info("not sent: %s", type(message).__name__)

    def _start(self) -> None:
        """Start a process and have it do what is still to be done."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdin is not None
        self._process = process
        self._sender = Sender(process.stdin)
        if self._opened is not None:
            self._send(self._opened)
        for question, _told in self._asked.values():
            self._send(question)
        self._listener = Thread(target=self._listen, args=(process,), name="librarian", daemon=True)
        self._listener.start()

    # In the thread that listens

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        with process.stdout as pipe:
            try:
                while True:
                    self._hear(receive(pipe))
            except Closed:
                self._died(process)

    def _hear(self, message: Any) -> None:
        match message:
            case Happened(session, news):
                on_news = self._listening_to(session)
                if isinstance(news, Ready):
                    self._deaths = 0
                if on_news is not None:
                    on_news(news)
            case Answer(ticket):
                self._unanswered.discard(ticket)
                _question, told = self._asked.get(ticket, (None, None))
                if _question is not None and _question.kind != SEARCH:
                    self._asked.pop(ticket, None)
                if told is not None:
                    told(message)

    def _listening_to(self, session: int) -> Callable[[News], None] | None:
        with self._lock:
            is_current = self._opened is not None and self._opened.session == session
            return self._on_news if is_current else None

    def _died(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            if self._process is not process:
                return  # it was asked to end
            _log.warning("the process that keeps the index has died")
            if self._sender is not None:
                self._sender.close()
            process.wait()
            self._process = None
            self._deaths += 1
            if self._deaths < TRIES and self._opened is not None:
                self._start()
                return
            on_news, unheard = self._on_news, self._given_up()
        if on_news is not None:
            on_news(Failed(_gave_up()))
        for ticket, told in unheard:
            told(Answer(ticket, None, _gave_up()))

    def _given_up(self) -> list[tuple[int, Told]]:
        """Those who wait for an answer that will not come; what was answered stays so."""
        asked, self._asked = self._asked, {}
        waiting, self._unanswered = self._unanswered, set()
        return [(ticket, told) for ticket, (_question, told) in asked.items() if ticket in waiting]


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _gave_up() -> ReviewerError:
    return ReviewerError(
        "The posts could not be read: the part of Reviewer that does it stopped several times.",
        remedy="Open the folder again.",
    )
