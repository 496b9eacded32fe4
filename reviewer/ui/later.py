"""Does something once, shortly after the last of many requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 40


class Later(QObject):
    """``ask`` as often as you like; ``run`` is called once ``pause`` milliseconds later.

    A request that comes while one waits changes nothing, so that a steady
    stream of them cannot put the work off for ever.
    """

    def __init__(self, run: Callable[[], None], parent: QObject, pause: int = PAUSE) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(run)

    def ask(self, _about: object = None) -> None:
        """Have it done soon; fits any event."""
        if not self._timer.isActive():
            self._timer.start()
