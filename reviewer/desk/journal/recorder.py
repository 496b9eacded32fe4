"""Follows the desk, and has the journal say what is unsaved on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reviewer.desk.journal.work import Place

if TYPE_CHECKING:
    from reviewer.desk.journal.journal import Journal
    from reviewer.desk.open_post import OpenPost
    from reviewer.desk.workspace import Workspace


class Recorder:
    """From its making on, every change of an open post is on record."""

    def __init__(self, workspace: Workspace, journal: Journal) -> None:
        self._workspace = workspace
        self._journal = journal
        self._known: set[Place] = set()
        workspace.post_changed.connect(lambda change: self._note(change.open_post))
        workspace.post_moved.connect(self._note)
        workspace.current_changed.connect(lambda _post: self._tidy())
        workspace.folder_opened.connect(lambda _folder: self._tidy())

    def let_go(self) -> None:
        """The editor does not want what is unsaved: have nothing on record."""
        self._drop(self._known)

    def _note(self, post: OpenPost) -> None:
        """Have what the post is now on record, under the name that it has now."""
        place = self._place(post.path)
        self._known.add(place)
        self._journal.note(place, post.saved, post.post, self._workspace.title_of(post))
        self._tidy()

    def _tidy(self) -> None:
        """Posts that left the desk were saved under another name, or nobody wants them."""
        there = set(map(self._place, self._workspace.open_posts))
        self._drop(self._known - there)

    def _drop(self, places: set[Place]) -> None:
        if places:
            self._journal.drop(tuple(places))
            self._known = self._known - places

    def _place(self, path: str) -> Place:
        folder = self._workspace.folder
        return Place(os.fspath(folder.root) if folder else "", path)
