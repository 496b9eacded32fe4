"""What happens to the file: others' work is never overwritten, one's own never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.automation.waiting import until
from reviewer.ui.prompts import DiskAnswer, SaveAnswer
from tests.e2e.site import FORD, POSTS, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor

THEIRS = POSTS[FORD].replace(b"Ford held talks", b"Ford and Xiaomi held talks")
MINE = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")


def edit_while_somebody_else_saves(editor: Editor) -> None:
    """Type a new title, then let the file change on disk."""
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).write_bytes(THEIRS)


def test_a_file_changed_on_disk_stops_the_save(editor: Editor) -> None:
    edit_while_somebody_else_saves(editor)
    editor.save()
    assert editor.answers.asked_about_changed == ["Ford denies talks"]
    assert editor.on_disk(FORD) == THEIRS
    assert editor.post.is_dirty


def test_overwrite_writes_mine(editor: Editor) -> None:
    edit_while_somebody_else_saves(editor)
    editor.answers.on_changed = DiskAnswer.OVERWRITE
    editor.save()
    assert editor.on_disk(FORD) == MINE
    assert not editor.post.is_dirty


def test_reload_shows_theirs_and_undo_brings_mine_back(editor: Editor) -> None:
    edit_while_somebody_else_saves(editor)
    editor.answers.on_changed = DiskAnswer.RELOAD
    editor.save()
    assert editor.field_text("title") == "Ford and Xiaomi held talks"
    assert editor.on_disk(FORD) == THEIRS
    editor.press("Ctrl+Z")
    assert editor.field_text("title") == "Ford denies talks"


def test_keep_both_leaves_theirs_and_writes_mine_beside_it(editor: Editor) -> None:
    edit_while_somebody_else_saves(editor)
    editor.answers.on_changed = DiskAnswer.KEEP_BOTH
    before = set((editor.folder / "_posts").iterdir())
    editor.save()
    (copy,) = set((editor.folder / "_posts").iterdir()) - before
    assert editor.on_disk(FORD) == THEIRS
    assert copy.read_bytes() == MINE


def test_a_file_touched_but_not_changed_does_not_stop_the_save(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).write_bytes(POSTS[FORD])
    editor.save()
    assert not editor.answers.asked_about_changed
    assert editor.on_disk(FORD) == MINE


def test_save_all_writes_every_post_with_edits(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("sentiment_score", "1")
    editor.pick(RATES)
    editor.fill_in("sentiment_score", "2")
    editor.press("Ctrl+Shift+S")
    assert b"sentiment_score: 1\n" in editor.on_disk(FORD)
    assert b"sentiment_score: 2\r\n" in editor.on_disk(RATES)


def test_closing_with_unsaved_work_asks_with_the_list_of_posts(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.answers.on_unsaved = SaveAnswer.CANCEL
    editor.scene.window.close()
    assert editor.answers.asked_about_unsaved == [("Ford denies talks",)]
    assert editor.scene.window.isVisible()
    editor.answers.on_unsaved = SaveAnswer.DISCARD


def test_closing_and_saving_writes_before_the_window_goes(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.answers.on_unsaved = SaveAnswer.SAVE
    editor.scene.window.close()
    until(lambda: not editor.scene.window.isVisible(), "the window closes")
    assert editor.on_disk(FORD) == MINE


def test_closing_without_saving_leaves_the_file_alone(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.scene.window.close()
    until(lambda: not editor.scene.window.isVisible(), "the window closes")
    assert editor.on_disk(FORD) == POSTS[FORD]


def test_closing_without_edits_asks_nothing(editor: Editor) -> None:
    editor.pick(FORD)
    editor.scene.window.close()
    assert not editor.answers.asked_about_unsaved
    assert not editor.scene.window.isVisible()
