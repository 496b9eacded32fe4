"""Other programs work in the folder that is open: the window follows, and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.automation.waiting import until
from reviewer.ui.panels.statusbar.panel import StatusView
from tests.e2e.site import FORD, RATES

if TYPE_CHECKING:
    from tests.e2e.driver import Editor

NEW = "_posts/2026-02-02-new.md"
RENAMED = "_posts/2026-02-01-renamed.md"
MANY = 10_000


def write_new(editor: Editor) -> None:
    """Another program makes a post."""
    (editor.folder / NEW).write_text("---\ntitle: New\n---\n\nText.\n", encoding="utf-8")


def rewrite(editor: Editor, title: bytes) -> bytes:
    """Another program gives a post another title; what it wrote."""
    data = editor.on_disk(FORD).replace(b"Ford held talks", title)
    (editor.folder / FORD).write_bytes(data)
    return data


def trouble(editor: Editor) -> str:
    """What the status line says of the folder."""
    return editor.scene.window.findChild(StatusView).trouble.text()


def test_a_new_post_appears_and_goes_again(editor: Editor) -> None:
    write_new(editor)
    until(lambda: NEW in editor.listed(), "the new post is listed")
    (editor.folder / NEW).unlink()
    until(lambda: NEW not in editor.listed(), "the deleted post is listed no more")


def test_an_open_post_without_edits_shows_what_another_program_wrote(editor: Editor) -> None:
    editor.pick(FORD)
    rewrite(editor, b"Ford denies talks")
    until(lambda: editor.field_text("title") == "Ford denies talks", "the form follows")
    assert not editor.post.is_dirty
    editor.scene.settle()


def test_a_renamed_post_stays_open_and_selected(editor: Editor) -> None:
    editor.pick(FORD)
    (editor.folder / FORD).rename(editor.folder / RENAMED)
    until(lambda: RENAMED in editor.listed(), "the new name is listed")
    editor.scene.settle()
    assert FORD not in editor.listed()
    assert editor.post.path == RENAMED
    editor.fill_in("title", "My title")
    editor.save()
    assert b"My title" in editor.on_disk(RENAMED)


def test_ones_own_saving_reloads_nothing(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "My title")
    editor.save()
    write_new(editor)
    until(lambda: NEW in editor.listed(), "the window has heard of it")
    editor.scene.settle()
    assert editor.post.undo_label != "Reload"
    assert editor.field_text("title") == "My title"


def test_many_posts_that_come_at_once_leave_the_open_one_alone(editor: Editor) -> None:
    editor.pick(FORD)
    editor.fill_in("title", "My title")
    before = len(editor.listed())
    for number in range(MANY):
        (editor.folder / f"_posts/2025-01-01-{number}.md").write_text("---\ntitle: A\n---\n")
    until(lambda: len(editor.listed()) == before + MANY, "all of them are listed", 120_000)
    editor.scene.settle()
    assert editor.field_text("title") == "My title"
    assert editor.post.path == FORD


def test_a_folder_that_goes_away_takes_no_edits_with_it(editor: Editor) -> None:
    editor.pick(RATES)
    elsewhere = editor.folder.with_name("elsewhere")
    editor.folder.rename(elsewhere)
    until(lambda: "cannot be reached" in trouble(editor), "the window says so")
    editor.fill_in("title", "Rates rise")
    assert len(editor.listed()) > 1
    elsewhere.rename(editor.folder)
    until(lambda: not trouble(editor), "the folder is back")
    editor.save()
    assert b"Rates rise" in editor.on_disk(RATES)
