"""What the shell asks of the post that is shown, and does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.desk.workspace import Workspace

ORIGIN = "shell"


class PostDesk:
    """The current post, or nothing; ``reveal`` and ``copy`` reach the system."""

    def __init__(
        self, workspace: Workspace, reveal: Callable[[Path], None], copy: Callable[[str], None]
    ) -> None:
        self._workspace = workspace
        self._reveal = reveal
        self._copy = copy

    def is_open(self) -> bool:
        """Whether a post is shown."""
        return self._workspace.current is not None

    def is_dirty(self) -> bool:
        """Whether the post that is shown has unsaved edits."""
        current = self._workspace.current
        return current is not None and current.is_dirty

    def any_dirty(self) -> bool:
        """Whether any post has unsaved edits."""
        return bool(self._workspace.dirty_posts())

    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        current = self._workspace.current
        return current is not None and current.can_undo

    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        current = self._workspace.current
        return current is not None and current.can_redo

    def undo(self) -> None:
        """Take the last edit back."""
        if self._workspace.current is not None:
            self._workspace.current.undo(origin=ORIGIN)

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        if self._workspace.current is not None:
            self._workspace.current.redo(origin=ORIGIN)

    def revert(self) -> None:
        """Go back to the text on disk; undo brings the edits back."""
        if self._workspace.current is not None:
            self._workspace.current.revert(origin=ORIGIN)

    def file(self) -> Path | None:
        """Where the post lies on disk."""
        current, folder = self._workspace.current, self._workspace.folder
        return folder.resolve(current.path) if current and folder else None

    def show_file(self) -> None:
        """Show the file where it lies."""
        file = self.file()
        if file is not None:
            self._reveal(file.parent)

    def copy_path(self) -> None:
        """Put the file's path on the clipboard."""
        file = self.file()
        if file is not None:
            self._copy(str(file))
