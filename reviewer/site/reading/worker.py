"""The other process that reads and checks posts: how it starts, what it is asked, how it ends.

Asked for a chunk, it answers with plain tuples in ``marshal``'s
form, the cheapest that Python has; both ends are always the same Python.
"""

from __future__ import annotations

import gc
import logging
import marshal
import multiprocessing
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any, Protocol

from reviewer.site.reading.posts import ReadPost, read_post

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

    from reviewer.site.engines.engine import Engine

_log = logging.getLogger(__name__)

AHEAD = 3
"""Chunks that the worker is given to read ahead of its answers."""
BEHIND = 10
"""By how much the work that nobody waits for steps back."""
PATIENCE = 2.0
"""Seconds that a worker has to end by itself once nobody listens any more."""


class Task(Protocol):
    """Work on ``total`` things that two processes can share in chunks, known by their first place.

    It crosses to the other process once, and what it comes to comes back as plain tuples. Of
    ``ahead`` chunks more than one is only for work that takes next to no ``material``, since two
    processes that both wait for the other to read would wait for ever. What is to be done
    ``apart`` is left to the other process, because in this one somebody waits for answers.
    """

    @property
    def total(self) -> int: ...
    @property
    def chunk(self) -> int: ...
    @property
    def ahead(self) -> int: ...
    @property
    def apart(self) -> bool: ...
    def do(self, start: int, material: Any) -> list[Any]:
        """What the chunk that begins at ``start`` comes to."""
        ...

    def plain(self, done: Any) -> tuple[Any, ...]:
        """What one thing came to, as nothing but tuples, numbers and text."""
        ...

    def made(self, plain: tuple[Any, ...]) -> Any:
        """The same as it was."""
        ...


class Job:
    """One reading: which posts, and how they are read."""

    def __init__(
        self, root: str, paths: Sequence[str], engine: Engine, chunk: int, *, with_body: bool
    ) -> None:
        self.root = root
        self.paths = list(paths)
        self.engine = engine
        self.total = len(self.paths)
        self.chunk = chunk
        self.ahead = AHEAD
        self.apart = False
        self.with_body = with_body

    def plain(self, done: ReadPost) -> tuple[Any, ...]:
        """The post as a tuple."""
        return tuple(done)

    def made(self, plain: tuple[Any, ...]) -> ReadPost:
        """The post."""
        return ReadPost._make(plain)

    def do(self, start: int, _material: Any) -> list[ReadPost]:
        """The posts of the chunk that begins at ``start``."""
        return [
            read_post(self.root, path, self.engine, with_body=self.with_body)
            for path in self.paths[start : start + self.chunk]
        ]


class WorkerLost(Exception):
    """The other process has ended without being asked to."""


class Worker:
    """The other process as seen from this one; its methods raise ``WorkerLost``.

    It greets when it has started, and is sent nothing before, so that a slow
    start keeps nobody waiting. Answers come in the order of the questions.
    """

    def __init__(self) -> None:
        is_fork = _can_fork()
        context: Any = multiprocessing.get_context("fork" if is_fork else "spawn")
        self._connection, other = context.Pipe()
        copied = self._connection if is_fork else None
        self._process = context.Process(target=serve, args=(other, copied), daemon=True)
        self._process.start()
        other.close()
        self._job: Task | None = None
        self._awaited = 1  # the greeting
        self.asked: list[int] = []

    def takes(self, job: Task) -> bool:
        """Whether chunks of this job can be asked for; it is told of the job once it is free."""
        if self._job is not job:
            self._job = None
            self.asked = []
            while self._awaited and self._try(self._connection.poll):
                self._try(self._connection.recv_bytes)  # the greeting, or what was left behind
                self._awaited -= 1
            if self._awaited == 0:
                self._try(self._connection.send, job)
                self._job = job
        return self._job is job

    def ask(self, start: int, material: Any) -> None:
        """Have a chunk of the job done."""
        self.asked.append(start)
        self._try(self._connection.send, (start, material))
        self._awaited += 1

    def answer(self, seconds: float) -> tuple[int, list[Any]] | None:
        """A chunk that has been done; ``None`` if there is none within this time."""
        if self._job is None or not self.asked or not self._try(self._connection.poll, seconds):
            return None
        answered = marshal.loads(self._try(self._connection.recv_bytes))
        self._awaited -= 1
        return self.asked.pop(0), list(map(self._job.made, answered))

    def close(self) -> None:
        """End the process; raises nothing."""
        self._connection.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()

    def _try(self, call: Callable[..., Any], *arguments: Any) -> Any:
        try:
            return call(*arguments)
        except (EOFError, OSError) as error:
            raise WorkerLost from error


def start_worker() -> Worker | None:
    """A worker, or ``None`` where no process can be had."""
    if multiprocessing.current_process().daemon:
        return None  # such a process may have no children
    try:
        return Worker()
    except OSError as error:
        _log.warning("reading with one process: %s", error)
        return None


def serve(connection: Connection[Any, Any], copied: Connection[Any, Any] | None) -> None:
    """What the worker does until nobody listens any more.

    ``copied`` is the other end, which a fork has too: left open, it would
    hide that the process at that end is gone.
    """
    if copied is not None:
        copied.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that began this
    gc.freeze()  # what a fork shares stays shared
    try:
        connection.send_bytes(b"")
        _answer(connection)
    except (EOFError, OSError):
        return


def _answer(connection: Connection[Any, Any]) -> None:
    job: Any = None
    while True:
        asked = connection.recv()
        if isinstance(asked, tuple):
            connection.send_bytes(marshal.dumps(list(map(job.plain, job.do(*asked)))))
        else:
            job = asked
            if job.apart:
                _step_back()


def _step_back() -> None:
    """Leave the processor to whoever somebody waits for; what is read later is read so as well."""
    if hasattr(os, "nice") and os.nice(0) < BEHIND:
        os.nice(BEHIND)


def _can_fork() -> bool:
    """Whether a fork is safe: on Linux, as long as no other thread may hold a lock."""
    return (
        sys.platform == "linux" and threading.active_count() == 1 and "PySide6" not in sys.modules
    )
