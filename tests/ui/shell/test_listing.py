"""Which rows the list has, and when they are other rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.workspace import EntriesChanged
from reviewer.document.operations import SetValue
from reviewer.site.entries import Entry
from reviewer.ui.listing.scope import CHANGED, FIELD, FOLDER, PROBLEM_QUEUE, QUEUE, Scope
from tests.support.shell import DRAFT, FORD, RAIL, RATES

if TYPE_CHECKING:
    from tests.support.shell import Desk


def test_all_posts_are_listed_newest_first(desk: Desk) -> None:
    assert desk.context.listing.rows == [RAIL, FORD, RATES, DRAFT]


def test_problem_queue_holds_broken_and_faulty_posts_only(desk: Desk) -> None:
    desk.show(FORD)
    desk.context.listing.show_scope(PROBLEM_QUEUE)
    assert desk.context.listing.rows == [RAIL, DRAFT]


def test_folder_scope_holds_the_posts_of_that_folder(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FOLDER, "_drafts"))
    assert desk.context.listing.rows == [DRAFT]


def test_value_scope_and_query_narrow_together(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FIELD, "category", "News"))
    desk.context.listing.show_query("ford")
    assert desk.context.listing.rows == [FORD]


def test_changed_queue_follows_edits_and_undo(desk: Desk) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Other"), label="Title")
    desk.context.listing.show_scope(Scope(QUEUE, CHANGED))
    assert desk.context.listing.rows == [FORD]
    desk.current.undo()
    assert desk.context.listing.changed == set()


def test_the_post_under_the_editors_hands_keeps_its_row(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FIELD, "category", "Markets"))
    desk.show(RATES).edit(SetValue(("category",), "News"), label="Category")
    desk.context.listing.refresh()
    assert RATES in desk.context.listing.rows


def test_another_scope_lets_that_row_go(desk: Desk) -> None:
    desk.show(RATES).edit(SetValue(("category",), "News"), label="Category")
    desk.context.listing.show_scope(Scope(FIELD, "category", "Markets"))
    assert desk.context.listing.rows == []


def test_typing_updates_a_row_without_a_new_list(desk: Desk) -> None:
    desk.show(FORD)
    updated: list[tuple[str, ...]] = []
    renewed: list[None] = []
    desk.context.listing.rows_updated.connect(updated.append)
    desk.context.listing.rows_changed.connect(renewed.append)
    desk.current.edit(SetValue(("title",), "Zebra"), label="Title")
    assert (FORD,) in updated
    assert not renewed


def test_new_posts_make_the_list_stale_and_not_busy(desk: Desk) -> None:
    stale: list[None] = []
    desk.context.listing.went_stale.connect(stale.append)
    desk.workspace.entries["new.md"] = Entry("new.md")
    desk.workspace.entries_changed.emit(EntriesChanged(("new.md",)))
    assert stale
    assert "new.md" not in desk.context.listing.rows
    desk.context.listing.refresh()
    assert "new.md" in desk.context.listing.rows


def test_neighbours_end_at_the_ends(desk: Desk) -> None:
    listing = desk.context.listing
    assert listing.neighbour(RAIL, 1) == FORD
    assert listing.neighbour(RAIL, -1) == RAIL
    assert listing.neighbour(DRAFT, 1) == DRAFT
    assert listing.neighbour("gone.md", 1) == RAIL


def test_opening_a_folder_drops_the_narrowing(desk: Desk) -> None:
    desk.context.listing.show_query("nothing like it")
    desk.shell.open_folder(desk.root)
    assert len(desk.context.listing.rows) == 4
