"""What the bulk edit's dialog shows while its form is filled in, and what it then does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.bulk.planning import CHANGED, REFUSED, UNCHANGED, Planned
from reviewer.document.edits import Span, TextEdit
from reviewer.ui.panels.bulk.plan_presenter import LISTED, SELECTED, Choice, Tally
from reviewer.ui.panels.bulk.presenter import BulkPresenter
from reviewer.ui.panels.bulk.wishes import APPEND, RENAME, REPLACE, SET, UNSET, Wish
from tests.support.bulk import planned
from tests.support.shell import DRAFT, FORD, RAIL, RATES, Desk, make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reviewer.ui.panels.changes.rows import Row

ALL = (FORD, RATES, RAIL, DRAFT)


class Shown:
    """A view that keeps what it was told last."""

    def __init__(self) -> None:
        self.problem = ""
        self.tally: Tally | None = None
        self.posts: list[Planned] = []
        self.rows: list[Row] = []
        self.says = ""
        self.values: list[str] = []
        self.progress: list[tuple[int, int]] = []
        self.finished: list[bool] = []

    def show_problem(self, text: str) -> None:
        self.problem = text

    def show_tally(self, tally: Tally | None) -> None:
        self.tally = tally

    def show_posts(self, posts: Sequence[Planned], *, fresh: bool) -> None:
        self.posts = [*([] if fresh else self.posts), *posts]

    def show_diff(self, rows: Sequence[Row], says: str) -> None:
        self.rows, self.says = list(rows), says

    def show_suggestions(self, values: Sequence[str]) -> None:
        self.values = list(values)

    def show_progress(self, done: int, total: int) -> None:
        self.progress.append((done, total))

    def finish(self, done: bool) -> None:
        self.finished.append(done)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = make_desk(tmp_path)
    desk.shell.open_folder(desk.root)
    return desk


@pytest.fixture
def view() -> Shown:
    return Shown()


@pytest.fixture
def presenter(desk: Desk, view: Shown) -> Iterator[BulkPresenter]:
    made = BulkPresenter(desk.context, desk.shell.bulk, view, Choice((FORD, RATES), ALL))
    yield made
    made.close()


def test_the_selected_posts_are_edited_unless_all_are_asked_for(
    presenter: BulkPresenter, view: Shown
) -> None:
    presenter.wish(Wish(field="lang", value="en"))
    assert (presenter.chosen, view.tally) == (SELECTED, Tally(2, changed=2))
    presenter.choose(LISTED)
    assert view.tally == Tally(4, changed=3, refused=1)


def test_one_selected_post_is_no_selection(desk: Desk, view: Shown) -> None:
    presenter = BulkPresenter(desk.context, desk.shell.bulk, view, Choice((FORD,), ALL))
    assert presenter.chosen == LISTED
    presenter.close()


def test_posts_are_counted_by_what_becomes_of_them(presenter: BulkPresenter, view: Shown) -> None:
    presenter.choose(LISTED)
    presenter.wish(Wish(verb=SET, field="category", value="News"))
    assert view.tally == Tally(4, changed=1, unchanged=2, refused=1)
    assert [each.path for each in view.posts] == [RATES]
    presenter.show_only(UNCHANGED)
    assert {each.path for each in view.posts} == {FORD, RAIL}


@pytest.mark.parametrize(
    ("wish", "removed", "added"),
    [
        (Wish(SET, "category", "Art"), "category: News", "category: Art"),
        (Wish(UNSET, "category"), "category: News", ""),
        (Wish(RENAME, "category", new="section"), "category: News", "section: News"),
        (Wish(APPEND, "tags", "cars"), "tags: [ev]", "tags: [ev, cars]"),
        (Wish(REPLACE, "", "Ford", "BMW"), "title: Ford talks", "title: BMW talks"),
        (Wish(REPLACE, "title", "F.rd", "BMW", regular=True), "Ford talks", "BMW talks"),
        (Wish(REPLACE, "title", "ford", "BMW", match_case=False), "Ford talks", "BMW talks"),
    ],
)
def test_each_verb_is_shown_as_a_diff(
    presenter: BulkPresenter, view: Shown, wish: Wish, removed: str, added: str
) -> None:
    presenter.wish(wish)
    presenter.look_at(view.posts[0])
    texts = {row.kind: row.text for row in view.rows if row.kind in ("removed", "added")}
    assert removed in texts.get("removed", "")
    assert added in texts.get("added", "")
    assert not any(row.leads for row in view.rows)


def test_why_a_post_stays_as_it_is_is_said(presenter: BulkPresenter, view: Shown) -> None:
    presenter.wish(Wish(field="title", value="Ford talks"))
    presenter.show_only(UNCHANGED)
    presenter.look_at(view.posts[0])
    assert (view.rows, view.says) == ([], "It has this value already.")


def test_posts_with_unsaved_edits_are_left_out_and_named(
    desk: Desk, presenter: BulkPresenter, view: Shown
) -> None:
    post = desk.show(FORD)
    start = post.post.text.index("Ford")
    post.edit_text([TextEdit(Span(start, start + 4), "FORD")], label="Type")
    presenter.wish(Wish(field="lang", value="en"))
    presenter.show_only(REFUSED)
    assert [(each.path, "not saved" in each.says) for each in view.posts] == [(FORD, True)]


@pytest.mark.parametrize(
    ("wish", "problem"),
    [
        (Wish(REPLACE, "", "(", regular=True), "cannot be read"),
        (Wish(RENAME, "title"), "new name"),
        (Wish(APPEND, "tags"), "Write the item"),
        (Wish(SET, "a]", "x"), "is no key"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_planned(
    presenter: BulkPresenter, view: Shown, wish: Wish, problem: str
) -> None:
    presenter.wish(wish)
    assert problem in view.problem
    assert view.tally is None


def test_nothing_is_planned_before_a_field_is_named(presenter: BulkPresenter, view: Shown) -> None:
    presenter.wish(Wish(value="x"))
    assert (view.problem, view.tally) == ("", None)


def test_applying_writes_all_and_offers_to_undo(
    desk: Desk, presenter: BulkPresenter, view: Shown
) -> None:
    before = desk.on_disk(FORD)
    presenter.wish(Wish(field="category", value="Art"))
    presenter.apply()
    assert view.finished == [True]
    assert view.progress[-1] == (4, 4)
    assert b"category: Art" in desk.on_disk(FORD)
    assert desk.notices[-1] == "2 posts changed"
    desk.shell.bulk.undo()
    assert desk.on_disk(FORD) == before
    assert desk.notices[-1] == "2 posts put back"


def test_after_a_failure_the_posts_are_looked_at_anew(
    desk: Desk, presenter: BulkPresenter, view: Shown
) -> None:
    presenter.wish(Wish(field="category", value="Art"))
    (desk.root / FORD).write_bytes(b"---\ncategory: Art\n---\n")
    presenter.apply()
    assert view.finished == [False]
    assert view.tally == Tally(2, changed=1, unchanged=1)
    presenter.apply()
    assert view.finished == [False, True]


def test_other_runs_neither_show_progress_nor_close_the_dialog(
    desk: Desk, presenter: BulkPresenter, view: Shown
) -> None:
    desk.shell.bulk.apply(planned(desk.root).changes())
    desk.shell.bulk.undo()
    assert (view.progress, view.finished) == ([], [])


def test_nothing_is_written_while_another_run_is_under_way(
    desk: Desk, presenter: BulkPresenter, view: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.on_disk(FORD)
    presenter.wish(Wish(field="category", value="Art"))
    monkeypatch.setattr(desk.context.tasks, "is_busy", lambda _key="": True)
    presenter.apply()
    assert "Try again" in view.problem
    assert (view.progress, desk.on_disk(FORD)) == ([], before)


def test_values_that_posts_have_are_offered(desk: Desk, view: Shown) -> None:
    presenter = BulkPresenter(desk.context, desk.shell.bulk, view, Choice((), ALL))
    assert {"title", "category", "tags"} <= set(presenter.fields)
    presenter.close()


def test_a_changed_outcome_is_what_is_listed_first(presenter: BulkPresenter, view: Shown) -> None:
    presenter.wish(Wish(field="lang", value="en"))
    assert {each.outcome for each in view.posts} == {CHANGED}
