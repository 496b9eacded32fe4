"""The tabs above the editor, on wide and on small screens."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.ui.navigation import CHANGES, PROBLEMS, TABS
from reviewer.ui.panels.header.view import TabStrip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def strip(qapp: QApplication, qtbot: QtBot) -> Iterator[TabStrip]:
    column = QWidget()  # whose width is not for the tabs to say
    qtbot.addWidget(column)
    made = TabStrip()
    made.setParent(column)
    for key in TABS:
        made.label(key, key.capitalize())
    column.show()
    yield made
    column.hide()


def gaps(strip: TabStrip) -> set[int]:
    strip.layout().activate()
    buttons = strip.findChildren(QPushButton)
    return {right.x() - left.geometry().right() - 1 for left, right in pairwise(buttons)}


def whole(strip: TabStrip) -> bool:
    strip.layout().activate()
    return all(each.width() >= each.sizeHint().width() for each in strip.findChildren(QPushButton))


def test_tabs_stand_apart_where_there_is_room(strip: TabStrip) -> None:
    strip.resize(900, 40)
    assert gaps(strip) == {20}


def test_tabs_move_together_before_a_word_is_cut_off(strip: TabStrip) -> None:
    words = sum(each.sizeHint().width() for each in strip.findChildren(QPushButton))
    strip.resize(words + 8 * len(TABS), 40)
    assert whole(strip)
    assert gaps(strip) == {8}


def test_a_longer_word_finds_its_room(strip: TabStrip) -> None:
    words = sum(each.sizeHint().width() for each in strip.findChildren(QPushButton))
    strip.resize(words + 20 * len(TABS), 40)
    strip.label(PROBLEMS, "Problems 10")
    strip.label(CHANGES, "Changes 2")
    assert whole(strip)
