"""Work that is done one after the other in a thread of its own, and can be called off."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    Cancelled = Callable[[], bool]
    Job = Callable[[Cancelled], None]


class Worker:
    """Jobs are handed a function that says whether they have been called off."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[tuple[Job, int | None, Hashable] | None] = SimpleQueue()
        self._generation = 0
        self._waiting: set[Hashable] = set()
        self._thread = Thread(target=self._run, name="worker", daemon=True)
        self._thread.start()

    def do(self, job: Job, key: Hashable = None) -> None:
        """Have a job done after those before it; with a ``key``, unless such a one waits."""
        if key is None or key not in self._waiting:
            self._waiting.add(key)
            self._jobs.put((job, self._generation, key))

    def must(self, job: Job) -> None:
        """Have a job done that nobody calls off, since somebody waits for what it says."""
        self._jobs.put((job, None, None))

    @property
    def is_wanted(self) -> bool:
        """Whether other jobs wait for the one that is being done."""
        return not self._jobs.empty()

    def call_off(self) -> None:
        """Neither go on with nor begin what was asked for until now."""
        self._generation += 1
        self._waiting = set()

    def end(self, patience: float) -> None:
        """Call everything off and wait for the thread, but not for ever."""
        self.call_off()
        self._jobs.put(None)
        self._thread.join(patience)

    def _run(self) -> None:
        while (found := self._jobs.get()) is not None:
            job, generation, key = found
            if generation is None:
                job(never)
            elif generation == self._generation:
                self._waiting.discard(key)
                job(self._is_called_off(generation))

    def _is_called_off(self, generation: int) -> Cancelled:
        return lambda: generation != self._generation
