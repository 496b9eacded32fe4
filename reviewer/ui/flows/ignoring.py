"""Switches a rule off for the whole folder, and on again as long as the file is as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk import declaring
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.declaring import Written
    from reviewer.ui.context import Context

KEY = "ignore rule"


class Ignoring:
    """Asks first, since it concerns everybody who works on the folder."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def ignore(self, code: str, name: str) -> None:
        """Let a rule not run any more, once the editor has agreed."""
        folder = self._context.workspace.folder
        if folder is None or not self._context.prompts.ask_ignore(name):
            return
        root = folder.root

        def done(written: Written) -> None:
            self._context.workspace.librarian.refresh()
            says = tr("“{rule}” is off in this folder", rule=name)
            self._context.notify(says, tr("Undo"), lambda: self._take_back(root, written))

        self._context.tasks.run(
            KEY, lambda: declaring.write(root, [declaring.Ignore(code)]), done, self._failed
        )

    def _take_back(self, root: Path, written: Written) -> None:
        def done(_none: None) -> None:
            self._context.workspace.librarian.refresh()
            self._context.notify(tr("The rule runs again."))

        self._context.tasks.run(KEY, lambda: declaring.take_back(root, written), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._context.prompts.show_error(error)
