"""Progress of long runs, on a terminal only and never among the output."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tqdm import tqdm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")

PATIENCE = 0.5
"""Seconds that a run may take before its progress is shown."""


def tracked(items: Sequence[Item], label: str) -> Iterator[Item]:
    """The items one by one, with a bar that shows how many have been done."""
    with meter(label) as shown:
        for done, item in enumerate(items):
            shown(done, len(items))
            yield item


@contextmanager
def meter(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar to be told ``(done, total)`` as often as one likes."""
    bar = tqdm(
        desc=label, unit=" files", file=sys.stderr, disable=None, delay=PATIENCE, leave=False
    )

    def show(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    with bar:
        yield show


def say(text: str) -> None:
    """Print a line of output, above the bar if there is one."""
    tqdm.write(text, file=sys.stdout)


def complain(text: str) -> None:
    """Print a line to standard error, above the bar if there is one."""
    tqdm.write(text, file=sys.stderr)
