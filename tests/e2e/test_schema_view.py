"""An editor says what the posts have, and the form, the list and the checks follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from reviewer.schema.declared.reading import FILE
from reviewer.ui.automation.waiting import until
from tests.e2e.site import FORD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QLineEdit

    from reviewer.ui.panels.schema.view import SchemaDialog
    from tests.e2e.driver import Editor

DECLARED = b"""\
# Ours
version: 1
types:
  posts:
    match: {folder: _posts}
    fields:
      source_url: {label: 'Source'}   # where it was read
"""


def opened(editor: Editor) -> SchemaDialog:
    """Open the view by its shortcut and wait until all posts have been looked at."""
    editor.press("Ctrl+Shift+H")
    dialog = editor.scene.window.schema.dialog
    assert dialog is not None
    until(lambda: dialog.fields.model.rowCount() > 0, "the fields are listed")
    return dialog


def choose(dialog: SchemaDialog, label: str) -> None:
    model = dialog.fields.model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    dialog.fields.fields.setCurrentIndex(model.index(names.index(label), 0))


def retype(editor: Editor, dialog: SchemaDialog, attribute: str, text: str) -> None:
    line = cast("QLineEdit", dialog.fields.inspector.row(attribute).input)
    line.setFocus()
    editor.hands.press(line, "Ctrl+A")
    editor.hands.type_text(line, text)
    editor.hands.press(line, "Return")


def save(editor: Editor, dialog: SchemaDialog) -> None:
    dialog.save.click()
    until(lambda: not dialog.save.isEnabled(), "the rules are saved")
    editor.scene.settle()


def test_a_rule_is_declared_and_the_form_follows(editor: Editor) -> None:
    (editor.folder / FILE).write_bytes(DECLARED)
    editor.press("F5")
    workspace = editor.scene.context.workspace
    until(lambda: workspace.schema and workspace.schema.stated, "the file is heard of")
    editor.pick(FORD)
    posts = editor.on_disk(FORD)
    dialog = opened(editor)
    choose(dialog, "Sentiment score")
    retype(editor, dialog, "maximum", "7")
    box = cast("QComboBox", dialog.fields.inspector.row("severity").input)
    box.setCurrentIndex(box.findData("error"))
    box.activated.emit(box.currentIndex())
    choose(dialog, "Source")
    retype(editor, dialog, "label", "Read at")
    save(editor, dialog)
    until(lambda: "7" in editor.messages("sentiment_score"), "the form tells of the rule")
    written = (editor.folder / FILE).read_bytes()
    assert written.startswith(DECLARED.replace(b"'Source'", b"'Read at'"))
    assert b"max: 7" in written
    assert editor.on_disk(FORD) == posts
    dialog.take_back.click()
    until(lambda: not editor.messages("sentiment_score"), "the rule is gone")
    assert (editor.folder / FILE).read_bytes() == DECLARED
    dialog.leave.click()
    assert editor.scene.window.schema.dialog is None
