"""Front matter as text on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reviewer.ui.panels.raw.panel import RawPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.panels import put_on_desk, themed_context

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

BROKEN = b"---\ntitle: Copper: a new high\n---\nBody\n"
FINE = b"---\ntitle: T\n---\nBody\n"


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.context = themed_context(Theme(app, Scheme.LIGHT), folder)
        self.form = QLineEdit()
        self.panel = RawPanel(self.context, self.form)
        self.editor = self.panel.widget.editor
        qtbot.addWidget(self.panel.widget)
        self.panel.widget.resize(500, 400)
        with qtbot.waitExposed(self.panel.widget):
            self.panel.widget.show()

    def open(self, data: bytes) -> None:
        self.post = put_on_desk(self.context.workspace, data)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


def test_a_broken_post_hides_the_form(bench: Bench) -> None:
    bench.open(BROKEN)
    assert bench.editor.isVisible()
    assert not bench.form.isVisible()


def test_the_error_is_told_with_a_sign_and_a_way_to_its_line(bench: Bench) -> None:
    bench.open(BROKEN)
    box = bench.panel.widget.verdict
    assert box.title.text() == "✕ The front matter cannot be read"
    box.go.click()
    assert bench.editor.caret() == (1, 0)
    assert bench.editor.hasFocus()


def test_mending_it_brings_the_form_back_after_a_pause(bench: Bench, qtbot: QtBot) -> None:
    bench.open(BROKEN)
    bench.editor.setFocus()
    bench.editor.select((1, 7), (1, 25))
    QTest.keyClicks(bench.editor, '"Copper: a new high"')
    assert bench.editor.isVisible()
    assert bench.panel.widget.verdict.title.text().startswith("✓")
    qtbot.waitUntil(bench.form.isVisible)
    assert bench.form.hasFocus()
    assert bench.post.post.data == {"title": "Copper: a new high"}


def test_typing_on_puts_the_form_off(bench: Bench) -> None:
    bench.open(BROKEN)
    bench.editor.select((1, 13), (1, 14))
    QTest.keyClick(bench.editor, Qt.Key.Key_Delete)
    assert bench.post.post.problem is None
    QTest.keyClicks(bench.editor, ":")
    assert bench.post.post.problem is not None
    assert not bench.panel.widget._pause.isActive()


def test_good_front_matter_can_be_edited_as_text(bench: Bench) -> None:
    bench.open(FINE)
    assert bench.form.isVisible()
    bench.context.actions.run("front-matter-as-text")
    assert bench.editor.isVisible()
    bench.panel.widget.verdict.done.click()
    assert bench.form.isVisible()


def test_one_click_mends_it_and_the_form_takes_the_focus(bench: Bench) -> None:
    bench.open(BROKEN)
    card = bench.panel.widget.repair
    assert card.isVisible()
    card.use.setFocus()
    card.use.click()
    assert bench.post.post.data == {"title": "Copper: a new high"}
    assert bench.form.hasFocus()


def test_another_proposal_is_offered_only_where_there_is_one(bench: Bench) -> None:
    bench.open(BROKEN)
    assert not bench.panel.widget.repair.next.isVisible()
    two_ways = b"---\n<<<<<<< HEAD\nn: 1\n=======\nn: 2\n>>>>>>> b\n---\n"
    put_on_desk(bench.context.workspace, two_ways, "other.md")
    bench.panel.widget.repair.next.click()
    assert bench.panel.widget.repair.count.text().startswith("2 of ")


def test_front_matter_that_reads_shows_no_repair(bench: Bench) -> None:
    bench.open(FINE)
    bench.panel.presenter.edit()
    assert bench.editor.isVisible()
    assert not bench.panel.widget.repair.isVisible()
