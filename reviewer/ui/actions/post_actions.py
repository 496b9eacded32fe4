"""What can be done with the post that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.ui.actions.table import Action
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.shell import Shell

POST_MENU = "post"


def post_actions(shell: Shell) -> tuple[Action, ...]:
    """Save, revert, undo and redo, go to the neighbour, find the file."""
    post, saving, step = shell.post, shell.saving, shell.opening.step
    entry = partial(Action, menu=POST_MENU)
    return (
        entry("save", tr("Save"), saving.save_current, "Ctrl+S", post.is_dirty),
        entry("save-all", tr("Save all"), saving.save_all, "Ctrl+Shift+S", post.any_dirty),
        entry("revert", tr("Revert to the saved text"), post.revert, "Ctrl+Shift+R", post.is_dirty),
        entry("undo", tr("Undo"), post.undo, "Ctrl+Z", post.can_undo),
        entry("redo", tr("Redo"), post.redo, "Ctrl+Shift+Z", post.can_redo),
        entry("next-post", tr("Next post"), lambda: step(1), "Alt+Down", shell.has_rows),
        entry("previous-post", tr("Previous post"), lambda: step(-1), "Alt+Up", shell.has_rows),
        entry(
            "show-file",
            tr("Show file in file manager"),
            post.show_file,
            "Ctrl+Shift+F",
            post.is_open,
        ),
        entry(
            "copy-path", tr("Copy path of the file"), post.copy_path, "Ctrl+Shift+C", post.is_open
        ),
    )
