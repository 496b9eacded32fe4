"""Two processes plan what one would, in the order of the paths, until cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.bulk.guides import NeighbourGuides
from reviewer.desk.bulk.intentions import Set
from reviewer.desk.bulk.planning import BulkEdit, Plan, Planner
from reviewer.desk.bulk.workers import CHUNK, FEW, Planners
from reviewer.site.folder import Folder
from tests.support.bulk import posts_in

if TYPE_CHECKING:
    from pathlib import Path


def test_two_processes_plan_what_one_does(tmp_path: Path) -> None:
    posts_in(tmp_path, FEW + 50)
    folder = Folder.open(tmp_path)
    guides = NeighbourGuides(folder)
    unsaved = frozenset({"post-7.md"})
    edit = BulkEdit(tuple(folder.files()), (Set(("reviewed",), True),), unsaved=unsaved)
    planners = Planners(folder, guides, processes=2)
    try:
        batches = list(planners.plan(edit, lambda: False))
    finally:
        planners.close()
    assert len(batches) > 1
    assert [each for batch in batches for each in batch] == list(
        Planner(folder, edit, guides).plan()
    )


def test_a_cancelled_plan_ends_early(tmp_path: Path) -> None:
    posts_in(tmp_path, FEW)
    folder = Folder.open(tmp_path)
    edit = BulkEdit(tuple(folder.files()), (Set(("reviewed",), True),))
    plan = Plan()
    for batch in Planners(folder).plan(edit, lambda: bool(plan.posts)):
        plan.add(batch)
    assert len(plan.posts) == CHUNK
