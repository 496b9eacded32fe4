"""Each editor in a real view: what is typed, clicked or dragged is what the bytes become."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from reviewer.document.edits import Span, TextEdit
from reviewer.schema.content_type import ContentType
from reviewer.schema.field import Field, Option

POST = """---
title: "Ford held talks"   # keep
category: 'Nws'
date: 2026-02-01 06:54:02
source: https://example.org/a
score: 8
draft: false
tags: [ev, china]
tldr:
  - "One point."
  # between
  - "Two points."
about: |
  First line.
  Second line.
seo:
  title: Short
  noindex: true
links:
  - name: A
    url: https://a.example
---
Body stays.
"""
TYPE = ContentType(
    "posts",
    (
        Field("title", "Title", "string", count=9),
        Field("category", "Category", "enum", options=(Option("News", count=7),), count=9),
        Field("date", "Date", "datetime", count=9),
        Field("source", "Source", "url", count=9),
        Field("score", "Score", "int", count=9),
        Field("draft", "Draft", "bool", count=9),
        Field("tags", "Tags", "tags", options=(Option("autos", count=3),), count=9),
        Field("tldr", "TL;DR", "list", item=Field("", kind="text"), count=9),
        Field("about", "About", "text", count=9),
    ),
    count=9,
)


@pytest.fixture
def form(window):
    return window(POST, TYPE)


def with_line(old: str, new: str) -> str:
    assert POST.count(old) == 1
    return POST.replace(old, new)


def press(qtbot, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifiers)


def test_typing_into_a_text_changes_that_text(form, qtbot):
    line = form.editor("title").line
    line.setFocus()
    line.setCursorPosition(4)
    qtbot.keyClicks(line, "!!")
    assert form.text == with_line("Ford held", "Ford!! held")
    assert line.cursorPosition() == 6


def test_undo_after_typing_shows_and_gives_the_first_bytes(form, qtbot):
    line = form.editor("title").line
    line.setFocus()
    qtbot.keyClicks(line, "Oh ")
    form.open_post.undo()
    assert form.text == POST
    assert line.text() == "Ford held talks"


def test_undo_keys_are_left_to_the_window(form, qtbot):
    line = form.editor("title").line
    line.setFocus()
    qtbot.keyClicks(line, "Oh ")
    press(qtbot, line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "Oh Ford held talks"


def test_a_change_elsewhere_leaves_the_focused_field_alone(form, qtbot):
    line = form.editor("title").line
    line.setFocus()
    line.setCursorPosition(7)
    at = form.text.index("Nws")
    form.open_post.edit_text([TextEdit(Span(at, at + 3), "News")], label="raw", origin="raw")
    assert form.editor("category").line.text() == "News"
    assert line.hasFocus()
    assert line.cursorPosition() == 7


def test_a_long_text_takes_new_lines_and_keeps_its_last_line_end(form, qtbot):
    area = form.editor("about").area
    assert area.raw == "First line.\nSecond line."
    area.setFocus()
    area.caret_to_end()
    press(qtbot, area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "Third.")
    assert form.text == with_line("Second line.\n", "Second line.\n  Third.\n")


def test_a_long_text_grows_with_its_content(form, qtbot):
    area = form.editor("about").area
    before = area.height()
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Return)
    press(qtbot, area, Qt.Key.Key_Return)
    assert area.height() > before


def test_no_break_spaces_survive_typing_elsewhere_in_the_text(window, qtbot):
    form = window('---\nabout: "a\u00a0b and more\\nend"\n---\n')
    area = form.editor("about").area
    area.setFocus()
    area.caret_to_end()
    qtbot.keyClicks(area, "!")
    assert form.open_post.post.data["about"] == "a\u00a0b and more\nend!"


def test_plus_and_minus_step_the_number(form, qtbot):
    editor = form.editor("score")
    qtbot.mouseClick(editor.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.less, Qt.MouseButton.LeftButton)
    assert form.text == with_line("score: 8", "score: 9")


def test_arrow_keys_step_the_number(form, qtbot):
    line = form.editor("score").line
    line.setFocus()
    press(qtbot, line, Qt.Key.Key_Up)
    assert form.text == with_line("score: 8", "score: 9")


def test_the_wheel_never_changes_a_number(form):
    line = form.editor("score").line
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(line.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(line, event)
    assert form.text == POST


def test_a_word_is_one_click_for_yes_or_no(form, qtbot):
    yes, _no = form.editor("draft").chain()
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert form.text == with_line("draft: false", "draft: true")


def test_a_picked_value_is_written_in_the_style_of_the_old_one(form):
    form.editor("category").suggestions.activated[str].emit("News")
    assert form.text == with_line("'Nws'", "'News'")
    assert form.editor("category").line.text() == "News"


def test_the_arrow_lists_all_known_values(form, qtbot):
    editor = form.editor("category")
    qtbot.mouseClick(editor.arrow, Qt.MouseButton.LeftButton)
    popup = editor.suggestions.popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 1
    popup.hide()


def test_another_day_from_the_calendar_keeps_the_time(form):
    editor = form.editor("date")
    editor.open_calendar()
    assert editor.popup.calendar.selectedDate() == QDate(2026, 2, 1)
    editor.popup.calendar.clicked.emit(QDate(2026, 3, 4))
    assert form.text == with_line("2026-02-01 06:54:02", "2026-03-04 06:54:02")
    assert not editor.popup.isVisible()


def test_a_zone_from_the_menu_keeps_day_and_time(form):
    editor = form.editor("date")
    editor.open_calendar()
    editor.popup.zone.textActivated.emit("+01:00")
    assert form.text.startswith(POST[: POST.index("date:")])
    assert form.open_post.post.data["date"].utcoffset().total_seconds() == 3600
    assert editor.line.text() == "2026-02-01 06:54:02+01:00"


def test_a_date_that_is_none_is_kept_as_typed(form, qtbot):
    line = form.editor("date").line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "2026-02-31")
    assert form.open_post.post.data["date"] == "2026-02-31"
    assert line.text() == "2026-02-31"
    assert form.form.row(("date",)).tone == "error"


def test_typing_into_an_item_changes_its_line_only(form, qtbot):
    area = form.editor("tldr", 1).area
    area.setFocus()
    area.caret_to_end()
    qtbot.keyClicks(area, " Yes")
    assert form.text == with_line('"Two points."', '"Two points. Yes"')


def test_enter_in_an_item_adds_the_next_one_and_goes_there(form, qtbot):
    area = form.editor("tldr", 0).area
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Return)
    assert form.open_post.post.data["tldr"] == ["One point.", "", "Two points."]
    assert form.editor("tldr", 1).area.hasFocus()


def test_backspace_in_an_empty_item_takes_it_away(form, qtbot):
    area = form.editor("tldr", 0).area
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Return)
    press(qtbot, form.editor("tldr", 1).area, Qt.Key.Key_Backspace)
    assert form.text == POST
    assert form.editor("tldr", 0).area.hasFocus()


def test_the_cross_takes_an_item_away(form, qtbot):
    frame = form.editor("tldr").frames[0]
    qtbot.mouseClick(frame.cross, Qt.MouseButton.LeftButton)
    assert form.open_post.post.data["tldr"] == ["Two points."]


def test_alt_down_moves_an_item_and_the_keyboard_with_it(form, qtbot):
    area = form.editor("tldr", 0).area
    area.setFocus()
    press(qtbot, area, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.open_post.post.data["tldr"] == ["Two points.", "One point."]
    assert form.editor("tldr", 1).area.hasFocus()


def test_a_nested_field_is_edited_in_its_group(form, qtbot):
    line = form.editor("seo", "title").line
    line.setFocus()
    qtbot.keyClicks(line, "Very ")
    assert form.text == with_line("title: Short", "title: Very Short")


def test_a_card_is_edited_in_its_list(form, qtbot):
    line = form.editor("links", 0, "name").line
    line.setFocus()
    qtbot.keyClicks(line, "A")
    assert form.text == with_line("name: A", "name: AA")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("draft: maybe", "maybe"),
        ("score: high", "high"),
        ("tags: ev china", "ev china"),
        ("tldr: one", "one"),
        ("date: someday", "someday"),
    ],
)
def test_a_value_that_does_not_fit_is_shown_and_kept(window, line, shown):
    text = f"---\n{line}\n---\n"
    form = window(text, TYPE)
    name = line.split(":")[0]
    assert form.editor(name).line.text() == shown
    form.editor(name).line.setFocus()
    form.editor("title").line.setFocus()
    assert form.text == text
