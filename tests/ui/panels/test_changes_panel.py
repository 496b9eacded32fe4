"""The Changes tab on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.document.operations import SetValue
from reviewer.ui.panels.changes.panel import ChangesPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

POST = b"---\ntitle: Old\n---\n" + b"".join(b"line %d\n" % n for n in range(30))


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.panel = ChangesPanel(self.context)
        self.list = self.panel.widget.list
        self.post = put_on_desk(self.context.workspace, POST)
        self.post.edit(SetValue(("title",), "New"), label="Title")
        qtbot.addWidget(self.panel.widget)
        self.panel.widget.resize(500, 500)
        with qtbot.waitExposed(self.panel.widget):
            self.panel.widget.show()

    def rows(self) -> list[str]:
        model = self.list.model()
        return [model.index(n, 0).data() for n in range(model.rowCount())]

    def click(self, row: int, *, right: bool = False) -> None:
        rect = self.list.visualRect(self.list.model().index(row, 0))
        place = QPoint(rect.right() - 25 if right else rect.left() + 120, rect.center().y())
        QTest.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


def test_the_change_is_shown_with_its_surroundings(bench: Bench) -> None:
    assert bench.rows() == [
        "---",
        "title: Old",
        "title: New",
        "---",
        "line 0",
        "line 1",
        "… 28 lines unchanged",
    ]


def test_a_click_on_a_fold_opens_it(bench: Bench) -> None:
    bench.click(6)
    assert len(bench.rows()) == 34


def test_enter_opens_a_fold(bench: Bench) -> None:
    bench.list.setCurrentIndex(bench.list.model().index(6, 0))
    QTest.keyClick(bench.list, Qt.Key.Key_Return)
    assert len(bench.rows()) == 34


def test_a_click_on_revert_reverts(bench: Bench) -> None:
    bench.click(1, right=True)
    assert bench.post.post.to_bytes() == POST


def test_a_click_beside_revert_does_not(bench: Bench) -> None:
    bench.click(1)
    bench.click(2, right=True)
    assert bench.post.is_dirty


def test_delete_reverts_the_current_change(bench: Bench) -> None:
    bench.list.setCurrentIndex(bench.list.model().index(2, 0))
    QTest.keyClick(bench.list, Qt.Key.Key_Delete)
    assert bench.post.post.to_bytes() == POST


def test_revert_all_leads_to_the_empty_state(bench: Bench) -> None:
    bench.panel.widget.revert_all.click()
    assert bench.panel.widget.empty.isVisible()


def test_lines_can_be_copied_as_a_diff(bench: Bench) -> None:
    bench.list.selectAll()
    QTest.keyClick(bench.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "-title: Old\n+title: New" in QGuiApplication.clipboard().text()


def test_the_sentence_stands_below(bench: Bench) -> None:
    said = bench.panel.widget.sentence.text()
    assert said == "1 line will change. Everything else stays byte for byte."


def test_rows_are_spoken(bench: Bench) -> None:
    index = bench.list.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "added line 2: title: New"


def test_the_scroll_position_stays_when_a_line_changes(bench: Bench, qtbot: QtBot) -> None:
    bench.click(6)
    bench.panel.widget.resize(500, 300)
    bar = bench.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(100)
    bench.post.edit(SetValue(("title",), "Newer"), label="Title")
    QApplication.processEvents()
    assert bar.value() == 100
