"""Planning on both cores, while the process that asks stays free for its window.

A few posts are planned where they are asked for, since starting a process costs
as much as some thousand of them. Processes are started once and then serve
every plan of a folder, so that a preview can follow the typing.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING

from reviewer.desk.bulk.planning import Planned, Planner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.desk.bulk.planning import Edit, Guides
    from reviewer.site.folder import Folder

FEW = 300
"""Posts that are planned without other processes."""
CHUNK = 100
PROCESSES = 2


class Planners:
    """Plans edits of one folder's posts; ``close`` ends the processes that were started."""

    def __init__(
        self, folder: Folder, guides: Guides | None = None, *, processes: int = PROCESSES
    ) -> None:
        self._folder = folder
        self._guides = guides
        self._count = min(processes, os.cpu_count() or 1)
        self._pool: ProcessPoolExecutor | None = None
        self._is_closed = False
        self._lock = Lock()

    def plan(self, edit: Edit, cancelled: Callable[[], bool]) -> Iterator[list[Planned]]:
        """What becomes of each post, in the order of the paths, batch by batch."""
        parts = deque(_parts(edit))
        if len(edit.paths) > FEW and self._count > 1:
            # A process may be ended by others, for want of memory: what is left is planned here.
            with suppress(BrokenProcessPool):
                yield from self._plan_elsewhere(parts, cancelled)
        while parts and not cancelled():
            yield list(Planner(self._folder, parts.popleft(), self._guides).plan(cancelled))

    def close(self) -> None:
        """End the processes; a plan that is under way is left."""
        with self._lock:
            self._is_closed = True
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def _plan_elsewhere(
        self, parts: deque[Edit], cancelled: Callable[[], bool]
    ) -> Iterator[list[Planned]]:
        """Take the parts from the queue as they have been planned."""
        pool = self._started()
        if pool is None:
            return
        pending: deque[Future[list[Planned]]] = deque()
        try:
            while parts and not cancelled():
                for part in islice(parts, len(pending), 2 * self._count + 1):
                    pending.append(pool.submit(_plan, part))
                planned = pending.popleft().result()
                parts.popleft()
                yield planned
        finally:
            for future in pending:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor | None:
        with self._lock:
            if self._pool is None and not self._is_closed:
                # Never a fork: the window has threads, whose locks the child would inherit.
                self._pool = ProcessPoolExecutor(
                    self._count, get_context("spawn"), _adopt, (self._folder, self._guides)
                )
            return self._pool


def _parts(edit: Edit) -> Iterator[Edit]:
    for start in range(0, len(edit.paths), CHUNK):
        paths = tuple(edit.paths[start : start + CHUNK])
        yield replace(edit, paths=paths, unsaved=edit.unsaved.intersection(paths))


# In the processes

_given: list[tuple[Folder, Guides | None]] = []


def _adopt(folder: Folder, guides: Guides | None) -> None:
    _given[:] = [(folder, guides)]


def _plan(edit: Edit) -> list[Planned]:
    folder, guides = _given[0]
    return list(Planner(folder, edit, guides).plan())
