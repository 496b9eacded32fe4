"""``reviewer check`` over ``reviewer list``, both with no index yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, s
from tests.benchmarks.figures.listing import list_cold
from tests.benchmarks.timing import REVIEWER, command, in_turns

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 3


def checking(ground: Ground) -> list[Line]:
    """On the usual folder."""
    root = ground.site(ground.posts)
    checked, listed = in_turns(
        ground.rounds, lambda: check_cold(ground, root), lambda: list_cold(ground, root)
    )
    parts = {"check": s(checked), "list": s(listed)}
    return [Reading("check, cold, over list, cold", checked / listed, AIM, parts=parts)]


def check_cold(ground: Ground, root: Path) -> float:
    """Seconds that the whole command takes when there is no index."""
    ground.forget()
    # Exit code 1 says that there are findings.
    return command((*REVIEWER, "check", str(root)), ground.environment, fine=(0, 1))
