"""The Problems tab on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.document.operations import SetValue
from reviewer.schema.finding import Finding, Fix, Severity
from reviewer.ui.panels.problems.panel import ProblemsPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

POST = b"---\ntitle: T\ncategory: Nws\n---\nBody\n"
FIX = Fix("Use News", (SetValue(("category",), "News"),))
FINDINGS = (
    Finding("x", Severity.ERROR, "No <b>title</b>", ("title",), 2),
    Finding("x", Severity.WARNING, "820 posts write “News”", ("category",), 3, (FIX,)),
)


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.panel = ProblemsPanel(self.context)
        self.widget = self.panel.widget
        self.post = put_on_desk(self.context.workspace, POST)
        self.fields: list[object] = []
        self.context.navigation.field_requested.connect(self.fields.append)
        qtbot.addWidget(self.widget)
        self.widget.resize(500, 400)
        with qtbot.waitExposed(self.widget):
            self.widget.show()

    def find(self, *findings: Finding) -> None:
        self.post.findings = findings
        self.context.workspace.findings_changed.emit(self.post)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


def test_without_findings_it_says_so(bench: Bench) -> None:
    assert bench.widget.empty.isVisible()
    assert bench.widget.empty.accessibleName() == "No problems found"


def test_a_click_on_a_problem_goes_to_its_field(bench: Bench) -> None:
    bench.find(*FINDINGS)
    QTest.mouseClick(bench.widget.cards[0], Qt.MouseButton.LeftButton)
    assert bench.fields == [("title",)]


def test_enter_goes_to_the_field_and_arrows_to_the_neighbours(bench: Bench) -> None:
    bench.find(*FINDINGS)
    bench.widget.cards[0].setFocus()
    QTest.keyClick(bench.widget.cards[0], Qt.Key.Key_Down)
    assert bench.widget.cards[1].hasFocus()
    QTest.keyClick(bench.widget.cards[1], Qt.Key.Key_Return)
    assert bench.fields == [("category",)]


def test_a_fix_mends_and_does_not_go_anywhere(bench: Bench) -> None:
    bench.find(*FINDINGS)
    (button,) = bench.widget.cards[1].fix_buttons
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.post.post.to_bytes() == POST.replace(b"Nws", b"News")
    assert bench.fields == []


def test_the_focus_stays_when_the_list_changes(bench: Bench) -> None:
    bench.find(*FINDINGS)
    bench.widget.cards[1].setFocus()
    bench.find(FINDINGS[0])
    assert bench.widget.cards[0].hasFocus()


def test_problems_are_named_for_screen_readers(bench: Bench) -> None:
    bench.find(*FINDINGS)
    assert [card.accessibleName() for card in bench.widget.cards] == [
        "Error: No <b>title</b> (title · line 2)",
        "Warning: 820 posts write “News” (category · line 3)",
    ]


def test_another_theme_keeps_the_list(bench: Bench) -> None:
    bench.find(*FINDINGS)
    bench.context.theme.choose(Scheme.DARK)
    assert len(bench.widget.cards) == 2
    bench.context.theme.choose(Scheme.LIGHT)
