"""The whole round in the real window: queue, approval, a change from outside, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from reviewer.site.index.messages import QUEUE, WAITING, Scope
from reviewer.site.reviews.decisions import APPROVED, REOPENED, decisions, file_of
from reviewer.ui.automation.waiting import until
from reviewer.ui.widgets.segmented import SegmentedControl
from tests.e2e.site import BROKEN, FORD, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor


def standing(editor: Editor, path: str) -> str | None:
    catalogue = editor.scene.context.workspace.catalogue
    post = catalogue.id_of(path)
    assert post is not None
    return catalogue.row(post).review


def show_queue(editor: Editor) -> None:
    editor.scene.context.actions.run("review-queue")
    editor.scene.settle()


def letter(editor: Editor, key: str) -> None:
    """Press a single key where the keyboard is in the list."""
    editor.scene.window.focus_list()
    editor.press(key)


def state_shown(editor: Editor) -> str:
    return editor.scene.window.header.widget.findChild(SegmentedControl).current


def mend_by_quick_fix(editor: Editor) -> None:
    """Find a date that does not exist, and take the one that is offered for it."""
    file = editor.folder / RATES
    file.write_bytes(editor.on_disk(RATES).replace(b"2026-01-31 08", b"2026-02-31 08"))
    editor.pick(RATES)
    until(lambda: editor.post.findings, "the date is found to be wrong")
    assert state_shown(editor) == "review"
    editor.go_to_tab("problems")
    cards = editor.scene.window.problems.widget.cards
    (button,) = (b for card in cards for b in card.fix_buttons if "28 Feb" in b.text())
    editor.hands.click(button)
    until(lambda: editor.post.is_dirty, "the date is mended")


def test_the_whole_round(editor: Editor) -> None:
    show_queue(editor)
    assert editor.scene.context.listing.scope == Scope(QUEUE, WAITING)
    assert BROKEN in editor.listed()[:1], "what cannot be read needs an editor most"

    mend_by_quick_fix(editor)
    letter(editor, "A")
    until(lambda: standing(editor, RATES) == APPROVED, "the mended post is saved and approved")
    assert b"2026-02-28 08:00:00" in editor.on_disk(RATES)
    until(lambda: RATES not in editor.listed(), "it has left the queue")
    (made,) = decisions((editor.folder / file_of(RATES)).read_bytes())
    assert made.state == APPROVED
    assert made.author

    editor.scene.context.listing.show_everything()
    editor.scene.settle()
    editor.pick(RATES)
    assert state_shown(editor) == APPROVED
    before = editor.on_disk(RATES)
    (editor.folder / RATES).write_bytes(before.replace(b"Rates stay put.", b"Rates rise."))
    until(lambda: standing(editor, RATES) == REOPENED, "the change from outside reopens it")
    until(lambda: state_shown(editor) == "review", "the header says so")
    editor.go_to_tab("changes")
    changes = editor.scene.window.changes.widget
    until(changes.bases.isVisible, "the Changes tab offers to compare with the approved text")
    editor.hands.click(changes.bases.findChildren(QPushButton)[1])
    until(lambda: "1 paragraph" in changes.sentence.text(), "it says what changed since")
    (editor.folder / RATES).write_bytes(before)
    until(lambda: standing(editor, RATES) == APPROVED, "the approved text is as good as before")


def test_letters_are_letters_where_one_types(editor: Editor) -> None:
    editor.pick(FORD)
    editor.type_in_body("A JKS")
    assert standing(editor, FORD) in (None, "")
    assert "A JKS" in editor.post.post.text


def test_errors_stand_in_the_way_of_an_approval(editor: Editor) -> None:
    told: list[str] = []
    editor.scene.context.notices.connect(lambda notice: told.append(notice.text))
    editor.pick(BROKEN)
    letter(editor, "A")
    assert any("stands in the way" in text for text in told), told
    assert not (editor.folder / file_of(BROKEN)).exists()


def test_unsaved_edits_are_saved_before_the_approval(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford held talks again")
    editor.scene.context.actions.run("review-approve")
    until(lambda: standing(editor, FORD) == APPROVED, "the post is approved")
    assert b"Ford held talks again" in editor.on_disk(FORD)


def test_j_and_k_walk_and_s_puts_off(editor: Editor) -> None:
    first, second, *_rest = editor.listed()
    editor.pick(first)
    letter(editor, "J")
    until(lambda: editor.post.path == second, "the next post is shown")
    letter(editor, "K")
    until(lambda: editor.post.path == first, "the one before is shown")
    letter(editor, "S")
    until(lambda: editor.listed()[-1] == first, "the post stands at the end of the list")
    until(lambda: editor.post.path == second, "the next one is shown")
