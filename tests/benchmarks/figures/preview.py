"""How soon a key press in the body is seen in the preview, for a short, a long and a huge post."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.benchmarks.figure import Reading
from tests.benchmarks.timing import CommandFailed

if TYPE_CHECKING:
    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

KEYS_A_ROUND = 20


def preview(ground: Ground) -> list[Line]:
    """The slowest of twenty key presses until it is painted, in a process with a window."""
    lines: list[Line] = []
    for row in _rows(ground):
        parts = {
            "half of them": f"{row['painted_p50']} ms",
            "rendering the whole": f"{row['render']} ms",
            "the key itself": f"{row['handled_p95']} ms",
            "GUI thread held": f"{row['held_p95']} ms",
        }
        name = f"preview: key press to painted, {row['post']}"
        lines.append(Reading(name, row["painted_p95"], row["limit"], "ms", parts))
    return lines


def _rows(ground: Ground) -> list[dict[str, Any]]:
    keys = str(KEYS_A_ROUND * ground.rounds)
    command = [sys.executable, "-m", "tests.benchmarks.preview", "--json", "--keys", keys]
    done = subprocess.run(
        command, env=ground.environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandFailed(done.stderr[-500:])
    rows: list[dict[str, Any]] = json.loads(done.stdout[done.stdout.index("[") :])
    return rows
