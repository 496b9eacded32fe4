"""``reviewer check``: fields alone over ``reviewer list``, and all texts in seconds."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, s
from tests.benchmarks.figures.listing import list_cold
from tests.benchmarks.timing import REVIEWER, command, in_turns

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 3
COLD_AIM = 60
UNCHANGED_AIM = 3
ROUNDS = 2
"""A cold check takes so long that more rounds would only cost patience."""


def checking(ground: Ground) -> list[Line]:
    """On the usual folder."""
    root = ground.site(ground.posts)
    checked, listed = in_turns(
        ground.rounds, lambda: check_cold(ground, root), lambda: list_cold(ground, root)
    )
    parts = {"check": s(checked), "list": s(listed)}
    label = "check --select fields, cold, over list, cold"
    return [Reading(label, checked / listed, AIM, parts=parts)]


def checking_texts(ground: Ground) -> list[Line]:
    """All offline rules on the usual folder: with no index yet, and with nothing changed."""
    root = ground.site(ground.posts)
    cold = []
    unchanged = []
    for _round in range(min(ground.rounds, ROUNDS)):
        ground.forget()
        cold.append(_check(ground, root))
        unchanged.append(_check(ground, root))
    return [
        Reading("check, all rules, cold", median(cold), COLD_AIM, "s"),
        Reading("check, all rules, unchanged", median(unchanged), UNCHANGED_AIM, "s"),
    ]


def check_cold(ground: Ground, root: Path) -> float:
    """Seconds that the whole command takes on fields alone when there is no index."""
    ground.forget()
    return _check(ground, root, "--select", "fields")


def _check(ground: Ground, root: Path, *more: str) -> float:
    # Exit code 1 says that there are findings.
    return command((*REVIEWER, "check", str(root), *more), ground.environment, fine=(0, 1))
