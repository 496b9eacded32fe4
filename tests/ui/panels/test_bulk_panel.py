"""The bulk edit's dialog by hand: keys in, posts changed, nothing needed but the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer.ui.panels.bulk.panel import BulkPanel
from reviewer.ui.panels.bulk.plan_presenter import Choice
from reviewer.ui.panels.bulk.wishes import REPLACE
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.shell import FORD, RATES, Desk, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.panels.bulk.view import BulkDialog


@pytest.fixture
def desk(tmp_path: Path, qapp: Any) -> Desk:
    desk = make_desk(tmp_path)
    desk.context.theme = Theme(qapp, Scheme.LIGHT)
    desk.shell.open_folder(desk.root)
    return desk


@pytest.fixture
def panel(desk: Desk, qtbot: Any) -> BulkPanel:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = BulkPanel(
        desk.context, desk.shell.bulk, lambda: Choice((), (FORD, RATES)), lambda: True, window
    )
    made.open()
    return made


def dialog_of(panel: BulkPanel) -> BulkDialog:
    return cast("BulkDialog", panel.dialog)


def test_posts_are_changed_by_keyboard_alone(panel: BulkPanel, desk: Desk, qtbot: Any) -> None:
    dialog = dialog_of(panel)
    dialog.form.field.setFocus()
    qtbot.keyClicks(dialog.form.field, "category")
    dialog.form.value.setFocus()
    qtbot.keyClicks(dialog.form.value, "Art")
    qtbot.waitUntil(lambda: dialog.apply.isEnabled() and dialog.apply.text() == "Change 2 posts")
    qtbot.waitUntil(lambda: "category: Art" in _texts(dialog))
    dialog.apply.setFocus()
    qtbot.keyClick(dialog.apply, Qt.Key.Key_Space)
    assert panel.dialog is None
    assert b"category: Art" in desk.on_disk(RATES)


def _texts(dialog: BulkDialog) -> str:
    rows = dialog.diff.rows
    return "\n".join(rows.row(number).text for number in range(rows.rowCount()))


def test_escape_closes_and_changes_nothing(panel: BulkPanel, desk: Desk, qtbot: Any) -> None:
    before = desk.on_disk(FORD)
    qtbot.keyClick(dialog_of(panel), Qt.Key.Key_Escape)
    assert panel.dialog is None
    assert desk.on_disk(FORD) == before


def test_only_what_the_verb_needs_is_shown(panel: BulkPanel) -> None:
    form = dialog_of(panel).form
    assert (form.new.isVisible(), form.regular.isVisible()) == (False, False)
    form.verb.setCurrentIndex(form.verb.findData(REPLACE))
    assert (form.new.isVisible(), form.regular.isVisible()) == (True, True)
    assert form.field.placeholderText() == "All fields"


def test_it_fits_a_small_screen_and_names_every_widget(panel: BulkPanel) -> None:
    dialog = dialog_of(panel)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().width() <= 1024
    form = dialog.form
    for widget in (form.verb, form.field, form.value, form.new, dialog.posts, dialog.apply):
        assert widget.accessibleName()


def test_the_dialog_is_not_opened_twice(panel: BulkPanel) -> None:
    first = panel.dialog
    panel.open()
    assert panel.dialog is first
    dialog_of(panel).reject()
