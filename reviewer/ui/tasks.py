"""The one way to do work off the GUI thread.

A function in, a callback on the GUI thread out. Of several runs under one key
only the newest is told: typing starts a render for every key press, and
nobody wants to see the old ones arrive late.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event as Flag
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QThreadPool

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.mailbox import Mailbox

T = TypeVar("T")


class Stream(Protocol):
    """What long work is handed: where its parts go, and whether to go on."""

    def send(self, part: Any) -> None:
        """Hand a part of the result to the GUI thread."""
        ...

    def cancelled(self) -> bool:
        """Whether nobody waits for this work any more."""
        ...


class Tasks(Protocol):
    """Runs functions in the background; the newest run of a key wins."""

    def run(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call ``done`` on the GUI thread with what ``work`` returned elsewhere."""
        ...

    def stream(
        self,
        key: str,
        work: Callable[[Stream], T],
        part: Callable[[Any], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Like ``run``, and ``part`` is called with whatever ``work`` sends on its way."""
        ...

    def cancel(self, key: str) -> None:
        """Forget the run of ``key``: neither ``part`` nor ``done`` will be called."""
        ...

    def is_busy(self, key: str = "") -> bool:
        """Whether a run of ``key`` (empty: of any key) has not been answered yet."""
        ...

    def close(self) -> None:
        """Cancel everything and wait for the threads."""
        ...


@dataclass(eq=False, slots=True)
class _Run:
    """One call of ``run`` or ``stream`` and who waits for it."""

    key: str
    work: Callable[[Stream], Any]
    part: Callable[[Any], None]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    flag: Flag = field(default_factory=Flag)


@dataclass(frozen=True, slots=True)
class _News:
    """What a thread tells the GUI thread about a run."""

    run: _Run
    kind: str
    value: Any = None


class _Worker:
    """Carries one run through a thread of the pool.

    No ``QRunnable``: the pool would hold on to those that end before ``start`` returns.
    """

    def __init__(self, run: _Run, tell: Callable[[_News], None]) -> None:
        self._run = run
        self._tell = tell

    def __call__(self) -> None:
        """Work, and tell how it ended; work that nobody waits for is not begun."""
        if self._run.flag.is_set():
            return
        try:
            result = self._run.work(self)
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told on the GUI thread
            self._tell(_News(self._run, "failed", error))
        else:
            self._tell(_News(self._run, "done", result))

    def send(self, part: Any) -> None:
        """Tell a part of the result."""
        self._tell(_News(self._run, "part", part))

    def cancelled(self) -> bool:
        """Whether nobody waits any more."""
        return self._run.flag.is_set()


class ThreadTasks:
    """Tasks on Qt's thread pool."""

    def __init__(self, unhandled: Callable[[Exception], None], mailbox: Mailbox) -> None:
        self._unhandled = unhandled
        self._mailbox = mailbox
        self._newest: dict[str, _Run] = {}
        self._pool = QThreadPool()

    def run(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call ``done`` on the GUI thread with what ``work`` returned elsewhere."""
        self.stream(key, lambda _stream: work(), _ignore, done, failed)

    def stream(
        self,
        key: str,
        work: Callable[[Stream], T],
        part: Callable[[Any], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Like ``run``, and ``part`` is called with whatever ``work`` sends on its way."""
        self.cancel(key)
        run = _Run(key, work, part, done, failed or self._unhandled)
        self._newest[key] = run
        self._pool.start(_Worker(run, self._tell))

    def cancel(self, key: str) -> None:
        """Forget the run of ``key``: neither ``part`` nor ``done`` will be called."""
        run = self._newest.pop(key, None)
        if run is not None:
            run.flag.set()

    def is_busy(self, key: str = "") -> bool:
        """Whether a run of ``key`` (empty: of any key) has not been answered yet."""
        return key in self._newest if key else bool(self._newest)

    def close(self) -> None:
        """Cancel everything and wait for the threads."""
        for key in tuple(self._newest):
            self.cancel(key)
        self._pool.waitForDone()
        self._mailbox.close()

    def _tell(self, news: _News) -> None:
        self._mailbox.post(lambda: self._deliver(news))

    def _deliver(self, news: _News) -> None:
        run = news.run
        if self._newest.get(run.key) is not run:
            return
        if news.kind == "part":
            run.part(news.value)
            return
        del self._newest[run.key]
        if news.kind == "done":
            run.done(news.value)
        else:
            run.failed(news.value)


def _ignore(_part: Any) -> None:
    """For work that has no parts."""
