"""The Schema view by hand: keys in, rules in the file, nothing lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from reviewer.schema.declared.reading import FILE
from reviewer.ui.panels.schema.panel import SchemaPanel
from reviewer.ui.prompts import SaveAnswer
from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.shell import Desk, make_desk

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.panels.schema.view import SchemaDialog


@pytest.fixture
def desk(tmp_path: Path, qapp: Any) -> Desk:
    desk = make_desk(tmp_path)
    desk.context.theme = Theme(qapp, Scheme.LIGHT)
    desk.shell.open_folder(desk.root)
    return desk


@pytest.fixture
def panel(desk: Desk, qtbot: Any) -> SchemaPanel:
    window = QWidget()
    window.resize(1024, 700)
    qtbot.addWidget(window)
    window.show()
    made = SchemaPanel(desk.context, window)
    made.open()
    return made


def dialog_of(panel: SchemaPanel) -> SchemaDialog:
    return cast("SchemaDialog", panel.dialog)


def choose(dialog: SchemaDialog, key: str) -> None:
    model = dialog.fields.model
    spoken = Qt.ItemDataRole.AccessibleTextRole
    names = [model.index(row, 0).data(spoken) for row in range(model.rowCount())]
    row = next(row for row, name in enumerate(names) if name.endswith(f", {key}"))
    dialog.fields.fields.setCurrentIndex(model.index(row, 0))


def retype(dialog: SchemaDialog, attribute: str, text: str, qtbot: Any) -> None:
    line = cast("QLineEdit", dialog.fields.inspector.row(attribute).input)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_label_is_changed_by_keyboard_and_saved(
    panel: SchemaPanel, desk: Desk, qtbot: Any
) -> None:
    dialog = dialog_of(panel)
    choose(dialog, "title")
    retype(dialog, "label", "Headline", qtbot)
    assert dialog.state.text() == "1 change, not saved"
    qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    assert "label: Headline" in (desk.root / FILE).read_text()
    assert not dialog.save.isEnabled()


def test_a_choice_is_picked(panel: SchemaPanel, desk: Desk, qtbot: Any) -> None:
    dialog = dialog_of(panel)
    choose(dialog, "category")
    box = cast("QComboBox", dialog.fields.inspector.row("required").input)
    box.setCurrentIndex(box.findData("error"))
    box.activated.emit(box.currentIndex())
    qtbot.keyClick(dialog.save, Qt.Key.Key_Space)
    assert "required: error" in (desk.root / FILE).read_text()


def test_what_is_typed_wrongly_stays_to_be_mended(panel: SchemaPanel, qtbot: Any) -> None:
    dialog = dialog_of(panel)
    choose(dialog, "title")
    retype(dialog, "max_length", "many", qtbot)
    row = dialog.fields.inspector.row("max_length")
    assert row.text() == "many"
    assert row.problem.text() == "This should be a whole number, 0 or more."
    retype(dialog, "max_length", "55", qtbot)
    assert (row.problem.text(), dialog.state.text()) == ("", "1 change, not saved")


@pytest.mark.parametrize(
    ("answer", "is_open", "is_saved"),
    [
        (SaveAnswer.CANCEL, True, False),
        (SaveAnswer.DISCARD, False, False),
        (SaveAnswer.SAVE, False, True),
    ],
)
def test_escape_asks_about_changes_that_are_not_saved(
    panel: SchemaPanel, desk: Desk, qtbot: Any, answer: SaveAnswer, is_open: bool, is_saved: bool
) -> None:
    desk.answers.on_rules = answer
    dialog = dialog_of(panel)
    choose(dialog, "title")
    retype(dialog, "label", "Headline", qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (panel.dialog is not None, (desk.root / FILE).exists()) == (is_open, is_saved)


def test_escape_closes_where_nothing_was_changed(panel: SchemaPanel, qtbot: Any) -> None:
    qtbot.keyClick(dialog_of(panel), Qt.Key.Key_Escape)
    assert panel.dialog is None


def test_all_attributes_can_be_seen(panel: SchemaPanel, qtbot: Any) -> None:
    inspector = dialog_of(panel).fields.inspector
    before = len(inspector.rows)
    qtbot.keyClick(inspector.every, Qt.Key.Key_Space)
    assert len(inspector.rows) > before
    assert inspector.row("when").input.accessibleName() == "Only where"


def test_a_click_on_a_post_that_stands_out_opens_it(panel: SchemaPanel, desk: Desk) -> None:
    went: list[str] = []
    desk.context.navigation.post_requested.connect(went.append)
    card = dialog_of(panel).drift.cards[0]
    card.posts[0].click()
    assert went == [card.posts[0].text()]
    assert panel.dialog is None


def test_it_fits_a_small_screen_and_names_every_widget(panel: SchemaPanel) -> None:
    dialog = dialog_of(panel)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    inspector = dialog.fields.inspector
    inputs = [row.input for row in inspector.rows]
    views = (dialog.fields.types, dialog.fields.fields, dialog.notices.tree, dialog.drift)
    for widget in (*inputs, *views, dialog.save, dialog.leave, inspector.declare):
        assert widget.accessibleName()
