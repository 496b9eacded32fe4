"""Lets Ctrl+C in the terminal close the window as its close button does.

Qt's loop runs no Python while nothing happens, so a Python signal handler
alone would wait for the next event. The interpreter writes each signal's
number to a socket (``signal.set_wakeup_fd``), and Qt watches that socket.
"""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


class Interrupts(QObject):
    """Calls ``interrupted`` on the GUI thread for every SIGINT, until ``remove``."""

    def __init__(self, interrupted: Callable[[], object]) -> None:
        super().__init__()
        self._interrupted = interrupted
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        self._old_wakeup = signal.set_wakeup_fd(self._writer.fileno())
        self._old_handler = signal.signal(signal.SIGINT, _noted)

    def remove(self) -> None:
        """Give the signal back to whom it belonged."""
        signal.signal(signal.SIGINT, self._old_handler)
        signal.set_wakeup_fd(self._old_wakeup)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _take(self) -> None:
        if signal.SIGINT in self._reader.recv(64):
            self._interrupted()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Nothing here: the number in the socket is what counts."""
