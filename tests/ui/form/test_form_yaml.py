"""YAML text for what no other editor holds: applied while it can be read, kept while not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from reviewer.document.edits import Span, TextEdit
from reviewer.document.operations import SetValue
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field

TYPE = ContentType("posts", (Field("title", "Title", "string", count=9),), count=9)


def test_yaml_text_is_applied_only_while_it_can_be_read(window, qtbot):
    form = window("---\ntitle: {a: 1}\nnext: 1\n---\n", TYPE)
    area = form.editor("title").area
    area.setFocus()
    area.caret_to_end()
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    assert form.text == "---\ntitle: {a: 1}\nnext: 1\n---\n"
    assert form.form.row(("title",)).tone == "error"
    qtbot.keyClicks(area, ", b: 2}")
    assert form.text == "---\ntitle: {a: 1, b: 2}\nnext: 1\n---\n"
    assert area.hasFocus()


def test_yaml_that_waits_survives_a_look_from_the_checks(window, qtbot):
    form = window("---\ntitle: {a: 1}\n---\n", TYPE)
    area = form.editor("title").area
    area.setFocus()
    area.caret_to_end()
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    form.open_post.findings = ()
    form.presenter.findings_changed(form.open_post)
    assert area.raw == "{a: 1"


@pytest.fixture
def waiting(window, qtbot):
    """A form with YAML text that cannot be read yet."""
    form = window("---\ntitle: {a: 1}\nnext: 1\n---\nBody\n", TYPE)
    area = form.editor("title").area
    area.setFocus()
    area.caret_to_end()
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    return form


def test_yaml_that_waits_survives_typing_in_the_body(waiting):
    at = waiting.text.index("Body")
    waiting.open_post.edit_text([TextEdit(Span(at, at + 4), "Text")], label="Typing", origin="body")
    assert waiting.editor("title").area.raw == "{a: 1"


def test_yaml_that_waits_is_there_again_when_one_comes_back(waiting):
    first = waiting.open_post
    waiting.show_other("---\ntitle: {b: 2}\n---\n")
    assert waiting.editor("title").area.raw == "{b: 2}"
    waiting.presenter.show_post(first)
    assert waiting.editor("title").area.raw == "{a: 1"


def test_yaml_that_waits_goes_when_its_field_changes_elsewhere(waiting):
    waiting.open_post.edit(SetValue(("title",), {"c": 3}), label="Fix", origin="problems")
    assert waiting.editor("title").area.raw == "{c: 3}"


def test_yaml_that_waits_can_be_discarded(waiting):
    note = waiting.field("title").note
    assert "discard" in note.text()
    note.linkActivated.emit("revert")
    assert waiting.editor("title").area.raw == "{a: 1}"
    assert not waiting.form.row(("title",)).messages[0].text.startswith("Not applied")
