"""A thousand posts changed in the window: seen before, stopped in the middle, taken back whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.automation.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.ui.panels.bulk.view import BulkDialog
    from tests.e2e.driver import Editor

POSTS = 1_000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Jekyll site with many posts of one category."""
    folder = tmp_path / "many"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Many\n", encoding="utf-8")
    for number in range(POSTS):
        text = f'---\ntitle: "Post {number:04}"\ncategory: News # why\n---\n\nText {number}.\n'
        path = folder / "_posts" / f"2026-01-{number % 28 + 1:02}-post-{number:04}.md"
        path.write_text(text, encoding="utf-8")
    return folder


def contents(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "_posts").iterdir())}


def wish(editor: Editor, field: str, value: str) -> BulkDialog:
    """Open the dialog, fill it in, and wait until all posts have been looked at."""
    window = editor.scene.window
    window.context.actions.run("bulk-edit")
    dialog = window.bulk.dialog
    assert dialog is not None
    dialog.form.field.setText(field)
    dialog.form.value.setEditText(value)
    until(lambda: dialog.apply.text() == "Change 1,000 posts", "all posts are looked at")
    return dialog


def test_all_posts_are_changed_and_put_back_as_one(newcomer: Editor, root: Path) -> None:
    newcomer.open_folder(root)
    before = contents(root)
    dialog = wish(newcomer, "category", "Art")
    dialog.apply.click()
    window = newcomer.scene.window
    until(lambda: window.bulk.dialog is None, "the dialog closes once all is written")
    changed = contents(root)
    assert all(b"category: Art # why\n" in data for data in changed.values())
    until(window.shell.bulk.can_undo, "the edit can be undone")
    window.context.actions.run("bulk-undo")
    until(window.shell.bulk.can_redo, "the edit can be made again")
    assert contents(root) == before


def test_stopping_in_the_middle_puts_everything_back(newcomer: Editor, root: Path) -> None:
    newcomer.open_folder(root)
    before = contents(root)
    dialog = wish(newcomer, "category", "Art")
    bulk = newcomer.scene.window.shell.bulk
    ends: list[bool] = []
    bulk.ended.connect(ends.append)
    bulk.progressed.connect(lambda _progress: dialog.reject())
    dialog.apply.click()
    until(lambda: ends, "the writing ends")
    assert ends == [False]
    assert contents(root) == before
    assert newcomer.scene.window.bulk.dialog is dialog
    dialog.reject()
