"""Safe fixes in many posts: planned here or in other processes, written and undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.checks.selection import Choice
from reviewer.checks.sieve import Sieve
from reviewer.desk.bulk.planning import CHANGED, REFUSED, UNCHANGED, Plan, Planner, shown
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.workers import FEW, Planners
from reviewer.desk.mending import NOTHING_SAFE, MendEdit, Mender
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from tests.support.bulk import contents
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

DATED = "title: A\ndate: 2026-02-01 10:00:00"
CITED = "Sales rose.【4†source】 They fell.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    write_site(
        tmp_path,
        {
            "_config.yml": "title: Site\ntimezone: UTC\n",
            "_posts/2026-02-01-a.md": post(DATED, CITED),
            "_posts/2026-02-02-b.md": post("title: B\ndate: 2026-02-02 10:00:00 +0000"),
            "_posts/2026-02-03-c.md": "---\ntitle: a: b\n---\n\nText.\n",
            **{
                f"_posts/2026-01-{day:02}-d.md": post(
                    f"title: D{day}\ndate: 2026-01-{day:02} 10:00:00 +0000"
                )
                for day in range(1, 29)
            },
        },
    )
    return Folder.open(tmp_path)


def mender(folder: Folder, choice: Choice | None = None) -> Mender:
    with Library(folder) as library:
        library.refresh(lambda _news: None)
        schema = library.learn()
    return Mender.of(folder, schema, Sieve(), choice or Choice())


def plan_of(folder: Folder, **more: frozenset[str]) -> Plan:
    plan = Plan()
    plan.add(Planner(folder, MendEdit(tuple(folder.files()), mender(folder), **more)).plan())
    return plan


def test_fields_and_text_are_mended_in_one_go(folder: Folder) -> None:
    (planned,) = plan_of(folder).changes()
    difference = shown(folder, planned)
    assert planned.path == "_posts/2026-02-01-a.md"
    assert planned.says == "citation-debris, no-time-zone"
    assert difference is not None
    assert "Sales rose. They fell." in str(difference)


def test_what_cannot_be_mended_is_left_and_said(folder: Folder) -> None:
    plan = plan_of(folder)
    left = {each.path: each.says for each in plan.posts if each.outcome == UNCHANGED}
    assert left["_posts/2026-02-02-b.md"] == NOTHING_SAFE
    assert left["_posts/2026-02-03-c.md"] == NOTHING_SAFE


def test_unsaved_posts_are_refused(folder: Folder) -> None:
    plan = plan_of(folder, unsaved=frozenset({"_posts/2026-02-01-a.md"}))
    assert not plan.changes()
    assert plan.counts[REFUSED] == 1


def test_written_as_one_and_undone_as_one(folder: Folder, tmp_path: Path) -> None:
    before = contents(folder.root)
    shelf = Shelf(folder.root, state=tmp_path.parent / "state")
    shelf.apply(plan_of(folder).changes(), "Mend")
    text = (folder.root / "_posts/2026-02-01-a.md").read_text()
    assert "date: 2026-02-01 10:00:00 +00:00" in text
    shelf.undo()
    assert contents(folder.root) == before


def test_only_what_is_chosen_is_mended(folder: Folder) -> None:
    path = "_posts/2026-02-01-a.md"
    edit = MendEdit((path,), mender(folder, Choice(ignore=("metadata",))))
    assert Planner(folder, edit).plan_one(path).says == "citation-debris"


def test_other_processes_mend_the_same(folder: Folder) -> None:
    one = "_posts/2026-02-01-a.md"
    edit = MendEdit((one,) * (FEW + 1), mender(folder))
    planners = Planners(folder, processes=2)
    try:
        found = [each for batch in planners.plan(edit, lambda: False) for each in batch]
    finally:
        planners.close()
    assert found == [Planner(folder, edit).plan_one(one)] * (FEW + 1)
    assert found[0].outcome == CHANGED
