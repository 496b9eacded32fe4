"""The lines of the sidebar and what picking one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import Entry
from reviewer.ui.listing.facets import values, worth_showing
from reviewer.ui.panels.sidebar.presenter import SHOWN, SidebarPresenter
from tests.support.shell import DRAFT
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from tests.support.shell import Desk


@pytest.fixture
def sidebar(desk: Desk) -> SidebarPresenter:
    return SidebarPresenter(desk.context)


def lines(sidebar: SidebarPresenter) -> dict[str, int]:
    return {row.label: row.count for row in sidebar.rows}


def pick(sidebar: SidebarPresenter, label: str) -> None:
    sidebar.pick(next(i for i, row in enumerate(sidebar.rows) if row.label == label))


def test_queues_and_folders_count_posts(sidebar: SidebarPresenter) -> None:
    found = lines(sidebar)
    assert found["All posts"] == 4
    assert found["Problems"] == 2
    assert found["Drafts"] == 1
    assert (found["_posts"], found["_drafts"]) == (3, 1)


def test_nothing_is_offered_before_a_folder_is_open(newcomer: Desk) -> None:
    assert SidebarPresenter(newcomer.context).rows == ()


def test_picking_a_line_narrows_the_list(desk: Desk, sidebar: SidebarPresenter) -> None:
    pick(sidebar, "_drafts")
    assert desk.context.listing.rows == [DRAFT]
    assert sidebar.rows[sidebar.selected].label == "_drafts"


def test_a_long_group_folds_and_unfolds(desk: Desk) -> None:
    count = SHOWN + 4
    names = [f"author-{number}" for number in range(count)]
    site = {
        f"_posts/2026-01-{number + 1:02}-{turn}.md": post(
            f"title: T{number}{turn}\ncategory: {name}\ndate: 2026-01-01 00:00:00 +0000"
        )
        for number, name in enumerate(names)
        for turn in "abcd"
    }
    desk.shell.open_folder(write_site(desk.root.parent / "many", site))
    sidebar = SidebarPresenter(desk.context)
    shown = sum(label.startswith("author-") for label in lines(sidebar))
    assert shown == SHOWN
    pick(sidebar, f"{count - SHOWN} more…")
    assert sum(label.startswith("author-") for label in lines(sidebar)) == count
    pick(sidebar, "Show fewer")
    assert sum(label.startswith("author-") for label in lines(sidebar)) == SHOWN


def test_counting_again_without_change_tells_nobody(sidebar: SidebarPresenter) -> None:
    told: list[None] = []
    sidebar.changed.connect(told.append)
    sidebar.refresh()
    assert not told


def test_values_that_tell_posts_apart_make_no_group() -> None:
    entries = [Entry(f"{n}.md", data={"id": f"x{n}", "kind": n % 2}) for n in range(6)]
    assert not worth_showing(values(entries, "id", "Id"))
    assert worth_showing(values(entries, "kind", "Kind"))
