"""The History tab's presenter, without Qt."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from reviewer.desk.local_history.difference import Difference
from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.ui.panels.history import words
from reviewer.ui.panels.history.presenter import BEFORE, NOW, HistoryPresenter, Line, Offer
from tests.support.shell import FORD, RATES, make_desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reviewer.ui.panels.changes.rows import Row
    from tests.support.shell import Desk

CLOCK = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Shown:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.sentence = ""
        self.rows: list[Row] = []
        self.compared = ""
        self.chosen = -1
        self.offer = Offer()

    def show_versions(self, lines: Sequence[Line], sentence: str, chosen: int) -> None:
        self.lines, self.sentence, self.chosen = list(lines), sentence, chosen

    def show_rows(self, rows: Sequence[Row], sentence: str) -> None:
        self.rows, self.compared = list(rows), sentence

    def show_offer(self, offer: Offer) -> None:
        self.offer = offer

    def signs(self) -> list[str]:
        return [f"{row.sign}{row.text}" for row in self.rows if row.hunk >= 0]


class Bench:
    def __init__(self, folder: Path) -> None:
        self.desk: Desk = make_desk(folder)
        self.desk.shell.open_folder(self.desk.root)
        self.desk.show(FORD)
        self.view = Shown()
        self.presenter = HistoryPresenter(self.desk.context, self.view, lambda: CLOCK)
        self.presenter.show()

    def save(self, title: str) -> None:
        self.edit(title)
        self.desk.shell.saving.save_current()

    def edit(self, title: str) -> None:
        self.desk.current.edit(SetValue(("title",), title), label="Title")

    def title(self) -> str:
        return str(self.desk.current.post.data["title"])


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_post_that_was_never_saved_has_no_versions(bench: Bench) -> None:
    assert bench.view.lines == []
    assert bench.view.sentence == "0 earlier versions"


def test_each_save_adds_the_version_before_it(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    assert [line.changed for line in bench.view.lines] == ["title", "oldest version kept"]


def test_a_version_is_compared_with_the_text_now(bench: Bench) -> None:
    bench.save("Two")
    bench.edit("Three")
    assert bench.view.signs() == ["−title: Ford talks", "+title: Three"]
    assert bench.view.compared == "Since this version: 1 line changed."


def test_a_version_is_compared_with_the_one_before(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    bench.presenter.compare_with(BEFORE)
    assert bench.view.signs() == ["−title: Ford talks", "+title: Two"]
    assert not any(row.leads for row in bench.view.rows)


def test_restoring_is_an_edit_that_can_be_undone_and_writes_nothing(bench: Bench) -> None:
    bench.save("Two")
    on_disk = bench.desk.on_disk(FORD)
    bench.presenter.restore_version()
    assert bench.title() == "Ford talks"
    assert bench.desk.on_disk(FORD) == on_disk
    assert bench.desk.notices[-1] == "Brought back. Nothing is written until you save."
    bench.desk.current.undo()
    assert bench.title() == "Two"


def test_one_field_comes_back_alone(bench: Bench) -> None:
    bench.desk.current.edit(SetValue(("category",), "Cars"), label="Category")
    bench.save("Two")
    assert bench.view.offer == Offer(("title", "category"), body=False, whole=True)
    bench.presenter.restore_field("category")
    assert bench.desk.current.post.data["category"] == "News"
    assert bench.title() == "Two"


def test_a_field_that_was_not_there_goes(bench: Bench) -> None:
    bench.desk.current.edit(SetValue(("series",), "Cars"), label="Series")
    bench.desk.shell.saving.save_current()
    bench.presenter.restore_field("series")
    assert "series" not in bench.desk.current.post.data


def test_the_body_comes_back_alone(bench: Bench) -> None:
    post = bench.desk.current
    body = post.post.body
    end = Span(len(post.post.text), len(post.post.text))
    post.edit_text([TextEdit(end, "more\n")], label="Typing")
    bench.save("Two")
    assert bench.view.lines[0].changed == "oldest version kept"
    assert bench.view.offer.body
    bench.presenter.restore_body()
    assert post.post.body == body
    assert bench.title() == "Two"


def test_single_lines_come_back(bench: Bench) -> None:
    bench.save("Two")
    bench.presenter.restore_lines(0)
    assert bench.title() == "Ford talks"


def test_lines_of_another_comparison_bring_nothing_back(bench: Bench) -> None:
    bench.save("Two")
    bench.presenter.compare_with(BEFORE)
    bench.presenter.restore_lines(0)
    assert bench.title() == "Two"
    bench.presenter.compare_with(NOW)
    bench.presenter.restore_lines(7)
    assert bench.title() == "Two"


def test_the_version_looked_at_stays_chosen_when_another_comes(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    bench.presenter.choose(1)
    looked_at = bench.view.lines[1]
    bench.save("Four")
    assert bench.view.chosen == 2
    assert bench.view.lines[2] == looked_at


def test_another_post_has_other_versions(bench: Bench) -> None:
    bench.save("Two")
    bench.desk.show(RATES)
    assert bench.view.lines == []


def test_nothing_is_read_while_nobody_looks(bench: Bench) -> None:
    bench.presenter.hide()
    bench.save("Two")
    assert bench.view.lines == []
    bench.presenter.show()
    assert len(bench.view.lines) == 1


def test_a_history_that_cannot_be_kept_is_told_once_and_the_save_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "blocked").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "blocked"))
    bench = Bench(tmp_path)
    bench.save("Two")
    bench.save("Three")
    told = [text for text in bench.desk.notices if "could not be kept" in text]
    assert len(told) == 1
    assert b"title: Three" in bench.desk.on_disk(FORD)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 3, 2, 9, 5, tzinfo=UTC), "Today, 09:05"),
        (datetime(2026, 3, 1, 23, 59, tzinfo=UTC), "Yesterday, 23:59"),
        (datetime(2025, 12, 24, 18, 0, tzinfo=UTC), "24 Dec 2025, 18:00"),
    ],
)
def test_moments_read_as_people_say_them(moment: datetime, said: str) -> None:
    assert words.when(moment.timestamp(), CLOCK) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Difference(("title", "date"), 3), "title, date; body 3 lines"),
        (Difference(("a", "b", "c", "d", "e")), "a, b, c and 2 more"),
        (Difference(body_lines=1), "body 1 line"),
        (Difference(other=True), "comments, order or line ends"),
        (Difference(), "nothing"),
    ],
)
def test_changes_read_as_people_say_them(found: Difference, said: str) -> None:
    assert words.difference(found) == said
