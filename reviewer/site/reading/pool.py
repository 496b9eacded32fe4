"""Reads many posts with two processes: this one, and a worker that shares the parsing.

Both work through the same chunks of paths: the worker is given a few ahead,
this process reads the next one itself, and batches are handed out in the order
of the paths. A worker that dies costs no more than reading its chunks here.
"""

from __future__ import annotations

import logging
import os
import time
from collections import deque
from typing import TYPE_CHECKING, Any

from reviewer.site.reading.worker import Job, Task, Worker, WorkerLost, start_worker
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from reviewer.site.engines.engine import Engine
    from reviewer.site.reading.posts import ReadPost

    OnBatch = Callable[[list[ReadPost], int, int], None]

_log = logging.getLogger(__name__)

CHUNK = 64
"""Posts in a batch: few enough for the first to be there at once, and for a pipe to hold them."""
WORTHWHILE = 300
"""Posts below which starting a worker takes longer than reading them."""
MOST_KEPT = 40
"""Batches that wait for an earlier one before this process waits too and reads no further."""
HEARTBEAT = 0.05
"""Seconds between two looks at whether the reading has been cancelled."""


def _nothing(_start: int) -> None:
    """For work that takes no material."""


class Readers:
    """This process and, for many posts, a worker; a context manager that ends the worker.

    The worker is kept from one reading to the next. Call ``start`` early, while
    there is but one thread: then it comes from a fork and is there within
    milliseconds; later it is a new Python that has to start first.
    """

    def __init__(self, processes: int = 2) -> None:
        self._wanted = processes > 1
        self._worker: Worker | None = None

    def start(self) -> None:
        """Start the worker now and not with the first reading that is worth it."""
        if self._wanted and self._worker is None:
            self._worker = start_worker()

    def read(
        self,
        root: str | os.PathLike[str],
        paths: Sequence[str],
        engine: Engine,
        on_batch: OnBatch,
        cancelled: Callable[[], bool] = never,
        *,
        with_body: bool = False,
    ) -> None:
        """Read the posts at ``paths``, which are relative to ``root``, in their order.

        ``on_batch(posts, done, total)`` is called in this thread; with no posts
        at all it is called once with an empty batch. Nothing is raised for a
        file: its post says what is wrong. Once ``cancelled`` no batch follows.
        """
        job = Job(os.fspath(root), paths, engine, CHUNK, with_body=with_body)
        done = 0
        for batch in self.share(job, cancelled):
            done += len(batch)
            on_batch(batch, done, job.total)
        if not job.total and not cancelled():
            on_batch([], 0, 0)

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def share(
        self,
        job: Task,
        cancelled: Callable[[], bool] = never,
        fetch: Callable[[int], Any] = _nothing,
    ) -> Iterator[list[Any]]:
        """What all chunks come to, in order; ``fetch`` gets the material of one."""
        if job.total >= WORTHWHILE and not cancelled():
            self.start()
        waiting = deque(range(0, job.total, job.chunk))
        done: dict[int, list[Any]] = {}
        for turn in range(0, job.total, job.chunk):
            while turn not in done and not cancelled():
                self._further(job, fetch, waiting, done)
            if cancelled():
                return
            yield done.pop(turn)

    def _further(
        self,
        job: Task,
        fetch: Callable[[int], Any],
        waiting: deque[int],
        done: dict[int, list[Any]],
    ) -> None:
        """Bring the work on: keep the worker busy, then do a chunk here or await one."""
        is_crowded = len(done) >= MOST_KEPT
        if self._worker is not None:
            seconds = 0.0 if waiting and not is_crowded and not job.apart else HEARTBEAT
            self._exchange(self._worker, job, fetch, waiting, done, seconds)
        if waiting and (self._worker is None or not (is_crowded or job.apart)):
            start = waiting.popleft()
            done[start] = job.do(start, fetch(start))

    def _exchange(
        self,
        worker: Worker,
        job: Task,
        fetch: Callable[[int], Any],
        waiting: deque[int],
        done: dict[int, list[Any]],
        seconds: float,
    ) -> None:
        """Take what the worker has done, within so many seconds, and give it more to do."""
        try:
            if not worker.takes(job):  # it has not begun yet, or still reads for what was cancelled
                time.sleep(seconds)
                return
            while answer := worker.answer(seconds):
                done[answer[0]] = answer[1]
                seconds = 0.0
            while waiting and len(worker.asked) < job.ahead:
                start = waiting.popleft()
                worker.ask(start, fetch(start))
        except WorkerLost:
            _log.warning("the second process that reads posts has ended; going on with one")
            waiting.extendleft(reversed(worker.asked))
            self._wanted = False
            self.close()


def read_all(
    root: str | os.PathLike[str],
    paths: Sequence[str],
    engine: Engine,
    on_batch: OnBatch,
    cancelled: Callable[[], bool] = never,
    processes: int = 2,
) -> None:
    """``Readers.read`` with a worker for this reading alone."""
    with Readers(processes) as readers:
        readers.read(root, paths, engine, on_batch, cancelled)
