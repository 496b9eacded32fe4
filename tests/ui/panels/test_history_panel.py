"""The History tab on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reviewer.document.operations import SetValue
from reviewer.ui.panels.history.panel import HistoryPanel
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.shell import FORD, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Bench:
    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.desk = make_desk(folder)
        self.desk.context.theme = Theme(app, Scheme.LIGHT)
        self.desk.shell.open_folder(self.desk.root)
        self.desk.show(FORD)
        self.panel = HistoryPanel(self.desk.context)
        self.widget = self.panel.widget
        qtbot.addWidget(self.widget)
        self.widget.resize(520, 640)
        with qtbot.waitExposed(self.widget):
            self.widget.show()

    def save(self, title: str) -> None:
        self.desk.current.edit(SetValue(("title",), title), label="Title")
        self.desk.shell.saving.save_current()

    def versions(self) -> list[str]:
        model = self.widget.versions.lines
        return [str(model.index(n, 0).data()).split(" — ")[1] for n in range(model.rowCount())]

    def title(self) -> str:
        return str(self.desk.current.post.data["title"])


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Bench:
    return Bench(qtbot, qapp, tmp_path)


def test_without_versions_it_says_what_will_be_kept(bench: Bench) -> None:
    assert bench.widget.empty.isVisible()


def test_versions_are_listed_and_painted(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    assert bench.versions() == ["title", "oldest version kept"]
    assert bench.widget.versions.isVisible()
    assert not bench.widget.grab().isNull()


def test_the_arrow_keys_choose_a_version(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    QTest.keyClick(bench.widget.versions, Qt.Key.Key_Down)
    bench.widget.restore.click()
    assert bench.title() == "Ford talks"


def test_a_part_is_brought_back_by_the_menu(bench: Bench) -> None:
    bench.save("Two")
    menu = bench.widget.parts.menu()
    assert [action.text() for action in menu.actions()] == ["Field “title”"]
    menu.actions()[0].trigger()
    assert bench.title() == "Ford talks"


def test_nothing_is_offered_where_the_texts_are_the_same(bench: Bench) -> None:
    bench.save("Two")
    bench.widget.restore.click()
    assert not bench.widget.restore.isEnabled()
    assert not bench.widget.parts.isEnabled()
    assert bench.widget.compared.text() == "Both texts are the same."


def test_the_other_comparison_is_chosen_by_a_click(bench: Bench) -> None:
    bench.save("Two")
    bench.save("Three")
    bench.widget.against.chosen.emit("before")
    assert bench.widget.compared.text() == "In this version: 1 line changed."


def test_every_part_has_a_name(bench: Bench) -> None:
    parts = ("versions", "sentence", "rows", "compared", "against", "restore", "parts")
    assert all(getattr(bench.widget, part).accessibleName() for part in parts)
