"""What was found in the text is underlined in it, and said where the caret or the mouse is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reviewer.document.edits import Span
from reviewer.schema.finding import Finding, Severity
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.body.mapping import Place
from reviewer.ui.panels.body.panel import BodyPanel
from reviewer.ui.panels.body.presenter import Underline
from reviewer.ui.panels.body.underlines import MOST_LINES, Underlines
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FRONT = "---\ntitle: T\n---\n"
TEXT = FRONT + "One two three.\n\nFour five six.\n"


def about(word: str, severity: Severity = Severity.ERROR) -> Finding:
    start = TEXT.index(word)
    line = TEXT[:start].count("\n") + 1
    return Finding("x", severity, f"{word} is odd", (), line, (), Span(start, start + len(word)))


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.panel = BodyPanel(self.context)
        self.editor = self.panel.widget.editor
        self.hint = self.panel.widget.hint
        self.post = put_on_desk(self.context.workspace, TEXT.encode())
        qtbot.addWidget(self.panel.widget)
        self.panel.widget.resize(500, 300)
        with qtbot.waitExposed(self.panel.widget):
            self.panel.widget.show()

    def find(self, *findings: Finding) -> None:
        self.post.remarks, self.post.examined = findings, self.post.post
        self.context.workspace.judge(self.post)

    def picture(self) -> QImage:
        return self.editor.viewport().grab().toImage()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


def test_each_severity_is_underlined_in_its_own_way(bench: Bench) -> None:
    pictures = [bench.picture()]
    for severity in Severity:
        bench.find(about("five", severity))
        pictures.append(bench.picture())
    assert all(one != two for n, one in enumerate(pictures) for two in pictures[:n])


def test_the_line_below_says_what_was_found_at_the_caret(bench: Bench) -> None:
    bench.find(about("five"))
    assert bench.hint.isHidden()
    bench.editor.show_caret((2, 6))
    assert bench.hint.message.text() == "five is odd"
    bench.editor.show_caret((2, 0))
    assert bench.hint.isHidden()


def test_the_mouse_hears_it_too(bench: Bench) -> None:
    bench.find(about("five"))
    point = bench.editor.cursorRect(bench.editor.cursor_between((2, 6), (2, 6))).center()
    where = bench.editor.viewport().mapToGlobal(point)
    QApplication.sendEvent(
        bench.editor.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(point), where)
    )
    until(lambda: QToolTip.text() == "five is odd", "the tool tip shows")
    QToolTip.hideText()


def test_a_span_asked_for_gets_the_caret(bench: Bench) -> None:
    span = about("five").span
    assert span is not None
    bench.context.navigation.go_to_span(span)
    assert bench.editor.caret() == (2, 5)
    assert bench.panel.presenter.caret == span.start


def test_an_underline_goes_along_with_its_word_while_typing(bench: Bench) -> None:
    bench.find(about("five"))
    bench.editor.show_caret((2, 0))
    QTest.keyClicks(bench.editor, "And ")
    assert bench.editor.underlined((2, 9)) == ("five is odd",)
    assert bench.editor.underlined((2, 8)) == ()


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ((0, 0, 3), (8, 12)),
        ((5, 0, 1), (6, 10)),
        ((7, 0, 1), (5, 10)),
        ((9, 0, 1), (5, 9)),
        ((4, 2, 0), (4, 7)),
        ((7, 4, 1), (5, 8)),
        ((12, 1, 1), (5, 9)),
    ],
)
def test_places_within_a_line_follow(
    qapp: QApplication, typed: tuple[int, int, int], now: tuple[int, int]
) -> None:
    underlines = Underlines(Theme(qapp, Scheme.LIGHT))
    underlines.show([Underline(Place(0, 5), Place(0, 9), Severity.ERROR, "m")])
    underlines.follow(0, *typed)
    assert [n for n in range(20) if underlines.at((0, n))] == list(range(now[0], now[1] + 1))


def test_of_a_long_passage_the_first_line_is_underlined(qapp: QApplication) -> None:
    underlines = Underlines(Theme(qapp, Scheme.LIGHT))
    underlines.show([Underline(Place(0, 2), Place(MOST_LINES, 3), Severity.HINT, "m")])
    assert underlines.at((0, 2)) == ("m",)
    assert underlines.at((1, 2)) == ()
