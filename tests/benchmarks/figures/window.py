"""The window on very many posts: how soon it shows them, how it answers, what it weighs."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading
from tests.benchmarks.ground import FEW
from tests.benchmarks.timing import CommandFailed

if TYPE_CHECKING:
    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

LATER = 200.0
LONGEST, P99 = 50.0, 16.0
NARROWED, SEARCHED = 50.0, 100.0
WEIGHT = 1.5


def first_rows(ground: Ground) -> list[Line]:
    """How much later rows are seen among many posts than among ten, in milliseconds."""
    lines: list[Line] = []
    for state in ("cold", "warm"):
        few = _middle(_openings(ground, FEW, state), "first")
        many = _middle(_openings(ground, ground.many, state), "first")
        parts = {f"{FEW} posts": f"{few:.0f} ms", f"{ground.many} posts": f"{many:.0f} ms"}
        name = f"window: first rows, {state}, many later than few"
        lines.append(Reading(name, many - few, LATER, "ms", parts))
    return lines


def stalls(ground: Ground) -> list[Line]:
    """Pauses of a timer of 5 ms on the GUI thread while many posts are opened."""
    found = _openings(ground, ground.many, "cold")
    return [
        Reading("window: longest stall, cold open", _middle(found, "longest"), LONGEST, "ms"),
        Reading("window: p99 of stalls, cold open", _middle(found, "p99"), P99, "ms"),
    ]


def narrowing(ground: Ground) -> list[Line]:
    """From the key press to the painted list."""
    root = str(ground.site(ground.many))
    found = [_child(ground, "narrowing", root) for _ in range(ground.rounds)]
    return [
        Reading("window: filter, key to painted, p95", _middle(found, "filter"), NARROWED, "ms"),
        Reading("window: sort, choice to painted, p95", _middle(found, "sort"), NARROWED, "ms"),
        Reading("window: full text, key to painted, p95", _middle(found, "text"), SEARCHED, "ms"),
    ]


def weight(ground: Ground) -> list[Line]:
    """Kilobytes of the window's process for each post."""
    few = _middle(_openings(ground, FEW, "warm"), "memory")
    many = _middle(_openings(ground, ground.many, "warm"), "memory")
    parts = {f"{FEW} posts": f"{few / 1e6:.0f} MB", f"{ground.many} posts": f"{many / 1e6:.0f} MB"}
    each = (many - few) / (ground.many - FEW) / 1000
    return [Reading("window: memory for each post", each, WEIGHT, "kB", parts)]


@cache
def _openings(ground: Ground, count: int, state: str) -> list[dict[str, float]]:
    """Several windows on so many posts, one after the other; kept, as several figures ask."""
    root = str(ground.site(count))
    found: list[dict[str, float]] = []
    for _ in range(ground.rounds):
        if state == "cold":
            ground.forget()
        found.append(_child(ground, "opening", root))
    return found


def _middle(found: list[dict[str, float]], name: str) -> float:
    return median(each[name] for each in found)


def _child(ground: Ground, what: str, root: str) -> dict[str, float]:
    arguments = [sys.executable, "-m", "tests.benchmarks.window", what, root]
    done = subprocess.run(
        arguments, capture_output=True, text=True, env=ground.environment, check=False
    )
    if done.returncode:
        raise CommandFailed(f"window, {what}: {done.stderr[-500:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found
