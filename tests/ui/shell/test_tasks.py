"""Background work: answered on the GUI thread, the newest of a key only, never after close."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from weakref import WeakSet

import pytest

from reviewer.ui.mailbox import Mailbox
from reviewer.ui.tasks import Stream, ThreadTasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def unhandled() -> list[Exception]:
    return []


@pytest.fixture
def tasks(unhandled: list[Exception]) -> Iterator[ThreadTasks]:
    tasks = ThreadTasks(unhandled.append, Mailbox())
    yield tasks
    tasks.close()


def test_work_runs_elsewhere_and_is_answered_here(qtbot: QtBot, tasks: ThreadTasks) -> None:
    seen: list[tuple[int, int]] = []
    tasks.run("a", threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    there, here = seen[0]
    assert here == threading.get_ident()
    assert there != here


def test_only_the_newest_run_of_a_key_is_answered(qtbot: QtBot, tasks: ThreadTasks) -> None:
    gate = threading.Event()
    seen: list[int] = []
    for number in range(5):
        tasks.run("a", lambda number=number: (gate.wait(10), number)[1], seen.append)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    assert seen == [4]


def test_runs_of_other_keys_are_answered_as_well(qtbot: QtBot, tasks: ThreadTasks) -> None:
    seen: list[str] = []
    for key in "abc":
        tasks.run(key, lambda key=key: key, seen.append)
    qtbot.waitUntil(lambda: sorted(seen) == ["a", "b", "c"])


def test_a_failure_goes_to_who_asked(qtbot: QtBot, tasks: ThreadTasks) -> None:
    failures: list[Exception] = []
    tasks.run("a", lambda: 1 // 0, lambda _result: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)


def test_a_failure_nobody_waits_for_is_not_lost(
    qtbot: QtBot, tasks: ThreadTasks, unhandled: list[Exception]
) -> None:
    tasks.run("a", lambda: 1 // 0, lambda _result: None)
    qtbot.waitUntil(lambda: bool(unhandled))


def test_parts_arrive_in_order_before_the_end(qtbot: QtBot, tasks: ThreadTasks) -> None:
    seen: list[object] = []

    def work(stream: Stream) -> str:
        for number in range(50):
            stream.send(number)
        return "end"

    tasks.stream("a", work, seen.append, seen.append)
    qtbot.waitUntil(lambda: "end" in seen)
    assert seen == [*range(50), "end"]


def test_a_cancelled_run_hears_of_it_and_stays_silent(qtbot: QtBot, tasks: ThreadTasks) -> None:
    begun, ended = threading.Event(), threading.Event()
    seen: list[object] = []

    def work(stream: Stream) -> None:
        begun.set()
        while not stream.cancelled():
            ended.wait(0.001)
        ended.set()

    tasks.stream("a", work, seen.append, seen.append)
    qtbot.waitUntil(begun.is_set)
    tasks.cancel("a")
    qtbot.waitUntil(ended.is_set)
    assert not tasks.is_busy("a")
    assert not seen


def test_close_waits_for_the_threads(tasks: ThreadTasks) -> None:
    begun = threading.Event()
    left: list[bool] = []

    def work(stream: Stream) -> None:
        begun.set()
        while not stream.cancelled():
            pass
        left.append(True)

    tasks.stream("a", work, left.append, left.append)
    assert begun.wait(10)
    tasks.close()
    assert left == [True]


class _Held:
    """Something that work has at hand."""

    def work(self) -> None:
        """Use it."""


def test_nothing_of_finished_work_stays_in_memory(qtbot: QtBot, tasks: ThreadTasks) -> None:
    held = [_Held() for _ in range(300)]
    alive = WeakSet(held)
    for number, each in enumerate(held):
        tasks.run(f"{number}", each.work, lambda _result: None)
    del each
    held.clear()
    qtbot.waitUntil(lambda: not tasks.is_busy())
    qtbot.waitUntil(lambda: not alive)
