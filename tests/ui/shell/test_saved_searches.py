"""Searches that the user keeps: folder by folder, in the sidebar, one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.listing.saved_searches import SavedSearch, SavedSearches
from reviewer.ui.panels.posts.presenter import PostsPresenter
from reviewer.ui.panels.sidebar.presenter import SidebarPresenter
from reviewer.ui.panels.sidebar.saved_menu import remove, rename
from tests.support.shell import RAIL, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk

TEA = SavedSearch("Tea", "tag:tea")


@pytest.fixture
def searches(desk: Desk) -> SavedSearches:
    return desk.context.searches


def labels(sidebar: SidebarPresenter) -> list[str]:
    return [row.label for row in sidebar.rows]


def pick(sidebar: SidebarPresenter, label: str) -> None:
    sidebar.pick(labels(sidebar).index(label))


def test_searches_are_kept_in_the_order_of_saving(searches: SavedSearches) -> None:
    searches.save("Tea", "tag:tea")
    searches.save("Old", "date<2020")
    assert searches.all() == (TEA, SavedSearch("Old", "date<2020"))


def test_a_search_of_the_same_name_takes_the_place(searches: SavedSearches) -> None:
    searches.save("Tea", "tag:coffee")
    searches.save("Old", "date<2020")
    searches.save("Tea", "tag:tea")
    assert [each.query for each in searches.all()] == ["tag:tea", "date<2020"]


def test_renaming_to_a_name_in_use_leaves_one(searches: SavedSearches) -> None:
    searches.save("Old", "date<2020")
    searches.save("T", "tag:tea")
    searches.rename("T", "Old")
    assert searches.all() == (SavedSearch("Old", "tag:tea"),)


def test_each_folder_has_its_own(desk: Desk, searches: SavedSearches, tmp_path: Path) -> None:
    searches.save("Tea", "tag:tea")
    other = tmp_path / "other"
    other.mkdir()
    desk.shell.open_folder(other)
    assert searches.all() == ()
    desk.shell.open_folder(desk.root)
    assert searches.all() == (TEA,)


def test_nothing_is_written_into_the_folder(desk: Desk, searches: SavedSearches) -> None:
    before = sorted(desk.root.rglob("*"))
    searches.save("Tea", "tag:tea")
    assert sorted(desk.root.rglob("*")) == before


@pytest.mark.parametrize("text", ["{", "7", "[7]", '[{"name": "a"}]'])
def test_damaged_settings_hold_no_searches(desk: Desk, searches: SavedSearches, text: str) -> None:
    searches.save("Tea", "tag:tea")
    desk.context.settings.keep(searches._key, text)
    assert searches.all() == ()


def test_no_folder_has_no_searches(tmp_path: Path) -> None:
    assert make_desk(tmp_path).context.searches.all() == ()


def test_saving_asks_for_a_name_and_shows_it_in_the_sidebar(desk: Desk) -> None:
    sidebar = SidebarPresenter(desk.context)
    desk.answers.text = "Rails"
    PostsPresenter(desk.context).save_search("rail")
    assert "Rails" in labels(sidebar)


def test_one_click_runs_a_search_over_all_posts(desk: Desk, searches: SavedSearches) -> None:
    sidebar = SidebarPresenter(desk.context)
    searches.save("Rails", "path:rail")
    pick(sidebar, "Drafts")
    pick(sidebar, "Rails")
    assert desk.listed == [RAIL]
    assert desk.context.listing.query == "path:rail"
    assert sidebar.rows[sidebar.selected].label == "Rails"


def test_rename_keeps_the_query(desk: Desk, searches: SavedSearches) -> None:
    searches.save("T", "tag:tea")
    desk.answers.text = " Tea "
    rename(desk.context, "T")
    assert searches.all() == (TEA,)


def test_removing_can_be_undone(desk: Desk, searches: SavedSearches) -> None:
    notices = []
    desk.context.notices.connect(notices.append)
    searches.save("Tea", "tag:tea")
    remove(desk.context, "Tea")
    assert searches.all() == ()
    notices[-1].run()
    assert searches.all() == (TEA,)
