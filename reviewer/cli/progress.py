"""Progress of long runs, on a terminal only and never among the output.

The bar comes late and is loaded late: most runs are over before anybody would
look for one. It brings no thread and no lock of its own, since a process with
threads cannot share its work with a quick copy of itself.
"""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tqdm import tqdm

Item = TypeVar("Item")

PATIENCE = 0.5
"""Seconds that a run may take before its progress is shown."""

_bars: list[tqdm[Any]] = []
"""Those in sight, above which lines are to be printed."""


def tracked(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The items one by one, with a bar that shows how many have been done."""
    with meter(label) as shown:
        for done, item in enumerate(items):
            shown(done, len(items))
            yield item


@contextmanager
def meter(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar to be told ``(done, total)`` as often as one likes."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _unseen
        return
    bar = _LateBar(label)
    try:
        yield bar.show
    finally:
        bar.close()


def say(text: str) -> None:
    """Print a line of output, above the bar if there is one."""
    _print(text, sys.stdout)


def complain(text: str) -> None:
    """Print a line to standard error, above the bar if there is one."""
    _print(text, sys.stderr)


def _print(text: str, stream: TextIO) -> None:
    if _bars:
        _bars[-1].write(text, file=stream)
    else:
        print(text, file=stream)


def _unseen(_done: int, _total: int) -> None:
    """For what is done while nobody looks on."""


class _LateBar:
    """A bar that comes once a run has taken a while."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._due = time.monotonic() + PATIENCE
        self._bar: tqdm[Any] | None = None

    def show(self, done: int, total: int) -> None:
        """Show how many have been done, if it is time to."""
        if self._bar is None:
            if time.monotonic() < self._due:
                return
            self._bar = _new_bar(self._label)
            _bars.append(self._bar)
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            _bars.remove(self._bar)
            self._bar.close()


def _new_bar(label: str) -> tqdm[Any]:
    from tqdm import tqdm  # loading it takes longer than listing a small folder

    tqdm.monitor_interval = 0
    tqdm.set_lock(threading.RLock())
    return tqdm(desc=label, unit=" files", file=sys.stderr, leave=False)
