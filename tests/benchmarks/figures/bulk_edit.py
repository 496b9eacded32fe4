"""One field set in many posts, over reading and replacing the same files in plain Python."""

from __future__ import annotations

import json
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, s
from tests.benchmarks.timing import REVIEWER, CommandFailed, command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 1.5
FIELD = "reviewed"


def bulk_edit(ground: Ground) -> list[Line]:
    """The whole command with its search, over the bare writes; on a copy of the usual folder."""
    edited: list[float] = []
    rewritten: list[float] = []
    with ground.copy(ground.posts) as root:
        command((*REVIEWER, "list", str(root)), ground.environment)
        for number in range(ground.rounds):
            rewritten.append(_rewrite(ground, root))
            edited.append(_edit(ground, root, number))
    ours, bare = median(edited), median(rewritten)
    parts = {"reviewer edit": s(ours), "read, write, fsync, replace": s(bare)}
    return [Reading("bulk edit of one field, over bare writes", ours / bare, AIM, parts=parts)]


def _edit(ground: Ground, root: Path, number: int) -> float:
    """A value that differs in each round, so that each round writes every file."""
    change = ("--set", f"{FIELD}={number}", str(root))
    return command((*REVIEWER, "edit", "--where", "", *change), ground.environment)


def _rewrite(ground: Ground, root: Path) -> float:
    arguments = [sys.executable, "-m", "tests.benchmarks.rewriting", str(root)]
    done = subprocess.run(
        arguments, capture_output=True, text=True, env=ground.environment, check=False
    )
    if done.returncode:
        raise CommandFailed(f"rewriting: {done.stderr[-500:]}")
    return float(json.loads(done.stdout))
