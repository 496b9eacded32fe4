"""Brings a post onto the desk: read in the background, shown when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.prompts import error_texts
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.desk.workspace import Loaded
    from reviewer.site.folder import Folder
    from reviewer.ui.context import Context

KEY = "open post"


class Opening:
    """Answers the requests of ``navigation`` for a post."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        context.navigation.post_requested.connect(self.open)

    def open(self, path: str) -> None:
        """Show the post at ``path``; of several requests only the last is answered."""
        current = self._workspace.current
        if current is not None and current.path == path:
            self._context.tasks.cancel(KEY)
            return
        self._load(path)

    def _load(self, path: str) -> None:
        folder = self._workspace.folder
        self._context.tasks.run(
            KEY,
            lambda: self._workspace.load(path),
            lambda loaded: self._show(loaded, folder),
            lambda error: self._refused(path, error),
        )

    def refresh(self) -> None:
        """Take over what stands on disk now, unless the post has unsaved edits."""
        current = self._workspace.current
        if current is not None and not current.is_dirty:
            self._load(current.path)

    def begin(self) -> None:
        """Show the topmost post of the list, unless one is shown or on its way already."""
        if self._workspace.current is None and not self._context.tasks.is_busy(KEY):
            self.step(0)

    def step(self, step: int) -> None:
        """Show the post so many rows further down the list."""
        current = self._workspace.current
        path = self._context.listing.neighbour(current.path if current else "", step)
        if path:
            self.open(path)

    def _show(self, loaded: Loaded, folder: Folder | None) -> None:
        if self._workspace.folder is folder:
            self._workspace.show(loaded)

    def _refused(self, path: str, error: Exception) -> None:
        what, _details = error_texts(error)
        self._context.notify(tr("{path} cannot be opened: {what}", path=path, what=what))
