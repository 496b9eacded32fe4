"""Two processes plan what one would, in the order of the paths, until cancelled."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.bulk.guides import NeighbourGuides
from reviewer.desk.bulk.intentions import Set
from reviewer.desk.bulk.planning import BulkEdit, Plan, Planner
from reviewer.desk.bulk.workers import CHUNK, FEW, Planners
from reviewer.document.operations import SetValue
from reviewer.site.folder import Folder
from tests.support.bulk import posts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reviewer.document.operations import Operation
    from reviewer.document.post import Post


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


@dataclass(frozen=True, slots=True)
class Deadly:
    """Ends any process but the one that it was made in."""

    home: int

    def operations(self, post: Post) -> Sequence[Operation]:
        if os.getpid() != self.home:
            os._exit(1)
        return (SetValue(("reviewed",), True),)


def test_what_dying_processes_leave_is_planned_here(tmp_path: Path) -> None:
    posts_in(tmp_path, FEW + 50)
    folder = Folder.open(tmp_path)
    edit = BulkEdit(tuple(folder.files()), (Deadly(os.getpid()),))
    planners = Planners(folder, processes=2)
    plan = Plan()
    try:
        for batch in planners.plan(edit, lambda: False):
            plan.add(batch)
    finally:
        planners.close()
    assert [each.path for each in plan.changes()] == list(edit.paths)
