"""How soon a key press is seen in the preview, of a short, a long and a huge post, at what cost."""

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
    """Typing in a process with a window: until it is painted, and what holds the GUI thread."""
    lines: list[Line] = []
    for row in _rows(ground):
        where = f"{row['post']}, {row['folder']}"
        parts = {
            "half of them": f"{row['painted_p50']} ms",
            "rendering the whole": f"{row['render']} ms",
            "the key itself": f"{row['handled_p95']} ms",
        }
        name = f"preview: key press to painted, {where}"
        lines.append(Reading(name, row["painted_p95"], row["limit"], "ms", parts))
        parts = {
            "longest": f"{row['preview_max']} ms",
            "on a processor": f"{row['worked_p95']} ms",
            "by all panels": f"{row['held_p95']} ms",
            "more than without it": f"{row['more_p95']} ms",
        }
        name = f"preview: GUI thread held by it, {where}"
        lines.append(Reading(name, row["preview_p95"], row["held_limit"], "ms", parts))
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
