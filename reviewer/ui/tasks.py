"""The one way to do work off the GUI thread.

A function in, a callback on the GUI thread out. Of several runs under one key
only the newest is told: typing starts a render for every key press, and
nobody wants to see the old ones arrive late.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event as Flag
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

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


class _Mailbox(QObject):
    """Lives on the GUI thread and owns the signal, so that no worker holds a QObject."""

    arrived = Signal(object)

    def __init__(self, deliver: Callable[[_News], None]) -> None:
        super().__init__()
        self._deliver = deliver
        self.arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _take(self, news: _News) -> None:
        self._deliver(news)


class _Worker(QRunnable):
    """Carries one run through a thread of the pool."""

    def __init__(self, run: _Run, tell: Callable[[_News], None]) -> None:
        super().__init__()
        self._run = run
        self._tell = tell

    def run(self) -> None:
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

    def __init__(self, unhandled: Callable[[Exception], None], threads: int = 0) -> None:
        self._unhandled = unhandled
        self._newest: dict[str, _Run] = {}
        self._pool = QThreadPool()
        if threads:
            self._pool.setMaxThreadCount(threads)
        self._mailbox = _Mailbox(self._deliver)

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
        self._pool.start(_Worker(run, self._mailbox.arrived.emit))

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


class InlineTasks:
    """Tasks done at once by the caller: for tests, and for windows that must hold still."""

    def run(
        self,
        key: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Work now, then call ``done``."""
        self.stream(key, lambda _stream: work(), _ignore, done, failed)

    def stream(
        self,
        key: str,
        work: Callable[[Stream], T],
        part: Callable[[Any], None],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Work now, handing each part on, then call ``done``."""
        try:
            result = work(_Straight(part))
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)

    def cancel(self, key: str) -> None:
        """Nothing to forget: what was asked for is done already."""

    def is_busy(self, key: str = "") -> bool:
        """Never: what was asked for is done already."""
        return False

    def close(self) -> None:
        """No threads to wait for."""


@dataclass(frozen=True, slots=True)
class _Straight:
    """A stream that calls the receiver at once."""

    send: Callable[[Any], None]

    def cancelled(self) -> bool:
        """Inline work is never cancelled."""
        return False


def _ignore(_part: Any) -> None:
    """For work that has no parts."""
