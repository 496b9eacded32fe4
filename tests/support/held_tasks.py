"""Background work that is done when the test says so: for what happens in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.support.inline_tasks import InlineTasks

if TYPE_CHECKING:
    from collections.abc import Callable


class HeldTasks(InlineTasks):
    """Keeps every run until ``finish``; the newest run of a key wins."""

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], None]] = {}

    def stream(
        self,
        key: str,
        work: Callable[[Any], Any],
        part: Callable[[Any], None],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Keep the run for later."""
        straight = super().stream
        self._waiting[key] = lambda: straight(key, work, part, done, failed)

    def cancel(self, key: str) -> None:
        """Forget what waits under ``key``."""
        self._waiting.pop(key, None)

    def is_busy(self, key: str = "") -> bool:
        """Whether anything waits."""
        return key in self._waiting if key else bool(self._waiting)

    def finish(self) -> None:
        """Do what waits, and what that asks for."""
        while self._waiting:
            self.step()

    def step(self) -> None:
        """Do what has waited longest."""
        self._waiting.pop(next(iter(self._waiting)))()
