"""The card about changes on disk, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from reviewer.document.merge import Choice
from reviewer.ui.panels.merging.card import Card, Deed, Offer, Option, Rank, Row
from reviewer.ui.panels.merging.view import HIGHEST, MergingWidget
from reviewer.ui.theme.theme import Scheme, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DONE = Row("title", "Merged: theirs")
CATEGORY = Row(
    "category",
    options=(
        Option(Choice.MINE, "Mine: Markets", "Markets"),
        Option(Choice.THEIRS, "Theirs: Policy", "Policy"),
        Option(Choice.BASE, "Before: News", "News"),
    ),
)
BODY = Row(
    "Body, line 3",
    options=tuple(Option(choice, choice.value, f"<b>{choice.value}</b>\n") for choice in Choice),
    long=True,
)
OFFERS = (
    Offer(Deed.SAVE, "Save merged", Rank.PRIMARY, enabled=False),
    Offer(Deed.COMPARE, "Compare texts", Rank.BUTTON),
    Offer(Deed.THEIRS, "Take all of theirs"),
)
CARD = Card("One left to you", "warning", (DONE, CATEGORY, BODY), OFFERS)


@pytest.fixture
def card(qtbot: QtBot, qapp: QApplication) -> MergingWidget:
    """The card in a window of its own."""
    theme = Theme(qapp, Scheme.LIGHT)
    widget = MergingWidget()
    qtbot.addWidget(widget)
    widget.resize(460, 500)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.show_card(CARD)
    theme.changed.emit(theme)
    return widget


def segment(card: MergingWidget, row: int, label: str) -> QAbstractButton:
    buttons = card.rows[row].findChildren(QAbstractButton)
    return next(button for button in buttons if button.text() == label)


def test_with_nothing_to_say_it_is_out_of_sight(card: MergingWidget) -> None:
    assert card.isVisible()
    card.show_card(None)
    assert not card.isVisible()


def test_what_is_done_and_what_is_to_choose_is_told_by_badges(card: MergingWidget) -> None:
    assert [row.badge.text() for row in card.rows] == ["done", "choose", "choose"]


def test_choosing_tells_which_conflict_and_whose(card: MergingWidget, qtbot: QtBot) -> None:
    heard: list[tuple[int, Choice]] = []
    card.chosen.connect(lambda number, choice: heard.append((number, choice)))
    qtbot.mouseClick(segment(card, 1, "Theirs: Policy"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(segment(card, 2, "mine"), Qt.MouseButton.LeftButton)
    assert heard == [(0, Choice.THEIRS), (1, Choice.MINE)]


def test_a_choice_is_marked_and_leaves_the_keyboard_where_it_is(card: MergingWidget) -> None:
    button = segment(card, 1, "Mine: Markets")
    button.setFocus()
    chosen = Row(CATEGORY.name, options=CATEGORY.options, chosen=Choice.MINE)
    card.show_card(Card(CARD.title, CARD.state, (DONE, chosen, BODY), OFFERS))
    assert card.rows[1].badge.text() == "done"
    assert button.isChecked()
    assert segment(card, 1, "Mine: Markets") is button


def test_short_texts_are_compared_when_asked_for_long_ones_always(card: MergingWidget) -> None:
    def shown() -> list[bool]:
        return [bool(row.texts and row.texts.isVisible()) for row in card.rows]

    assert shown() == [False, False, True]
    card.buttons[Deed.COMPARE].click()
    assert shown() == [False, True, True]
    card.buttons[Deed.COMPARE].click()
    assert shown() == [False, False, True]


def test_offers_are_passed_on_unless_they_cannot_be_taken(card: MergingWidget) -> None:
    heard: list[Deed] = []
    card.done.connect(heard.append)
    card.buttons[Deed.SAVE].click()
    card.buttons[Deed.THEIRS].click()
    assert heard == [Deed.THEIRS]
    ready = Offer(Deed.SAVE, "Save merged", Rank.PRIMARY)
    card.show_card(Card(CARD.title, CARD.state, CARD.rows, (ready, *OFFERS[1:])))
    card.buttons[Deed.SAVE].click()
    assert heard == [Deed.THEIRS, Deed.SAVE]


def test_many_conflicts_leave_room_for_the_post(card: MergingWidget, qtbot: QtBot) -> None:
    rows = tuple(Row(f"field {number}", options=CATEGORY.options) for number in range(60))
    card.show_card(Card(CARD.title, CARD.state, rows, OFFERS))
    qtbot.waitUntil(lambda: card.sizeHint().height() > HIGHEST)
    assert card.sizeHint().height() < HIGHEST + 180


def test_one_line_asks_for_no_more_room_than_it_needs(card: MergingWidget, qtbot: QtBot) -> None:
    card.show_card(Card("Merged.", "ok", (DONE,), OFFERS[2:]))
    qtbot.waitUntil(lambda: 0 < card.sizeHint().height() < 120)
