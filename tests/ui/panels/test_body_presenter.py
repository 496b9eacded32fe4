"""The body's presenter: the editor and the post in step, without Qt."""

from __future__ import annotations

import pytest

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.ui.panels.body.mapping import Place, Typed
from reviewer.ui.panels.body.part_presenter import smallest
from reviewer.ui.panels.body.presenter import BodyPresenter
from tests.support.panels import plain_context, put_on_desk
from tests.support.plain_editor import PlainEditor

POST = b"---\r\ntitle: T\r\n---\r\none\r\ntwo \xc2\r\nthree\r\n"


class Bench:
    """A presenter, its view, and the post on the desk."""

    def __init__(self, data: bytes = POST) -> None:
        self.context, self.post = plain_context(data)
        self.view = PlainEditor()
        self.presenter = BodyPresenter(self.context, self.view)

    def type(self, line: int, text: str) -> None:
        """Let the user turn a line into ``text``."""
        new = text.split("\n")
        self.view.lines[line : line + 1] = new
        self.presenter.typed(Typed(line, 1, tuple(new)))

    @property
    def data(self) -> bytes:
        return self.post.post.to_bytes()


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_body_is_shown_with_the_files_line_numbers(bench: Bench) -> None:
    assert bench.view.lines == ["one", "two \ufffd", "three", ""]
    assert bench.view.first_line == 4
    assert bench.view.enabled


def test_typing_changes_these_bytes_and_no_others(bench: Bench) -> None:
    bench.type(0, "one\nmore 😀")
    assert bench.data == POST.replace(b"one\r\n", b"one\r\nmore \xf0\x9f\x98\x80\r\n")


def test_typing_beside_a_bad_byte_leaves_it_alone(bench: Bench) -> None:
    bench.type(1, "X two \ufffd")
    assert bench.data == POST.replace(b"two", b"X two")


def test_typing_is_not_sent_back_to_the_editor(bench: Bench) -> None:
    bench.type(0, "one!")
    assert bench.view.shown == []


def test_key_presses_in_one_place_are_undone_together(bench: Bench) -> None:
    for text in ("onea", "oneab", "oneabc"):
        bench.type(0, text)
    bench.presenter.undo()
    assert bench.data == POST
    assert bench.view.lines[0] == "one"


def test_typing_elsewhere_is_another_undo_step(bench: Bench) -> None:
    bench.type(0, "one!")
    bench.type(2, "three!")
    bench.presenter.undo()
    assert bench.data == POST.replace(b"one", b"one!")


def test_deleting_is_another_undo_step_than_writing(bench: Bench) -> None:
    bench.type(0, "one!")
    bench.type(0, "one")
    bench.presenter.undo()
    assert bench.data == POST.replace(b"one", b"one!")


def test_undo_puts_the_caret_where_the_text_changed(bench: Bench) -> None:
    bench.type(2, "three!")
    bench.presenter.undo()
    assert bench.view.place == Place(2, 5)


def test_undo_of_a_field_is_told_since_the_body_does_not_show_it(bench: Bench) -> None:
    told: list[str] = []
    bench.context.notices.connect(lambda notice: told.append(notice.text))
    bench.post.edit(SetValue(("title",), "New"), label="Title")
    bench.presenter.undo()
    assert bench.data == POST
    assert told == ["Undone elsewhere: Title"]


def test_redo_brings_the_text_back(bench: Bench) -> None:
    bench.type(0, "one!")
    bench.presenter.undo()
    bench.presenter.redo()
    assert bench.view.lines[0] == "one!"


def test_a_longer_front_matter_moves_the_line_numbers_and_not_the_text(bench: Bench) -> None:
    bench.post.edit(SetValue(("layout",), "post"), label="Add")
    assert bench.view.first_line == 5
    assert bench.view.shown == []


def test_a_change_from_outside_arrives_as_small_edits(bench: Bench) -> None:
    start = bench.post.post.body_span.start
    body = bench.post.post.body
    at = start + body.index("three")
    edits = [TextEdit(Span(start, start), "zero "), TextEdit(Span(at, at + 5), "four")]
    bench.post.edit_text(edits, label="Elsewhere")
    assert bench.view.lines == ["zero one", "two \ufffd", "four", ""]
    assert sum(len(edit.text) for edit in bench.view.shown) < 12


def test_typing_front_matter_moves_it_out_of_the_body() -> None:
    bench = Bench(b"---\ntitle: T\n--\nbody\n")
    bench.type(2, "---")
    assert bench.post.post.data == {"title": "T"}
    assert bench.view.lines == ["body", ""]


def test_lines_of_the_body_can_be_asked_for(bench: Bench) -> None:
    bench.context.navigation.go_to_line(5)
    assert bench.view.line == 1


def test_lines_of_the_front_matter_are_not_the_bodys_concern(bench: Bench) -> None:
    bench.context.navigation.go_to_line(2)
    assert bench.view.line == -1


def test_the_caret_is_where_one_left_it_when_a_post_comes_back(bench: Bench) -> None:
    first = bench.post
    bench.type(0, "one!")
    bench.view.place = Place(2, 1)
    put_on_desk(bench.context.workspace, b"other", "other.md")
    assert bench.view.lines == ["other"]
    bench.view.place = Place(0, 0)
    put_on_desk(bench.context.workspace, POST, first.path)
    assert bench.view.place == Place(2, 1)


def test_without_a_post_nothing_can_be_typed(bench: Bench) -> None:
    bench.context.workspace.close_current()
    assert not bench.view.enabled
    assert bench.view.lines == [""]


def test_equal_lines_between_two_changes_are_left_alone() -> None:
    old = "a\nsame\nsame too\nb\n"
    edits = smallest(old, old.replace("a\n", "x\n").replace("b\n", "y\n"))
    assert [edit.text for edit in edits] == ["x", "y"]
