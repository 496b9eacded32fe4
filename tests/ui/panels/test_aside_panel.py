"""The right-hand column: pages made when they are wanted, one shown, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from reviewer.ui.panels.aside.pages import Entry, Page
from reviewer.ui.panels.aside.presenter import SETTING, AsidePresenter
from reviewer.ui.panels.aside.view import AsideView
from reviewer.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WIDE, NARROW = 460, 264


class Column:
    """A column with two pages, the second of which has tools."""

    def __init__(self, qtbot: QtBot, store: Path) -> None:
        self.made: list[str] = []
        self.told: list[tuple[str, bool]] = []
        self.tools = QLabel("Phone Tablet Desktop, and so on")
        self.settings = Settings(QSettings(str(store), QSettings.Format.IniFormat))
        entries = (
            Entry("article", "Article", self._maker("article")),
            Entry("site", "Site", self._maker("site", self.tools)),
        )
        self.view = AsideView(entries)
        self.presenter = AsidePresenter(self.settings, ["article", "site"], self.view)
        self.view.chosen.connect(self.presenter.choose)
        qtbot.addWidget(self.view)
        # As the window's columns do.
        self.view.setMinimumWidth(NARROW)
        self.view.resize(WIDE, 400)

    def _maker(self, key: str, tools: QLabel | None = None) -> Callable[[], Page]:
        def make() -> Page:
            self.made.append(key)
            return Page(QLabel(key), tools, lambda shown: self.told.append((key, shown)))

        return make

    def click(self, label: str) -> None:
        """Click a segment."""
        buttons = self.view.findChildren(QAbstractButton)
        QTest.mouseClick(next(b for b in buttons if b.text() == label), Qt.MouseButton.LeftButton)


@pytest.fixture
def column(qtbot: QtBot, tmp_path: Path) -> Column:
    made = Column(qtbot, tmp_path / "settings.ini")
    made.presenter.start()
    made.view.show()
    return made


def test_a_page_is_made_when_it_is_first_shown(column: Column) -> None:
    assert column.made == ["article"]
    column.click("Site")
    column.click("Article")
    column.click("Site")
    assert column.made == ["article", "site"]


def test_pages_hear_whether_they_are_seen(column: Column) -> None:
    column.told.clear()
    column.click("Site")
    column.view.hide()
    assert column.told == [("article", False), ("site", True), ("site", False)]


def test_the_choice_is_remembered(column: Column) -> None:
    column.click("Site")
    assert column.settings.text(SETTING) == "site"


def test_the_page_of_the_last_run_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    column = Column(qtbot, tmp_path / "settings.ini")
    column.settings.keep(SETTING, "site")
    column.presenter.start()
    assert column.made == ["site"]


def test_an_unknown_page_of_the_last_run_is_the_first_one(qtbot: QtBot, tmp_path: Path) -> None:
    column = Column(qtbot, tmp_path / "settings.ini")
    column.settings.keep(SETTING, "gone")
    column.presenter.start()
    assert column.presenter.shown == "article"


def test_tools_are_shown_with_their_page(column: Column) -> None:
    column.click("Site")
    assert column.tools.isVisible()
    column.click("Article")
    assert not column.tools.isVisible()


def test_tools_take_a_line_of_their_own_where_it_is_narrow(column: Column, qtbot: QtBot) -> None:
    column.click("Site")
    top = column.tools.y()
    column.view.resize(NARROW, 400)
    qtbot.waitUntil(lambda: column.tools.y() > top)
