"""Opening a folder that the index knows and in which nothing changed, over a bare walk."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, s
from tests.benchmarks.figures.listing import list_cold
from tests.benchmarks.timing import CommandFailed

if TYPE_CHECKING:
    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 2.5


def reopening(ground: Ground) -> list[Line]:
    """On the large folder; both in one process, in turns."""
    root = ground.site(ground.many)
    list_cold(ground, root)
    arguments = [sys.executable, "-m", "tests.benchmarks.reopening", str(root), str(ground.rounds)]
    done = subprocess.run(
        arguments, capture_output=True, text=True, env=ground.environment, check=False
    )
    if done.returncode:
        raise CommandFailed(f"reopening: {done.stderr[-500:]}")
    found = json.loads(done.stdout)
    ours, bare = median(found["opened"]), median(found["walked"])
    parts = {"opened": s(ours), "scandir and stat": s(bare)}
    return [Reading("reopening, over scandir and stat", ours / bare, AIM, parts=parts)]
