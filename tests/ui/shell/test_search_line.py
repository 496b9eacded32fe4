"""The search field: its help, what is wrong with a query, and what was found instead."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from reviewer.site.index.messages import Found
from reviewer.site.query.parser import parse, problem_of
from reviewer.ui.panels.posts.search_line import SearchLine
from reviewer.ui.panels.posts.search_words import examples, remark, with_example

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reviewer.ui.theme.theme import Theme


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> SearchLine:
    line = SearchLine(theme)
    qtbot.addWidget(line)
    line.resize(320, 60)
    with qtbot.waitExposed(line):
        line.show()
    return line


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.query)
def test_every_example_is_a_query(example: object) -> None:
    parse(example.query)


def test_an_example_is_put_behind_what_was_typed() -> None:
    assert with_example("", "author:") == "author:"
    assert with_example("tax ", "author:") == "tax author:"


def test_half_a_query_has_a_problem_and_a_whole_one_has_none() -> None:
    assert problem_of("date>=soon").message.startswith("“date” needs a date")
    assert problem_of("date>=2026") is None


def test_words_that_were_taken_instead_are_named() -> None:
    similar = (("goverment", "government"), ("goverment", "governments"))
    said = remark(Found(array("I", [1]), similar=similar))
    assert said == "Nothing has “goverment”. Shown is what has government, governments."


def test_posts_that_wait_are_counted() -> None:
    assert remark(Found(pending=1200)) == "1,200 posts are still to be looked into."
    assert remark(Found()) == ""


def test_f1_explains_how_to_search(line: SearchLine, qtbot: QtBot) -> None:
    QTest.keyClick(line.field, Qt.Key.Key_F1)
    qtbot.waitUntil(line.help.isVisible)
    line.help.close()


def test_a_click_on_an_example_types_it(line: SearchLine, qtbot: QtBot) -> None:
    line.field.setText("tax")
    line.help.show_below(line.field)
    (button,) = (each for each in line.help.findChildren(QPushButton) if each.text() == "author:")
    with qtbot.waitSignal(line.changed):
        button.click()
    assert line.field.text() == "tax author:"
    assert not line.help.isVisible()


def test_a_wrong_query_is_explained_once_typing_pauses(line: SearchLine, qtbot: QtBot) -> None:
    QTest.keyClicks(line.field, "date>=soon")
    assert not line.notice.isVisible()
    qtbot.waitUntil(line.notice.isVisible)
    assert "needs a date" in line.notice.text()
    assert line.field.property("state") == "error"


def test_a_query_that_is_right_again_loses_its_mark_at_once(line: SearchLine) -> None:
    line.field.setText("date>=soon")
    line.judge()
    line.field.setText("date>=2026")
    assert not line.notice.isVisible()
    assert not line.field.property("state")


def test_marking_changes_neither_text_nor_caret(line: SearchLine) -> None:
    line.field.setText("a date>=🙂soon b")
    line.field.setCursorPosition(3)
    line.judge()
    assert line.field.text() == "a date>=🙂soon b"
    assert line.field.cursorPosition() == 3


def test_a_remark_goes_with_the_next_key(line: SearchLine) -> None:
    line.show_remark("Shown is something else.")
    assert line.notice.isVisible()
    QTest.keyClicks(line.field, "a")
    assert not line.notice.isVisible()
