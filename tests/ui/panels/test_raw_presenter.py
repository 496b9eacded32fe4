"""Front matter as text: when it is shown, and what is said. Without Qt."""

from __future__ import annotations

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.ui.panels.body.mapping import Place, Typed
from reviewer.ui.panels.raw.presenter import RawPresenter, Verdict
from tests.support.panels import plain_context, put_on_desk
from tests.support.plain_editor import PlainEditor

BROKEN = b"---\r\ntitle: Copper: a new high\r\nlayout: post\r\n---\r\nBody\r\n"
FINE = b"---\ntitle: T\n---\nBody\n"


class View:
    def __init__(self) -> None:
        self.raw = False
        self.verdict = Verdict(True, "")
        self.soon = 0

    def show_raw(self, raw: bool) -> None:
        self.raw = raw

    def show_verdict(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def ask_soon(self) -> None:
        self.soon += 1


class Bench:
    def __init__(self, data: bytes = BROKEN) -> None:
        self.context, self.post = plain_context(data)
        self.view = View()
        self.editor = PlainEditor()
        self.presenter = RawPresenter(self.context, self.editor, self.view)

    def type(self, line: int, text: str) -> None:
        new = text.split("\n")
        self.editor.lines[line : line + 1] = new
        self.presenter.typed(Typed(line, 1, tuple(new)))

    @property
    def data(self) -> bytes:
        return self.post.post.to_bytes()


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_broken_front_matter_is_shown_as_text_with_its_fences(bench: Bench) -> None:
    assert bench.view.raw
    assert bench.editor.lines == ["---", "title: Copper: a new high", "layout: post", "---"]


def test_what_is_wrong_is_said_with_its_line(bench: Bench) -> None:
    assert not bench.view.verdict.reads
    assert bench.view.verdict.line == 2
    assert bench.view.verdict.what
    assert bench.editor.marks == {1: "error"}
    assert bench.editor.place == Place(1, 0)


def test_front_matter_that_reads_leaves_the_form_alone() -> None:
    assert not Bench(FINE).view.raw


def test_typing_changes_these_bytes_only_and_is_read_again(bench: Bench) -> None:
    bench.type(1, 'title: "Copper: a new high"')
    assert bench.data == BROKEN.replace(b"Copper: a new high", b'"Copper: a new high"')
    assert bench.view.verdict.reads
    assert bench.editor.marks == {}


def test_the_form_waits_for_a_pause_and_then_comes_back(bench: Bench) -> None:
    bench.type(1, 'title: "Copper: a new high"')
    assert bench.view.raw
    assert bench.view.soon == 1
    bench.presenter.leave()
    assert not bench.view.raw


def test_the_form_does_not_come_back_while_the_text_is_broken(bench: Bench) -> None:
    bench.type(1, "title: Copper: b")
    bench.presenter.leave()
    bench.presenter.done()
    assert bench.view.raw


def test_undo_elsewhere_that_mends_it_brings_the_form_back_at_once() -> None:
    bench = Bench(FINE)
    text = bench.post.post.text
    at = text.index("T\n")
    bench.post.edit_text([TextEdit(Span(at, at), "a: b: ")], label="Break")
    assert bench.view.raw
    bench.post.undo()
    assert not bench.view.raw


def test_undo_in_the_text_is_the_posts_undo(bench: Bench) -> None:
    bench.type(2, "layout: page")
    bench.presenter.undo()
    assert bench.data == BROKEN
    assert bench.editor.lines[2] == "layout: post"


def test_a_fence_that_is_missing_for_a_moment_does_not_take_the_text_away(bench: Bench) -> None:
    bench.type(3, "--")
    assert bench.editor.lines[-1] == "--"
    assert bench.view.raw
    bench.type(3, "---")
    assert bench.editor.lines[-1] == "---"
    assert bench.data == BROKEN


def test_new_lines_grow_the_part_and_keep_the_body_out(bench: Bench) -> None:
    bench.type(2, "layout: post\ndraft: true")
    assert bench.editor.lines[-2:] == ["draft: true", "---"]
    bench.type(4, "---x")
    bench.type(4, "---")
    assert bench.data == BROKEN.replace(b"post\r\n", b"post\r\ndraft: true\r\n")


def test_body_edits_do_not_show_in_the_text(bench: Bench) -> None:
    end = len(bench.post.post.text)
    bench.post.edit_text([TextEdit(Span(end, end), "more")], label="Typing")
    assert bench.editor.lines[-1] == "---"


def test_good_front_matter_can_be_edited_as_text_and_stays_until_one_is_done() -> None:
    bench = Bench(FINE)
    tabs: list[str] = []
    bench.context.navigation.tab_requested.connect(tabs.append)
    bench.presenter.edit()
    assert bench.view.raw
    assert tabs == ["details"]
    bench.type(1, "title: New")
    bench.presenter.leave()
    assert bench.view.raw
    bench.presenter.done()
    assert not bench.view.raw
    assert bench.post.post.data == {"title": "New"}


def test_without_front_matter_there_is_no_text_of_it_to_edit() -> None:
    bench = Bench(b"Just text\n")
    assert not bench.presenter.can_edit()
    bench.presenter.edit()
    assert not bench.view.raw


def test_another_post_brings_its_own_form(bench: Bench) -> None:
    put_on_desk(bench.context.workspace, FINE, "fine.md")
    assert not bench.view.raw


def test_a_requested_line_of_the_front_matter_is_shown(bench: Bench) -> None:
    bench.context.navigation.line_requested.emit(2)
    assert bench.editor.line == 1
    bench.context.navigation.line_requested.emit(5)
    assert bench.editor.line == 1
