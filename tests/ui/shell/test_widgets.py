"""The small shared widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reviewer.ui.context import Notice
from reviewer.ui.later import Later
from reviewer.ui.widgets.elided_label import ElidedLabel
from reviewer.ui.widgets.empty_state import EmptyState
from reviewer.ui.widgets.flow_layout import FlowLayout
from reviewer.ui.widgets.progress_line import ProgressLine
from reviewer.ui.widgets.segmented import SegmentedControl
from reviewer.ui.widgets.steady_button import SteadyButton
from reviewer.ui.widgets.style import styled
from reviewer.ui.widgets.text_lines import text_lines
from reviewer.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from reviewer.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_text_that_fits_is_one_line(theme: Theme) -> None:
    assert text_lines("Short", theme.font(), 300, 2) == ["Short"]


def test_text_that_does_not_fit_ends_in_an_ellipsis(theme: Theme) -> None:
    lines = text_lines("word " * 60, theme.font(), 120, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert not lines[0].endswith("…")


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_text_is_no_line(theme: Theme, text: str) -> None:
    assert text_lines(text, theme.font(), 120, 2) in ([], [""])


def test_line_breaks_in_a_title_are_blanks(theme: Theme) -> None:
    assert text_lines("one\ntwo", theme.font(), 300, 2) == ["one two"]


def test_elided_label_tells_the_rest_in_its_tool_tip(parent: QWidget) -> None:
    label = ElidedLabel("A text much longer than there is room for", parent=parent)
    label.resize(60, 20)
    label.setText("A text much longer than there is room for")
    assert label.toolTip() == label.text()
    label.resize(400, 20)
    label.setText("Short")
    assert label.toolTip() == ""


def test_elided_label_shows_markup_as_text(parent: QWidget) -> None:
    assert ElidedLabel("<b>x</b>", parent=parent).textFormat() is Qt.TextFormat.PlainText


def test_flow_layout_wraps_where_the_row_is_full(parent: QWidget) -> None:
    box = QWidget(parent)
    flow = FlowLayout(box, spacing=4)
    labels = [QLabel(f"label {number}") for number in range(6)]
    for label in labels:
        label.setFixedSize(80, 20)
        flow.addWidget(label)
    box.resize(260, 200)
    flow.setGeometry(box.rect())
    assert [label.y() for label in labels] == [0, 0, 0, 24, 24, 24]
    assert flow.heightForWidth(260) == 44
    assert flow.heightForWidth(600) == 20


def test_flow_layout_puts_a_widget_where_it_is_asked_to(parent: QWidget) -> None:
    flow = FlowLayout(QWidget(parent))
    first, second = QLabel("a"), QLabel("b")
    flow.addWidget(second)
    flow.insertWidget(0, first)
    assert [flow.itemAt(place).widget() for place in range(2)] == [first, second]


def test_segmented_control_tells_what_the_user_picks_only(parent: QWidget) -> None:
    control = SegmentedControl([("a", "A"), ("b", "B")], "Choice", parent)
    told: list[str] = []
    control.chosen.connect(told.append)
    control.choose("a")
    assert (control.current, told) == ("a", [])
    QTest.mouseClick(control.findChildren(QPushButton)[1], LEFT)
    assert (control.current, told) == ("b", ["b"])


def test_segmented_control_goes_to_the_neighbour_by_key(parent: QWidget) -> None:
    control = SegmentedControl([("a", "A"), ("b", "B")], "Choice", parent)
    control.choose("b")
    QTest.keyClick(control, Qt.Key.Key_Right)
    assert control.current == "a"
    QTest.keyClick(control, Qt.Key.Key_Left)
    assert control.current == "b"


def test_toast_does_what_its_button_says_and_goes(parent: QWidget) -> None:
    done: list[int] = []
    toast = Toast(parent)
    toast.say(Notice("Category set", "Undo", lambda: done.append(1)))
    assert toast.isVisible()
    QTest.mouseClick(toast.findChild(QPushButton), LEFT)
    assert done == [1]
    assert not toast.isVisible()


def test_toast_stays_in_the_middle(parent: QWidget) -> None:
    toast = Toast(parent)
    toast.say(Notice("Saved"))
    parent.resize(700, 300)
    assert abs(toast.geometry().center().x() - 350) <= 1
    toast.hide()


def test_empty_state_asks_by_its_button(parent: QWidget, qtbot: QtBot) -> None:
    empty = EmptyState("Nothing", "at all", "Show all", parent)
    with qtbot.waitSignal(empty.asked):
        empty.findChild(QPushButton).click()


def test_progress_line_can_be_stopped(parent: QWidget, qtbot: QtBot) -> None:
    line = ProgressLine(parent)
    line.show_progress("Reading", 3, 10)
    assert line.isVisible()
    with qtbot.waitSignal(line.stopped):
        line.findChild(QPushButton).click()


def test_later_does_many_requests_once(parent: QWidget, qtbot: QtBot) -> None:
    done: list[int] = []
    later = Later(lambda: done.append(1), parent, pause=5)
    for _ in range(20):
        later.ask()
    qtbot.waitUntil(lambda: bool(done))
    assert done == [1]


def test_a_button_whose_text_turns_bold_has_room_for_it(parent: QWidget, theme: Theme) -> None:
    button = styled(SteadyButton("Details and more", parent), "tab")
    button.setCheckable(True)
    button.show()
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before
    bold = QFontMetricsF(theme.font(bold=True)).horizontalAdvance(button.text())
    assert before.width() >= bold
