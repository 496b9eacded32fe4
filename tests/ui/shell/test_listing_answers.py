"""The list while answers of the index are on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.messages import (
    EVERYTHING,
    Checked,
    Found,
    Gone,
    Opened,
    QueryProblem,
    Read,
    Ready,
    Row,
    Rows,
)
from tests.support.scripted_librarian import ScriptedLibrarian
from tests.support.shell import FORD, RAIL, RATES, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk

ROWS = (Row(1, FORD, "Ford"), Row(2, RATES, "Rates"), Row(3, RAIL, "Rail"))


@pytest.fixture
def librarian() -> ScriptedLibrarian:
    return ScriptedLibrarian()


@pytest.fixture
def desk(tmp_path: Path, librarian: ScriptedLibrarian) -> Desk:
    """A shell with a folder open whose posts are being read."""
    desk = make_desk(tmp_path, librarian=librarian)
    desk.shell.open_folder(desk.root)
    return desk


@pytest.fixture
def read(desk: Desk, librarian: ScriptedLibrarian) -> Desk:
    """The same once all posts are read and listed."""
    librarian.tell(Rows(ROWS, 3, 3), Read())
    librarian.answer(3, 1, 2)
    librarian.tell(Ready())
    return desk


def stale(desk: Desk) -> list[None]:
    told: list[None] = []
    desk.context.listing.went_stale.connect(told.append)
    return told


def test_posts_are_listed_as_they_are_read(desk: Desk, librarian: ScriptedLibrarian) -> None:
    librarian.tell(Rows(ROWS[:2], 2, 3))
    assert desk.listed == [FORD, RATES]
    librarian.tell(Rows(ROWS[2:], 3, 3))
    assert desk.listed == [FORD, RATES, RAIL]
    assert not librarian.searches


def test_the_true_order_comes_when_all_are_read(desk: Desk, librarian: ScriptedLibrarian) -> None:
    librarian.tell(Rows(ROWS, 3, 3), Read())
    assert desk.context.listing.searching
    librarian.answer(3, 1, 2)
    assert desk.listed == [RAIL, FORD, RATES]
    assert not desk.context.listing.searching


def test_the_topmost_post_is_shown_once_the_order_is_known(
    desk: Desk, librarian: ScriptedLibrarian
) -> None:
    librarian.tell(Rows(ROWS, 3, 3), Read())
    assert desk.workspace.current is None
    librarian.answer(3, 1, 2)
    assert desk.current.path == RAIL


def test_a_narrowed_list_does_not_grow_by_itself(desk: Desk, librarian: ScriptedLibrarian) -> None:
    librarian.tell(Rows(ROWS[:1], 1, 3))
    desk.context.listing.show_query("ra")
    librarian.answer()
    told = stale(desk)
    librarian.tell(Rows(ROWS[1:], 3, 3))
    assert desk.listed == []
    assert told


def test_new_posts_make_the_list_stale_and_not_busy(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    told = stale(read)
    librarian.tell(Rows((Row(9, "new.md"),), 4, 4))
    assert told
    assert read.listed == [RAIL, FORD, RATES]


def test_posts_that_are_gone_make_the_list_stale(read: Desk, librarian: ScriptedLibrarian) -> None:
    told = stale(read)
    librarian.tell(Gone(read.context.listing.rows[2:]))
    assert told


def test_an_answer_to_an_older_question_is_not_shown(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    read.context.listing.show_query("r")
    read.context.listing.show_query("ra")
    librarian.answer(1, question=-2)
    assert read.listed == [RAIL, FORD, RATES]
    librarian.answer(3, 2)
    assert read.listed == [RAIL, RATES]


def test_the_post_that_is_shown_goes_with_another_question_though_a_refresh_came_between(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    read.context.listing.show_query("fo")
    read.context.listing.refresh()
    librarian.answer(1)
    assert read.listed == [FORD]


def test_a_refresh_keeps_the_row_of_the_post_that_is_shown(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    read.show(FORD)
    read.context.listing.refresh()
    librarian.answer(3, 2)
    assert read.listed == [RAIL, FORD, RATES]


def test_a_query_that_is_not_understood_leaves_the_list_as_it_is(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    told: list[Found] = []
    read.context.listing.answered.connect(told.append)
    read.context.listing.show_query("(")
    problem = QueryProblem("The bracket is not closed.", 0, 1)
    librarian.reply(Found(problem=problem))
    assert read.context.listing.problem == problem
    assert [found.problem for found in told] == [problem]
    assert read.listed == [RAIL, FORD, RATES]


def test_an_answer_that_comes_again_with_more_is_shown(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    read.context.listing.show_query("author:ada")
    librarian.reply(Found(pending=3))
    assert read.listed == []
    librarian.answer(2)
    assert read.listed == [RATES]


def test_checks_alone_bring_a_new_list_at_the_end(read: Desk, librarian: ScriptedLibrarian) -> None:
    asked = len(librarian.searches)
    one = read.context.listing.rows[:1]
    librarian.tell(Checked(one, one, one, one))
    assert len(librarian.searches) == asked
    librarian.tell(Ready())
    assert len(librarian.searches) == asked + 1


def test_nothing_new_asks_nothing(read: Desk, librarian: ScriptedLibrarian) -> None:
    librarian.tell(Ready())
    librarian.answer(3, 1, 2)
    asked = len(librarian.searches)
    librarian.tell(Ready())
    assert len(librarian.searches) == asked


def test_posts_with_unsaved_edits_are_named_in_the_question(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    post = read.show(FORD)
    post.edit_text(post.post.with_body("Other.\n").edits, label="Body")
    read.context.listing.refresh()
    assert librarian.searches[-1].changed == {1}


def test_an_index_that_begins_anew_empties_the_list(
    read: Desk, librarian: ScriptedLibrarian
) -> None:
    assert read.workspace.folder is not None
    librarian.tell(Opened(read.workspace.folder))
    assert read.listed == []
    librarian.tell(Rows((Row(1, RATES),), 1, 3))
    assert read.listed == [RATES]


def test_another_folder_begins_with_everything(read: Desk, librarian: ScriptedLibrarian) -> None:
    read.context.listing.show_query("ford")
    read.shell.open_folder(read.root)
    assert (read.context.listing.query, read.context.listing.scope) == ("", EVERYTHING)
    librarian.answer(1)
    assert read.listed == []
