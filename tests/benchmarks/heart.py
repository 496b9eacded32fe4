"""A timer on the GUI thread, whose pauses are the times for which that thread was held."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer


class Heart:
    """Beats every ``interval`` milliseconds, as far as it is let; keeps the pauses between."""

    def __init__(self, interval: int = 0) -> None:
        self.pauses: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=interval, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin anew."""
        self.pauses, self._last = [], time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """The longest pause in milliseconds."""
        self._timer.stop()
        return max(self.pauses, default=0.0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now
