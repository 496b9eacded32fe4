"""Learning from all posts, and checking them all, over reading them with no index yet."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, s
from tests.benchmarks.timing import CommandFailed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 0.5


def inference(ground: Ground) -> list[Line]:
    """What the posts have in common, learnt."""
    return _over_reading(ground, "learnt", "inference, over reading, cold")


def validation(ground: Ground) -> list[Line]:
    """Every post, checked by what was learnt."""
    return _over_reading(ground, "checked", "validation, over reading, cold")


def _over_reading(ground: Ground, step: str, name: str) -> list[Line]:
    root = ground.site(ground.posts)
    found = [_steps(ground, root) for _ in range(ground.rounds)]
    middle = {each: median(steps[each] for steps in found) for each in found[0]}
    kept = f"{step}_by_index"
    parts = {step: s(middle[step]), "read": s(middle["read"]), "by the index": s(middle[kept])}
    return [Reading(name, middle[step] / middle["read"], AIM, parts=parts)]


def _steps(ground: Ground, root: Path) -> dict[str, float]:
    """The seconds of each step, all in one process."""
    ground.forget()
    arguments = [sys.executable, "-m", "tests.benchmarks.judging", str(root)]
    done = subprocess.run(
        arguments, capture_output=True, text=True, env=ground.environment, check=False
    )
    if done.returncode:
        raise CommandFailed(f"judging: {done.stderr[-500:]}")
    steps: dict[str, float] = json.loads(done.stdout)
    return steps
