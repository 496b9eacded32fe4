"""The Changes tab's presenter, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.ui.panels.changes.presenter import QUICK, ChangesPresenter
from tests.support.panels import plain_context, put_on_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.ui.panels.changes.rows import Row

LINES = b"".join(b"line %d\n" % n for n in range(30))
POST = b"---\ntitle: Old\n---\n" + LINES


class Shown:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.text = ""
        self.changed = False

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.rows = list(rows)

    def show_summary(self, text: str, *, changed: bool) -> None:
        self.text, self.changed = text, changed

    def show_bases(self, base: str, *, offered: bool) -> None:
        self.base, self.offered = base, offered

    def signs(self) -> list[str]:
        return [f"{row.sign}{row.text}" for row in self.rows if row.hunk >= 0]


class Bench:
    def __init__(self, data: bytes = POST) -> None:
        self.context, self.post = plain_context(data)
        self.view = Shown()
        self.presenter = ChangesPresenter(self.context, self.view)
        self.presenter.show()

    def title(self, text: str) -> None:
        self.post.edit(SetValue(("title",), text), label="Title")


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_post_just_read_has_no_changes(bench: Bench) -> None:
    assert not bench.view.changed
    assert bench.view.rows == []


def test_an_edit_shows_at_once(bench: Bench) -> None:
    bench.title("New")
    assert bench.view.signs() == ["−title: Old", "+title: New"]
    assert bench.view.text.startswith("1 line will change.")


def test_nothing_is_compared_while_nobody_looks(bench: Bench) -> None:
    bench.presenter.hide()
    bench.title("New")
    assert bench.view.rows == []
    bench.presenter.show()
    assert len(bench.view.signs()) == 2


def test_one_change_can_be_reverted_and_that_undone(bench: Bench) -> None:
    bench.title("New")
    end = len(bench.post.post.text)
    bench.post.edit_text([TextEdit(Span(end, end), "more\n")], label="Typing")
    bench.presenter.revert_hunk(0)
    assert bench.post.post.to_bytes() == POST + b"more\n"
    bench.post.undo()
    assert bench.post.post.data["title"] == "New"


def test_all_can_be_reverted(bench: Bench) -> None:
    bench.title("New")
    bench.presenter.revert_all()
    assert bench.post.post.to_bytes() == POST
    assert not bench.view.changed


def test_a_fold_opens_and_stays_open_while_one_types(bench: Bench) -> None:
    bench.title("New")
    (fold,) = [row.fold for row in bench.view.rows if row.kind == "fold"]
    bench.presenter.unfold(fold)
    assert not [row for row in bench.view.rows if row.kind == "fold"]
    bench.title("Newer")
    assert not [row for row in bench.view.rows if row.kind == "fold"]


def test_another_post_starts_folded(bench: Bench) -> None:
    bench.title("New")
    put_on_desk(bench.context.workspace, b"text", "other.md")
    assert bench.view.rows == []


class WaitingTasks:
    """Tasks that are done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, key: str, work: Callable, done: Callable, failed: object = None) -> None:
        self.waiting.append(lambda: done(work()))

    def cancel(self, key: str) -> None:
        self.waiting.clear()


def test_large_posts_are_compared_in_the_background_and_stale_results_revert_nothing() -> None:
    bench = Bench(POST + b"x" * QUICK)
    tasks = WaitingTasks()
    bench.context.tasks = tasks
    bench.title("New")
    assert bench.view.rows == []
    tasks.waiting.pop()()
    assert bench.view.signs() == ["−title: Old", "+title: New"]
    bench.title("Newer")
    bench.presenter.revert_hunk(0)
    assert bench.post.post.data["title"] == "Newer"
