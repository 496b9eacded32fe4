"""Searches that the user keeps, folder by folder, among the window's settings.

Nothing is written into the folder: it is the site's, and others have it too.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from reviewer.desk.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.desk.workspace import Workspace
    from reviewer.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What the sidebar calls it, and what it asks."""

    name: str
    query: str


class SavedSearches:
    """The searches of the open folder in the order in which they were saved."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        self._workspace = workspace
        self._settings = settings
        self.changed: Event[None] = Event()

    def all(self) -> tuple[SavedSearch, ...]:
        """What is kept for the open folder; of text that is no list of searches, nothing."""
        if self._workspace.folder is None:
            return ()
        try:
            found = json.loads(self._settings.text(self._key) or "[]")
            return tuple(SavedSearch(str(each["name"]), str(each["query"])) for each in found)
        except (ValueError, TypeError, KeyError):
            return ()

    def save(self, name: str, query: str) -> None:
        """Keep a search; one of the same name gives way to it in its place."""
        saved = SavedSearch(name, query)
        known = self.all()
        if any(each.name == name for each in known):
            self._keep(saved if each.name == name else each for each in known)
        else:
            self._keep((*known, saved))

    def rename(self, name: str, new: str) -> None:
        """Call a search something else; another one that is called so goes."""
        others = (each for each in self.all() if each.name == name or each.name != new)
        self._keep(SavedSearch(new, each.query) if each.name == name else each for each in others)

    def remove(self, name: str) -> None:
        """Keep a search no longer."""
        self._keep(each for each in self.all() if each.name != name)

    @property
    def _key(self) -> str:
        folder = self._workspace.folder
        root = os.fsencode(folder.root) if folder else b""
        return f"searches/{sha256(root).hexdigest()[:24]}"

    def _keep(self, searches: Iterable[SavedSearch]) -> None:
        rows = [asdict(each) for each in searches]
        self._settings.keep(self._key, json.dumps(rows))
        self.changed.emit(None)
