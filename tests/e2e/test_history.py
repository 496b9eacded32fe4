"""One history for a post, across form and body, undone from wherever the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.site import FORD, POSTS

if TYPE_CHECKING:
    from tests.e2e.driver import Editor


def test_undo_goes_back_through_form_and_body_to_the_first_bytes(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.type_in_body("New. ")
    editor.go_to_tab("details")
    editor.fill_in("sentiment_score", "2")
    while editor.post.can_undo:
        editor.press("Ctrl+Z")
    assert editor.post.post.to_bytes() == POSTS[FORD]
    assert editor.field_text("title") == "Ford held talks"


def test_redo_brings_back_what_was_undone(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    typed = editor.post.post.to_bytes()
    editor.press("Ctrl+Z")
    editor.press("Ctrl+Shift+Z")
    assert editor.post.post.to_bytes() == typed


def test_undo_in_the_body_tab_takes_back_what_the_form_did(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.go_to_tab("body")
    editor.text_editor().setFocus()
    editor.press("Ctrl+Z")
    assert editor.post.post.data["title"] == "Ford held talks"


def test_each_post_keeps_its_own_history(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    editor.pick("_posts/2026-01-29-rail.md")
    editor.fill_in("title", "Rail freight strike ends")
    editor.pick(FORD)
    editor.press("Ctrl+Z")
    assert editor.post.post.to_bytes() == POSTS[FORD]
    editor.pick("_posts/2026-01-29-rail.md")
    assert editor.field_text("title") == "Rail freight strike ends"
