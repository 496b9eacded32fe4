"""Planning on both cores, while the process that asks stays free for its window.

A few posts are planned where they are asked for, since starting a process costs
as much as some thousand of them. Processes are started once and then serve
every plan of a folder, so that a preview can follow the typing.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from threading import Lock
from typing import TYPE_CHECKING

from reviewer.desk.bulk.planning import BulkEdit, Planned, Planner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reviewer.desk.bulk.planning import Guides
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
        self._lock = Lock()

    def plan(self, edit: BulkEdit, cancelled: Callable[[], bool]) -> Iterator[list[Planned]]:
        """What becomes of each post, in the order of the paths, batch by batch."""
        if len(edit.paths) <= FEW or self._count < 2:
            yield from self._plan_here(edit, cancelled)
            return
        pending: deque[Future[list[Planned]]] = deque()
        try:
            for part in _parts(edit):
                if cancelled():
                    return
                pending.append(self._started().submit(_plan, part))
                if len(pending) > 2 * self._count:
                    yield pending.popleft().result()
            while pending and not cancelled():
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()

    def close(self) -> None:
        """End the processes; a plan that is under way is left."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def _plan_here(self, edit: BulkEdit, cancelled: Callable[[], bool]) -> Iterator[list[Planned]]:
        for part in _parts(edit):
            yield list(Planner(self._folder, part, self._guides).plan(cancelled))
            if cancelled():
                return

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                # Never a fork: the window has threads, whose locks the child would inherit.
                self._pool = ProcessPoolExecutor(
                    self._count, get_context("spawn"), _adopt, (self._folder, self._guides)
                )
            return self._pool


def _parts(edit: BulkEdit) -> Iterator[BulkEdit]:
    for start in range(0, len(edit.paths), CHUNK):
        paths = tuple(edit.paths[start : start + CHUNK])
        yield replace(edit, paths=paths, unsaved=edit.unsaved.intersection(paths))


# In the processes

_given: list[tuple[Folder, Guides | None]] = []


def _adopt(folder: Folder, guides: Guides | None) -> None:
    _given[:] = [(folder, guides)]


def _plan(edit: BulkEdit) -> list[Planned]:
    folder, guides = _given[0]
    return list(Planner(folder, edit, guides).plan())
