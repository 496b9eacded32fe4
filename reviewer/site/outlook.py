"""What rules ask about the folder that a post belongs to."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from reviewer.site.engines.engine import RUBBISH
from reviewer.site.permalinks import Permalinks, permalinks_of
from reviewer.site.permalinks.whereabouts import Whereabouts
from reviewer.site.words import words_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reviewer.site.folder import Folder

_LANGUAGES = ("lang", "locale", "language", "languageCode", "defaultContentLanguage")
"""Where configurations say what the site is written in, the first one that does."""
_TAGS = re.compile(r"\{\{|\{%|<%|\$\{")
_PICTURES = (".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_PAPERS = (
    ".csv",
    ".docx",
    ".mov",
    ".mp3",
    ".mp4",
    ".ogg",
    ".pdf",
    ".pptx",
    ".webm",
    ".xlsx",
    ".zip",
)
_NAMES_LOOKED_AT = 20_000
_FILES = frozenset((*_PICTURES, *_PAPERS))
"""Files that no engine makes from posts; whether any other address exists only the engine knows."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A post as permalinks look at it."""

    path: str
    data: Mapping[Any, Any]

    @property
    def format(self) -> str | None:
        """Which one does not matter, only whether there is front matter at all."""
        return "yaml" if self.data else None


@dataclass(frozen=True)
class Outlook:
    """Fits ``checks.subject.Site``; crosses to other processes."""

    folder: Folder
    now: dt.datetime

    @property
    def engine(self) -> str:
        """The engine's name, "" for none."""
        return self.folder.engine.name

    @property
    def config(self) -> Mapping[str, Any]:
        """What the engine's configuration says."""
        return self.folder.engine.config

    @property
    def language(self) -> str:
        """What the site is written in, "" where its configuration does not say."""
        theme = self.config.get("theme")
        places = (self.config, theme if isinstance(theme, Mapping) else {})
        found = (place.get(key) for place in places for key in _LANGUAGES)
        return next((each for each in found if each and isinstance(each, str)), "")

    def has_target(self, post: str, target: str) -> bool | None:
        """Whether a local link of the post leads to a file; None where nobody can tell."""
        if _TAGS.search(target):
            return None
        try:
            parts = urlsplit(target)
        except ValueError:
            return None
        path = unquote(parts.path)
        if parts.scheme or parts.netloc or not path or "\0" in path:
            return None
        if any(self._is_file(place) for place in self._places(post, path)):
            return True
        if PurePosixPath(path).suffix.lower() not in _FILES:
            return None
        place = Whereabouts(self.folder, self._permalinks)
        return place.file_of(Placed(post, {}), target) is not None

    @cached_property
    def holds_media(self) -> bool:
        """Whether any of the names that one looks through first is of a picture or paper."""
        seen = 0
        for _folder, folders, files in os.walk(self.folder.root):
            folders[:] = [each for each in folders if each not in RUBBISH and each[0] != "."]
            if any(PurePosixPath(name).suffix.lower() in _FILES for name in files):
                return True
            seen += len(files)
            if seen > _NAMES_LOOKED_AT:
                break
        return False

    @cached_property
    def words(self) -> frozenset[str]:
        """The lines of the folder's own list."""
        return words_of(self.folder.root)

    def url_of(self, path: str, data: Mapping[Any, Any]) -> str:
        """Where the site shows the post, "" where the engine writes no page for it."""
        return self._permalinks.url(Placed(path, data)) if self.engine else ""

    @cached_property
    def _permalinks(self) -> Permalinks:
        return permalinks_of(self.folder)

    def _places(self, post: str, path: str) -> Iterator[PurePosixPath]:
        if path.startswith("/"):
            base = self.config.get("baseurl") or self.config.get("baseURL") or ""
            prefix = urlsplit(base).path.rstrip("/") if isinstance(base, str) else ""
            roots = [path, path.removeprefix(prefix)] if prefix else [path]
            folders = ("", *self.folder.engine.assets, *self.folder.engine.content)
            yield from (
                PurePosixPath(folder, root.lstrip("/")) for folder in folders for root in roots
            )
        else:
            yield PurePosixPath(post).parent / path
            yield PurePosixPath(path)

    def _is_file(self, place: PurePosixPath) -> bool:
        try:
            return (self.folder.root / place).exists()
        except OSError:
            return False
