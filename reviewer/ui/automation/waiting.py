"""Waits for what the window does in its own time, and says what never came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer

from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 30_000
STEP = 10


class NeverCame(ReviewerError):
    """Something that the window should have done did not happen in time."""


def until(condition: Callable[[], object], what: str, patience: int = PATIENCE) -> None:
    """Let the window work until ``condition`` holds; ``patience`` in milliseconds.

    Raises ``NeverCame`` with ``what`` in its text.
    """
    deadline = QDeadlineTimer(patience)
    while not condition():
        if deadline.hasExpired():
            raise NeverCame(f"This did not happen within {patience // 1000} seconds: {what}.")
        pause(STEP)


def pause(milliseconds: int) -> None:
    """Let the window and all threads work for so long.

    ``QTest.qWait`` keeps Python's lock meanwhile, so that other threads stand still.
    """
    loop = QEventLoop()
    timer = QTimer(interval=milliseconds, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start()
    loop.exec()
