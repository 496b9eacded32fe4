"""What one post costs among many, over what it costs among few."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Reading, ms
from tests.benchmarks.figures.listing import list_cold
from tests.benchmarks.ground import FEW
from tests.benchmarks.timing import in_turns

if TYPE_CHECKING:
    from tests.benchmarks.figure import Line
    from tests.benchmarks.ground import Ground

AIM = 1.1


def growth(ground: Ground) -> list[Line]:
    """From the usual folder to the large one; starting the program is not counted."""
    start, usual, large = in_turns(
        ground.rounds,
        lambda: list_cold(ground, ground.site(FEW)),
        lambda: list_cold(ground, ground.site(ground.posts)),
        lambda: list_cold(ground, ground.site(ground.many)),
    )
    before, after = (usual - start) / ground.posts, (large - start) / ground.many
    parts = {f"at {ground.posts}": ms(before), f"at {ground.many}": ms(after)}
    return [Reading("list, cold, a post among ten times as many", after / before, AIM, parts=parts)]
