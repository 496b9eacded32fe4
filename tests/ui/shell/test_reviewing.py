"""Decisions about posts, without a window: what is refused, saved, counted and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.reviews.deciding import known
from reviewer.document.operations import SetValue
from reviewer.site.reviews.decisions import APPROVED, OPEN, REOPENED, REQUESTED
from reviewer.ui.panels.header.presenter import HeaderPresenter
from tests.support.shell import DRAFT, FORD, RAIL, RATES

if TYPE_CHECKING:
    from array import array

    from reviewer.ui.context import Notice
    from reviewer.ui.flows.reviewing import Reviewing
    from tests.support.shell import Desk


@pytest.fixture
def told(desk: Desk) -> list[Notice]:
    found: list[Notice] = []
    desk.context.notices.connect(found.append)
    return found


@pytest.fixture
def review(desk: Desk) -> Reviewing:
    return desk.shell.reviewing


def states(desk: Desk, path: str) -> list[str]:
    folder = desk.workspace.folder
    assert folder is not None
    return [each.state for each in known(folder.root, path)]


def test_an_approved_post_is_so_in_its_row(desk: Desk, review: Reviewing) -> None:
    desk.show(FORD)
    review.approve()
    assert desk.row(FORD).review == APPROVED
    assert review.state() == APPROVED
    assert desk.workspace.catalogue.totals.approved == 1


def test_edits_make_it_another_text_until_they_are_undone(desk: Desk, review: Reviewing) -> None:
    post = desk.show(FORD)
    review.approve()
    post.edit(SetValue(("title",), "Other"), label="Title")
    assert review.state() == REOPENED
    post.undo()
    assert review.state() == APPROVED


def test_unsaved_edits_are_saved_first(desk: Desk, review: Reviewing) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Other"), label="Title")
    review.approve()
    assert b"Other" in desk.on_disk(FORD)
    assert review.state() == APPROVED


def test_errors_ask_for_a_second_word(desk: Desk, review: Reviewing, told: list[Notice]) -> None:
    desk.show(RAIL)
    review.approve()
    assert states(desk, RAIL) == []
    again = told[-1].run
    assert again is not None
    again()
    assert states(desk, RAIL) == [APPROVED]


def test_a_decision_is_taken_back_at_once(
    desk: Desk, review: Reviewing, told: list[Notice]
) -> None:
    desk.show(FORD)
    review.approve()
    undo = told[-1].run
    assert undo is not None
    undo()
    assert states(desk, FORD) == [APPROVED, OPEN]
    assert review.state() == ""


def test_changes_are_asked_for_with_a_note(desk: Desk, review: Reviewing) -> None:
    desk.show(FORD)
    desk.answers.text = " Which source? "
    review.request_changes()
    folder = desk.workspace.folder
    assert folder is not None
    (made,) = known(folder.root, FORD)
    assert (made.state, made.note) == (REQUESTED, "Which source?")
    assert review.state() == REQUESTED


def test_the_header_says_what_is_to_be_changed(desk: Desk, review: Reviewing) -> None:
    header = HeaderPresenter(desk.context, review)
    desk.show(FORD)
    desk.answers.text = "Which source?"
    review.request_changes()
    assert header.heading.review == "To change"
    assert header.heading.asked.endswith(": Which source?")
    desk.answers.text = "And when?"
    review.request_changes()
    assert header.heading.asked.endswith(": And when?")
    review.reopen()
    assert (header.heading.review, header.heading.asked) == ("In review", "")


@pytest.mark.parametrize("note", [None, "  "])
def test_nothing_is_asked_for_without_a_note(
    desk: Desk, review: Reviewing, note: str | None
) -> None:
    desk.show(FORD)
    desk.answers.text = note
    review.request_changes()
    assert states(desk, FORD) == []


def test_a_selection_is_approved_but_for_posts_with_errors(
    desk: Desk, review: Reviewing, told: list[Notice]
) -> None:
    desk.context.selection.take(chosen(desk, FORD, RATES, RAIL))
    review.approve_selected()
    assert [states(desk, path) for path in (FORD, RATES, RAIL)] == [[APPROVED], [APPROVED], []]
    assert told[-1].text == "2 posts approved. 1 with errors was left out."


def test_the_days_work_is_counted(desk: Desk, review: Reviewing) -> None:
    for path in (FORD, RATES):
        desk.show(path)
        review.approve()
    review.reopen()
    assert review.deciding.done_today() == 2


def test_what_is_put_off_goes_to_the_end(desk: Desk, review: Reviewing) -> None:
    first, second = desk.listed[:2]
    desk.show(first)
    review.skip()
    assert desk.listed[-1] == first
    assert desk.current.path == second


def test_a_draft_by_its_folder_stays_one(desk: Desk, review: Reviewing, told: list[Notice]) -> None:
    desk.show(FORD)
    review.set_draft(wanted=True)
    assert desk.current.post.data["draft"] is True
    review.set_draft(wanted=False)
    assert "draft" not in desk.current.post.data
    assert desk.row(DRAFT).draft


def chosen(desk: Desk, *paths: str) -> array[int]:
    return type(desk.context.listing.rows)("I", map(desk.id_of, paths))
