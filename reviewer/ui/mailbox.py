"""What other threads leave for the GUI thread to do, done in order and a little at a time.

Between two portions the window paints and answers to keys, however much has
come in. All background work of a window goes through one mailbox, so that an
answer never overtakes what was told before it.
"""

from __future__ import annotations

from collections import deque
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

PORTION = 0.003
"""Seconds after which the window gets its turn."""


class Mailbox(QObject):
    """Lives on the GUI thread; ``post`` may be called in any."""

    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letters: deque[Callable[[], None]] = deque()
        # Without an interval: whenever the window has nothing better to do.
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def post(self, letter: Callable[[], None]) -> None:
        """Have ``letter`` called on the GUI thread, after all that was posted before."""
        self._letters.append(letter)
        self._woken.emit()

    def close(self) -> None:
        """Do nothing any more, neither what waits nor what still comes."""
        self._closed = True
        self._timer.stop()
        self._letters.clear()

    def _wake(self) -> None:
        if not self._closed:
            self._timer.start()

    def _work(self) -> None:
        end = perf_counter() + PORTION
        while self._letters and perf_counter() < end:
            self._letters.popleft()()
        if not self._letters:
            self._timer.stop()
