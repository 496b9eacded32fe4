"""Fixtures of every test that has a QApplication; ``conftest.py`` of ui and e2e import them.

A window, thread, timer or temporary file that a test leaves behind fails that
test and not some innocent one after it.
"""

from __future__ import annotations

import gc
import os
import tempfile
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from shiboken6 import isValid

from reviewer.ui.app import make_app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

# Chromium keeps its own scratch files there for as long as the process lives.
FOREIGN_TEMPORARY_FILES = (".org.chromium.", "org.chromium.", "runtime-", "QtWebEngine")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it, scheme of the preview and style included."""
    return make_app()


@pytest.fixture(autouse=True, scope="module")
def light_heap() -> None:
    """Take what earlier tests left in memory out of the collector's way.

    A collection after each test would else walk through all of it, each time.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def leftovers(qapp: QApplication) -> Iterator[None]:
    """Fail the test that leaves a window, thread, timer or temporary file behind."""
    widgets = set(map(id, qapp.topLevelWidgets()))
    threads = set(threading.enumerate())
    files = _temporary_files()
    yield
    _settle()
    left = [repr(w) for w in qapp.topLevelWidgets() if id(w) not in widgets and w.isVisible()]
    left += [repr(t) for t in threading.enumerate() if t not in threads and _is_ours(t)]
    left += [repr(timer) for timer in _active_timers()]
    left += sorted(_temporary_files() - files)
    assert not left, f"left behind by the test: {left}"


def _settle() -> None:
    """Finish what the test began to close: background work and deferred deletes."""
    pool = QThreadPool.globalInstance()
    assert pool.waitForDone(10_000), "background work still runs ten seconds after the test"
    gc.collect()
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def _is_ours(thread: threading.Thread) -> bool:
    # A thread that Qt made shows up as a dummy once Python code has run in it.
    return thread.is_alive() and not isinstance(thread, threading._DummyThread)


def _active_timers() -> list[QTimer]:
    timers = (thing for thing in gc.get_objects() if type(thing) is QTimer)
    return [timer for timer in timers if isValid(timer) and timer.isActive()]


def _temporary_files() -> set[str]:
    names = os.listdir(tempfile.gettempdir())
    return {name for name in names if not name.startswith(FOREIGN_TEMPORARY_FILES)}
