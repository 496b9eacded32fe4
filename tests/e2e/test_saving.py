"""What happens to the file: others' work is never overwritten, one's own never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.automation.waiting import until
from reviewer.ui.prompts import SaveAnswer
from tests.e2e.site import FORD, POSTS, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor

THEIRS = POSTS[FORD].replace(b'"News"', b'"Policy"')
MINE = POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")


def test_what_somebody_else_saved_in_another_field_is_saved_with_mine(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).write_bytes(THEIRS)
    editor.save()
    assert editor.on_disk(FORD) == MINE.replace(b'"News"', b'"Policy"')
    assert not editor.post.is_dirty


def test_a_file_touched_but_not_changed_does_not_stop_the_save(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    (editor.folder / FORD).write_bytes(POSTS[FORD])
    editor.save()
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
