"""Tags in a real view: what is typed among the chips is what the bytes become."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option

POST = "---\ntitle: A\ntags: [ev, china]\n---\nBody stays.\n"
TYPE = ContentType(
    "posts",
    (
        Field("title", "Title", "string", count=9),
        Field("tags", "Tags", "tags", options=(Option("autos", count=3),), count=9),
    ),
    count=9,
)


@pytest.fixture
def form(window):
    return window(POST, TYPE)


def with_tags(new: str) -> str:
    return POST.replace("[ev, china]", new)


def test_enter_adds_a_tag_to_the_line(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "autos")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.text == with_tags("[ev, china, autos]")
    assert line.text() == ""


def test_a_tag_that_is_there_is_not_added_twice(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "ev,")
    assert form.text == POST


def test_leaving_takes_over_a_tag_that_was_begun(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "solar")
    form.editor("title").line.setFocus()
    assert form.text == with_tags("[ev, china, solar]")


def test_delete_on_a_chip_takes_the_tag_away(form, qtbot):
    chip = form.editor("tags").chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert form.text == with_tags("[china]")


def test_backspace_at_the_start_goes_back_to_the_chips(form, qtbot):
    editor = form.editor("tags")
    editor.line.setFocus()
    qtbot.keyClick(editor.line, Qt.Key.Key_Backspace)
    assert editor.chips[-1].hasFocus()


def test_alt_and_arrows_move_a_tag(form, qtbot):
    chip = form.editor("tags").chips[0]
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert form.text == with_tags("[china, ev]")


def test_enter_on_a_chip_edits_the_tag(form, qtbot):
    editor = form.editor("tags")
    editor.chips[1].setFocus()
    qtbot.keyClick(editor.chips[1], Qt.Key.Key_Return)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "India")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert form.text == with_tags("[ev, India]")


def test_a_tag_is_in_the_post_before_it_is_ended(form, qtbot):
    editor = form.editor("tags")
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "solar")
    assert form.text == with_tags("[ev, china, solar]")
    assert [chip.label.text() for chip in editor.chips if chip.isVisible()] == ["ev", "china"]


def test_a_tag_typed_and_undone_leaves_line_and_post_as_they_were(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "solar")
    form.open_post.undo()
    assert (form.text, line.text()) == (POST, "")


def test_escape_takes_a_begun_tag_back(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "solar")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (form.text, line.text()) == (POST, "")


def test_escape_gives_an_edited_tag_its_old_text_again(form, qtbot):
    editor = form.editor("tags")
    editor.chips[0].setFocus()
    qtbot.keyClick(editor.chips[0], Qt.Key.Key_Return)
    qtbot.keyClicks(editor.line, "EV cars")
    assert form.text == with_tags("[EV cars, china]")
    qtbot.keyClick(editor.line, Qt.Key.Key_Escape)
    assert form.text == POST
    assert editor.chips[0].isVisible()


def test_tags_pasted_with_commas_are_several(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    QApplication.clipboard().setText("solar, wind,ev")
    line.paste()
    assert form.text == with_tags("[ev, china, solar, wind]")
    qtbot.keyClick(line, Qt.Key.Key_S)
    assert form.text == with_tags("[ev, china, solar, wind, evs]")


def test_a_suggested_tag_is_taken_over_by_the_keyboard(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "au")
    popup = form.editor("tags").suggestions.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.text == with_tags("[ev, china, autos]")
    assert line.text() == ""
    assert not popup.isVisible()


def test_going_to_one_tag_gives_its_chip_the_keyboard(form):
    form.presenter.reveal(("tags", 1))
    assert form.editor("tags").chips[1].hasFocus()


def test_a_tag_that_was_begun_does_not_go_into_the_next_post(form, qtbot):
    line = form.editor("tags").line
    line.setFocus()
    qtbot.keyClicks(line, "solar")
    first = form.open_post
    other = "---\ntags: [a]\n---\n"
    form.show_other(other)
    form.editor("tags").line.clearFocus()
    assert form.text == other
    assert first.post.data["tags"] == ["ev", "china", "solar"]
