"""Which rows the list has, and when they are other rows."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reviewer.document.operations import SetValue
from reviewer.site.index.messages import CHANGED, FIELD, FOLDER, PROBLEMS, QUEUE, Scope
from tests.support.shell import DRAFT, FORD, RAIL, RATES

if TYPE_CHECKING:
    from tests.support.shell import Desk


def test_all_posts_are_listed_newest_first(desk: Desk) -> None:
    assert desk.listed == [RAIL, FORD, RATES, DRAFT]


def test_problem_queue_holds_broken_and_faulty_posts_only(desk: Desk) -> None:
    desk.show(FORD)
    desk.context.listing.show_scope(Scope(QUEUE, PROBLEMS))
    assert desk.listed == [RAIL, DRAFT]


def test_folder_scope_holds_the_posts_of_that_folder(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FOLDER, "_drafts"))
    assert desk.listed == [DRAFT]


def test_value_scope_and_query_narrow_together(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FIELD, "category", "News"))
    desk.context.listing.show_query("ford")
    assert desk.listed == [FORD]


def test_changed_queue_follows_edits_and_undo(desk: Desk) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Other"), label="Title")
    desk.context.listing.show_scope(Scope(QUEUE, CHANGED))
    assert desk.listed == [FORD]
    desk.current.undo()
    assert desk.context.listing.changed == set()


def test_the_post_under_the_editors_hands_keeps_its_row(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FIELD, "category", "News"))
    desk.show(FORD).edit(SetValue(("category",), "Markets"), label="Category")
    place = desk.listed.index(FORD)
    desk.shell.saving.save_current()
    assert desk.listed.index(FORD) == place


def test_another_scope_lets_that_row_go(desk: Desk) -> None:
    desk.context.listing.show_scope(Scope(FIELD, "category", "Markets"))
    desk.show(RATES).edit(SetValue(("category",), "News"), label="Category")
    desk.shell.saving.save_current()
    assert desk.listed == [RATES]
    desk.context.listing.show_scope(Scope(FIELD, "category", "Markets"))
    assert desk.listed == []


def test_typing_updates_a_row_without_a_new_list(desk: Desk) -> None:
    desk.show(FORD)
    updated: list[array[int]] = []
    renewed: list[bool] = []
    desk.context.listing.rows_updated.connect(updated.append)
    desk.context.listing.rows_changed.connect(renewed.append)
    desk.current.edit(SetValue(("title",), "Zebra"), label="Title")
    assert array("I", [desk.id_of(FORD)]) in updated
    assert not renewed


def test_neighbours_end_at_the_ends(desk: Desk) -> None:
    listing = desk.context.listing
    assert listing.neighbour(RAIL, 1) == FORD
    assert listing.neighbour(RAIL, -1) == RAIL
    assert listing.neighbour(DRAFT, 1) == DRAFT
    assert listing.neighbour("gone.md", 1) == RAIL


def test_opening_a_folder_drops_the_narrowing(desk: Desk) -> None:
    desk.context.listing.show_query("nothing like it")
    desk.shell.open_folder(desk.root)
    assert len(desk.listed) == 4
