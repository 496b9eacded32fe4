"""The main job with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer.ui.automation.waiting import until
from tests.e2e.site import FORD, POSTS, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor

RAIL = "_posts/2026-01-29-rail.md"


def choose_in_palette(editor: Editor, text: str) -> None:
    """Press Ctrl+K, type, press Return."""
    editor.press("Ctrl+K")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    editor.hands.type_text(line, text)
    editor.scene.settle()
    editor.press("Return")


def test_the_palette_finds_a_post(editor: Editor) -> None:
    choose_in_palette(editor, "rail freight")
    until(lambda: editor.post.path == RAIL, "the post is shown")


def test_the_palette_runs_a_command(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "Ford denies talks")
    choose_in_palette(editor, ">revert")
    assert editor.post.post.to_bytes() == POSTS[FORD]


def test_keys_go_from_post_to_post(editor: Editor) -> None:
    editor.pick(FORD)
    editor.press("Alt+Down")
    until(lambda: editor.post.path == RATES, "the next post is shown")
    editor.press("Alt+Up")
    until(lambda: editor.post.path == FORD, "the post before is shown")


def test_a_field_is_corrected_without_the_mouse(editor: Editor) -> None:
    editor.pick(FORD)
    editor.scene.context.navigation.go_to_field(("title",))
    editor.press("Ctrl+A")
    focused = QApplication.focusWidget()
    assert focused is not None
    editor.hands.type_text(focused, "Ford denies talks")
    editor.press("Tab")
    editor.save()
    assert editor.on_disk(FORD) == POSTS[FORD].replace(b"Ford held talks", b"Ford denies talks")
