"""What in a folder is worth watching: where posts may lie, and what configures the site."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reviewer.site.engines.detection import detect
from reviewer.site.reviews.decisions import FOLDER
from reviewer.site.walking import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.site.folder import Folder

CONFIGURATION = (".yml", ".yaml", ".toml", ".json", ".js", ".mjs", ".cjs", ".ts")
"""Endings of the files by which engines are known."""


class Territory:
    """The folders of one site that are watched, as they were found last."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._walk = Walk(str(folder.root), folder.engine)
        self.folders: frozenset[str] = frozenset()

    def survey(self) -> list[str]:
        """Find the folders anew; returns their absolute paths."""
        self.folders = self._found()
        return [os.path.join(self._folder.root, each) for each in sorted(self.folders)]

    def is_complete(self) -> bool:
        """Whether no folder has come or gone since the survey."""
        return self.folders == self._found()

    def places(self, changed: Iterable[str]) -> set[str]:
        """Of these absolute paths those that may hold posts, relative to the folder."""
        paths = {self._relative(path) for path in changed}
        return {path for path in paths if path and self._matters(path)}

    def folders_among(self, places: Iterable[str]) -> bool:
        """Whether a folder came or went at one of these places."""
        return any(self._is_folder(place) or place in self.folders for place in places)

    def may_configure(self, changed: Iterable[str]) -> bool:
        """Whether one of these absolute paths may be a configuration of the site."""
        return any(path.lower().endswith(CONFIGURATION) for path in changed)

    def is_configured_otherwise(self) -> bool:
        """Whether the site is by now another one: other posts, other rules."""
        return detect(self._folder.root) != self._folder.engine

    def _found(self) -> frozenset[str]:
        """Folders of posts and decisions, those above them, and those of the configuration."""
        engine = self._folder.engine
        above = {"", *engine.content, os.path.dirname(engine.config_file)}
        for path in tuple(above):
            while path := path.rpartition("/")[0]:
                above.add(path)
        above.add(FOLDER.partition("/")[0])
        there = {path for path in above if self._is_folder(path)}
        there.update(self._of_decisions())
        return frozenset(there.union(filter(self._is_folder, self._walk.folders())))

    def _of_decisions(self) -> Iterator[str]:
        """The folders of what editors decided about posts."""
        for place, _folders, _files in os.walk(os.path.join(self._folder.root, *FOLDER.split("/"))):
            yield self._relative(place)

    def _matters(self, path: str) -> bool:
        if path in self.folders or _near_decisions(path):
            return True
        return self._walk.enters(path) if self._is_folder(path) else self._walk.names_post(path)

    def _is_folder(self, path: str) -> bool:
        return os.path.isdir(os.path.join(self._folder.root, path))

    def _relative(self, path: str) -> str:
        root = str(self._folder.root)
        return path[len(root) :].replace(os.sep, "/").strip("/") if path.startswith(root) else ""


def _near_decisions(path: str) -> bool:
    """Whether this is a decision about a post, a folder of them, or one above those."""
    here, there = f"{path}/", f"{FOLDER}/"
    return here.startswith(there) or there.startswith(here)
