"""Waits for what the window does in its own time, and says what never came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest

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
        QTest.qWait(STEP)
