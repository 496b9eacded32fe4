"""Times the calls of some methods, in a program that knows nothing of it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Stopwatch:
    """``spent`` are the milliseconds of each call of the methods ``names`` of ``owner``.

    ``worked`` are those for which the thread had a processor, whatever else the machine did.
    """

    def __init__(self, owner: type, names: tuple[str, ...]) -> None:
        self.spent: list[float] = []
        self.worked: list[float] = []
        self._owner = owner
        self._names = names
        self._muted = False

    def clear(self) -> None:
        """Begin anew."""
        self.spent.clear()
        self.worked.clear()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Time whatever objects made meanwhile are asked to do."""
        timed = {name: self._timed(getattr(self._owner, name)) for name in self._names}
        with patch.multiple(self._owner, **timed):
            yield

    @contextmanager
    def muted(self) -> Iterator[None]:
        """Let the methods do nothing meanwhile."""
        self._muted = True
        try:
            yield
        finally:
            self._muted = False

    def _timed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def timed(*args: Any) -> Any:
            if self._muted:
                return None
            begun, work = time.perf_counter(), time.thread_time()
            try:
                return method(*args)
            finally:
                self.spent.append((time.perf_counter() - begun) * 1000)
                self.worked.append((time.thread_time() - work) * 1000)

        return timed
