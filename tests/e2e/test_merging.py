"""Two people at one post: the window brings together what fits, and asks about the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from reviewer.ui.automation.stage import stage
from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.merging.card import Deed
from tests.e2e.driver import Answers, Editor
from tests.e2e.site import FORD, POSTS, RATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.ui.panels.merging.view import MergingWidget

RENAMED = "_posts/2026-02-01-renamed.md"
LINES = "".join(f"Paragraph {number}.\n\n" for number in range(200)).encode()
LONG = POSTS[FORD].replace(b"Second paragraph.\n", b"Second paragraph.\n\n" + LINES)


@pytest.fixture
def colleague(editor: Editor) -> Iterator[Editor]:
    """Somebody else before a window of her own, with the same folder open."""
    answers = Answers()
    with stage(prompts=answers) as scene:
        other = Editor(scene, answers, editor.folder)
        other.open_folder()
        yield other


def card(editor: Editor) -> MergingWidget:
    return editor.scene.window.merging.widget


def turn_to(editor: Editor) -> None:
    """Bring the editor's window to the front."""
    editor.scene.window.activateWindow()
    until(editor.scene.window.isActiveWindow, "the window is in front")


def titles(editor: Editor) -> list[str]:
    """The titles of the posts that are known."""
    return [row.title for row in editor.scene.context.workspace.catalogue]


def says(editor: Editor, text: str) -> None:
    """Wait until the card says ``text``."""
    until(
        lambda: card(editor).isVisible() and text in card(editor).title.text(),
        f"the card says “{text}”",
    )
    editor.scene.settle()


def write(editor: Editor, data: bytes, path: str = FORD) -> bytes:
    """Another program writes a post; what it wrote."""
    (editor.folder / path).write_bytes(data)
    return data


def press(editor: Editor, deed: Deed) -> None:
    """Click one of the card's buttons."""
    editor.hands.click(card(editor).buttons[deed])
    editor.scene.settle()


def choose(editor: Editor, name: str, label: str) -> None:
    """Click whose version of a field is to stand."""
    row = next(row for row in card(editor).rows if row.accessibleName() == name)
    button = next(b for b in row.findChildren(QAbstractButton) if b.text().startswith(label))
    editor.hands.click(button)
    editor.scene.settle()


def test_a_reload_keeps_the_cursor_and_what_is_in_view(editor: Editor) -> None:
    write(editor, LONG)
    editor.pick(FORD)
    until(lambda: b"Paragraph 199" in editor.post.post.to_bytes(), "the long text is there")
    editor.go_to_tab("body")
    box = editor.text_editor()
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(box.toPlainText().index("Paragraph 150"))
    box.setTextCursor(cursor)
    box.centerCursor()
    scrolled = box.verticalScrollBar().value()
    assert scrolled > 0
    changed = LONG.replace(b"held talks", b"denies").replace(b"Paragraph 199", b"The end")
    write(editor, changed)
    until(lambda: editor.post.post.to_bytes() == changed, "the post follows")
    editor.scene.settle()
    assert box.toPlainText()[box.textCursor().position() :].startswith("Paragraph 150")
    assert box.verticalScrollBar().value() == scrolled
    assert box.hasFocus()
    assert not editor.post.is_dirty


def test_a_reload_leaves_the_keyboard_in_its_field(editor: Editor) -> None:
    editor.pick(FORD)
    line = editor.hands.field(("title",)).editor.input_at(("title",))
    assert isinstance(line, QLineEdit)
    editor.hands.click(line)
    line.setCursorPosition(4)
    write(editor, POSTS[FORD].replace(b'"News"', b'"Policy"').replace(b"First", b"The first"))
    until(lambda: editor.field_text("category") == "Policy", "the form follows")
    editor.scene.settle()
    assert QApplication.focusWidget() is line
    assert line.cursorPosition() == 4


def test_changes_of_different_fields_are_merged_while_one_types(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    theirs = write(editor, POSTS[FORD].replace(b'"News"', b'"Policy"'))
    says(editor, "Category taken from there")
    assert editor.field_text("title") == "Ford denies talks"
    assert editor.field_text("category") == "Policy"
    assert editor.on_disk(FORD) == theirs
    editor.save()
    assert editor.on_disk(FORD) == theirs.replace(b"Ford held talks", b"Ford denies talks")
    assert not card(editor).isVisible()


def test_a_merge_is_undone_and_made_again(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    write(editor, POSTS[FORD].replace(b'"News"', b'"Policy"'))
    says(editor, "Category taken from there")
    press(editor, Deed.UNDO)
    assert editor.field_text("category") == "News"
    press(editor, Deed.REDO)
    assert editor.field_text("category") == "Policy"


def test_conflicts_are_decided_field_by_field_and_then_saved(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.fill_in("category", "Markets")
    editor.type_in_body("Mine. ")
    theirs = write(
        editor,
        POSTS[FORD]
        .replace(b"Ford held talks", b"Ford in talks")
        .replace(b'"News"', b'"Policy"')
        .replace(b'"Talks were held."', b'"Talks were held in Detroit."')
        .replace(b"## In Detroit", b"## At home"),
    )
    says(editor, "3 left to you")
    assert not card(editor).buttons[Deed.SAVE].isEnabled()
    editor.go_to_tab("details")
    choose(editor, "Title", "Mine")
    choose(editor, "Category", "Theirs")
    body = next(row for row in card(editor).rows if row.accessibleName().startswith("Body"))
    choose(editor, body.accessibleName(), "Theirs")
    assert editor.on_disk(FORD) == theirs
    editor.fill_in("sentiment_score", "3")
    press(editor, Deed.SAVE)
    expected = theirs.replace(b"Ford in talks", b"Ford denies talks").replace(b": 8\n", b": 3\n")
    assert editor.on_disk(FORD) == expected
    assert not editor.post.is_dirty
    assert not card(editor).isVisible()


def test_saving_over_a_conflict_writes_nothing_and_shows_it(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    theirs = write(editor, POSTS[FORD].replace(b"Ford held talks", b"Ford in talks"))
    editor.save()
    says(editor, "one left to you")
    editor.save()
    assert editor.on_disk(FORD) == theirs
    choose(editor, "Title", "Theirs")
    editor.save()
    assert editor.on_disk(FORD) == theirs
    assert editor.field_text("title") == "Ford in talks"
    assert not editor.post.is_dirty


@pytest.mark.parametrize(("deed", "mine"), [(Deed.OVERWRITE, True), (Deed.THEIRS, False)])
def test_one_whole_version_can_be_taken(editor: Editor, deed: Deed, mine: bool) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    theirs = write(editor, POSTS[FORD].replace(b"Ford held talks", b"Ford in talks"))
    says(editor, "one left to you")
    press(editor, deed)
    own = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert editor.on_disk(FORD) == (own if mine else theirs)
    assert editor.field_text("title") == ("Ford denies talks" if mine else "Ford in talks")


def test_both_versions_can_be_kept_as_files(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    theirs = write(editor, POSTS[FORD].replace(b"Ford held talks", b"Ford in talks"))
    says(editor, "one left to you")
    before = set((editor.folder / "_posts").iterdir())
    press(editor, Deed.BESIDE)
    (copy,) = set((editor.folder / "_posts").iterdir()) - before
    assert copy.read_bytes() == POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert editor.on_disk(FORD) == theirs


def test_a_deleted_post_says_so_and_can_be_kept(editor: Editor) -> None:
    editor.pick(RATES)
    (editor.folder / RATES).unlink()
    says(editor, "The file is gone")
    press(editor, Deed.AGAIN)
    until(lambda: RATES in editor.listed(), "the post is listed again")
    assert editor.on_disk(RATES) == POSTS[RATES]
    assert not card(editor).isVisible()


def test_a_deleted_post_can_be_closed(editor: Editor) -> None:
    editor.pick(RATES)
    (editor.folder / RATES).unlink()
    says(editor, "The file is gone")
    press(editor, Deed.CLOSE)
    assert editor.scene.context.workspace.current is None
    assert RATES not in editor.listed()


def test_a_deleted_post_with_edits_lives_on_under_another_name(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).unlink()
    says(editor, "Your edits are still here")
    press(editor, Deed.BESIDE)
    until(lambda: editor.post.path != FORD, "the new post is shown")
    own = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert editor.on_disk(editor.post.path) == own


def test_a_deleted_post_with_edits_is_saved_again_and_listed_once(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).unlink()
    says(editor, "Your edits are still here")
    press(editor, Deed.AGAIN)
    write(editor, POSTS[RATES].replace(b"Rates stay", b"Rates rise"), RATES)
    until(lambda: "Rates rise" in titles(editor), "the window has heard of what came later")
    editor.scene.settle()
    assert editor.listed().count(FORD) == 1
    assert editor.on_disk(FORD) == POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    editor.fill_in("title", "Ford in talks")
    assert "Ford in talks" in titles(editor)


def test_a_moved_post_keeps_its_edits_and_is_saved_where_it_lies(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).rename(editor.folder / RENAMED)
    until(lambda: editor.post.path == RENAMED, "the post follows its file")
    editor.scene.settle()
    assert not card(editor).isVisible()
    editor.save()
    assert editor.on_disk(RENAMED) == POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert not (editor.folder / FORD).exists()


def test_a_folder_in_the_place_of_the_file_loses_no_edits(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).unlink()
    (editor.folder / FORD).mkdir()
    says(editor, "folder stands where the file should be")
    press(editor, Deed.BESIDE)
    until(lambda: editor.post.path != FORD, "the new post is shown")
    own = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert editor.on_disk(editor.post.path) == own


def test_what_is_saved_in_one_window_is_merged_in_the_other(
    editor: Editor, colleague: Editor
) -> None:
    turn_to(editor)
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    turn_to(colleague)
    colleague.pick(FORD)
    colleague.fill_in("sentiment_score", "3")
    colleague.save()
    turn_to(editor)
    says(editor, "Sentiment score taken from there")
    editor.save()
    mine = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
    assert editor.on_disk(FORD) == mine.replace(b": 8\n", b": 3\n")
    until(lambda: colleague.field_text("title") == "Ford denies talks", "the other window follows")
    assert not card(colleague).isVisible()
