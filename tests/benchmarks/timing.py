"""Clocks and averages that all benchmarks share."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

REVIEWER = (sys.executable, "-m", "reviewer")


class CommandFailed(Exception):
    """A program that was to be measured ended with an error."""


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def command(
    arguments: Sequence[str], environment: Mapping[str, str], fine: Sequence[int] = (0,)
) -> float:
    """How long a whole process takes; raises ``CommandFailed`` where its exit code is not fine."""
    begun = time.perf_counter()
    # Into a pipe and away: a terminal or a disk would be measured as well.
    done = subprocess.run(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False
    )
    taken = time.perf_counter() - begun
    if done.returncode not in fine:
        raise CommandFailed(f"{' '.join(arguments)}: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


def in_turns(rounds: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure; they take turns, so that a slow minute hits all alike."""
    found = [[measure() for measure in measures] for _ in range(rounds)]
    return [median(column) for column in zip(*found, strict=True)]


def percentile(values: Sequence[float], percent: int) -> float:
    """A percentile of some measurements."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]
