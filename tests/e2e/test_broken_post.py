"""Front matter that cannot be read: told in plain words, mended as text, never overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.form.field_row import FieldRow
from reviewer.ui.panels.raw.repair_card import RepairCard
from tests.e2e.site import BROKEN, POSTS

if TYPE_CHECKING:
    from tests.e2e.driver import Editor


def test_a_broken_post_has_no_form_that_could_overwrite_it(editor: Editor) -> None:
    editor.pick(BROKEN)
    fields = editor.scene.window.findChildren(FieldRow)
    assert not [field for field in fields if field.isVisible()]


def test_its_error_names_the_line(editor: Editor) -> None:
    editor.pick(BROKEN)
    problem = editor.post.post.problem
    assert problem is not None
    assert problem.where.line == 3


def test_mending_the_raw_text_brings_the_form_back(editor: Editor) -> None:
    editor.pick(BROKEN)
    raw = editor.text_editor()
    raw.setFocus()
    editor.press("Ctrl+Home")
    for key in ("Down", "Down", "Home", *["Right"] * len("title: "), "Shift+End"):
        editor.press(key)
    editor.hands.type_text(raw, '"Copper: a new high"')
    # The form lets the editor finish typing before it comes back.
    until(lambda: not raw.isVisible(), "the form comes back")
    assert editor.field_text("title") == "Copper: a new high"
    editor.save()
    mended = POSTS[BROKEN].replace(b"Copper: a new high", b'"Copper: a new high"')
    assert editor.on_disk(BROKEN) == mended


def test_one_click_on_the_repair_brings_the_form_back(editor: Editor) -> None:
    editor.pick(BROKEN)
    card = editor.scene.window.findChild(RepairCard)
    assert card is not None
    until(card.use.isVisible, "a repair is offered")
    editor.hands.click(card.use)
    until(lambda: not card.isVisible(), "the form comes back")
    assert editor.field_text("title") == "Copper: a new high"
    editor.save()
    mended = POSTS[BROKEN].replace(b"Copper: a new high", b'"Copper: a new high"')
    assert editor.on_disk(BROKEN) == mended
