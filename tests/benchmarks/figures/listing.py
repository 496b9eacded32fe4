"""``reviewer list`` with no index yet, over what others need for the same list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, Skipped, s
from tests.benchmarks.peers import Peer, gray_matter, hugo
from tests.benchmarks.timing import REVIEWER, command, in_turns

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

OVER_HUGO = 0.6
OVER_GRAY_MATTER = 0.9


def over_hugo(ground: Ground) -> list[Line]:
    """Against ``hugo list all``."""
    root = ground.site(ground.posts)
    return [_compare(ground, root, "list, cold, over hugo list all", OVER_HUGO, hugo(ground, root))]


def over_gray_matter(ground: Ground) -> list[Line]:
    """Against gray-matter on Node."""
    root = ground.site(ground.posts)
    peer = gray_matter(ground, root)
    return [_compare(ground, root, "list, cold, over gray-matter", OVER_GRAY_MATTER, peer)]


def _compare(ground: Ground, root: Path, name: str, aim: float, peer: Peer) -> Line:
    if peer.missing:
        return Skipped(name, peer.missing)
    list_cold(ground, root)
    command(peer.arguments, ground.environment)
    ours, theirs = in_turns(
        ground.rounds,
        lambda: list_cold(ground, root),
        lambda: command(peer.arguments, ground.environment),
    )
    return Reading(name, ours / theirs, aim, parts={"reviewer": s(ours), "peer": s(theirs)})


def list_cold(ground: Ground, root: Path) -> float:
    """Seconds that the whole command takes when there is no index."""
    ground.forget()
    return command((*REVIEWER, "list", str(root)), ground.environment)
