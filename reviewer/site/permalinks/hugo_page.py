"""One file of a Hugo site: which page it makes, in which language and section."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.moments import written_moment

if TYPE_CHECKING:
    from reviewer.site.permalinks.hugo_settings import HugoSettings

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(.*)", re.DOTALL)
_ENDINGS = ("md", "markdown", "html", "mdown")
_NO_DATE = datetime(1, 1, 1)  # what Go's zero time shows

Exists = Callable[[str], bool]
"""Whether there is a file at a path below the content folder."""


@dataclass(frozen=True, slots=True)
class HugoPage:
    """A content file; ``path`` counts from the content folder."""

    path: str
    language: str
    name: str
    data: Mapping[str, Any]
    settings: HugoSettings
    exists: Exists

    @classmethod
    def of(
        cls,
        path: str,
        language: str,
        data: Mapping[Any, Any],
        settings: HugoSettings,
        exists: Exists,
    ) -> HugoPage:
        """The page of a file; a language at the end of its name counts for more."""
        stem = posixpath.splitext(posixpath.basename(path))[0]
        bare, _, ending = stem.rpartition(".")
        if bare and ending in settings.languages:
            stem, language = bare, ending
        keys = {str(key).lower(): value for key, value in data.items()}
        return cls(path, language, stem, keys, settings, exists)

    @property
    def folder(self) -> str:
        """The folder that the file lies in."""
        return posixpath.dirname(self.path)

    @property
    def is_leaf(self) -> bool:
        """Whether the file is that of a bundle, which takes the name of its folder."""
        return self.name == "index" and bool(self.folder)

    @property
    def kind(self) -> str:
        """What Hugo calls this kind of page."""
        if self.name != "_index":
            return "page"
        if not self.folder:
            return "home"
        first, _, rest = self.folder.partition("/")
        if first in self.settings.taxonomies:
            return "term" if rest else "taxonomy"
        return "section"

    @property
    def home(self) -> str:
        """The folder that the page stands in: for a bundle the one above its own."""
        return posixpath.dirname(self.folder) if self.is_leaf else self.folder

    @property
    def base_name(self) -> str:
        """The name without language and extension; for a bundle that of its folder."""
        return posixpath.basename(self.folder) if self.is_leaf else self.name

    @property
    def section(self) -> str:
        """The first folder."""
        return self.folder.partition("/")[0] if self.kind != "page" or self.home else ""

    @property
    def sections(self) -> list[str]:
        """The folders that are sections: the first, and those with a page of their own."""
        parts = self.home.split("/") if self.home else []
        for depth in range(len(parts), 1, -1):
            if self.has_page("/".join(parts[:depth]), "_index"):
                return parts[:depth]
        return parts[:1]

    @property
    def lies_in_bundle(self) -> bool:
        """Whether the file is only a part of another page."""
        folder = posixpath.dirname(self.folder) if self.is_leaf else self.folder
        parts = folder.split("/") if folder else []
        inner = ("/".join(parts[:depth]) for depth in range(len(parts), 0, -1))
        return any(self.has_page(each, "index") for each in inner)

    def has_page(self, folder: str, name: str) -> bool:
        """Whether there is an ``index.md`` or ``_index.md`` of any language in a folder."""
        languages = ("", *(f".{each}" for each in self.settings.languages))
        return any(
            self.exists(f"{folder}/{name}{language}.{ending}")
            for ending in _ENDINGS
            for language in languages
        )

    def text(self, key: str) -> str:
        """A value of the front matter as text, "" without one."""
        value = self.data.get(key)
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None or isinstance(value, list | dict) else str(value)

    @property
    def slug(self) -> str:
        """The slug of the front matter or, where that is asked for, of the file's name."""
        own = self.text("slug").strip("-")
        if own or "slug" in self.data:
            return own
        for keys in self.settings.dates.values():
            if self._deciding(keys) == ":filename":
                return self._dated_name()[1]
        return ""

    @property
    def date(self) -> datetime:
        """The date that URLs are made of."""
        keys = self.settings.dates["date"]
        deciding = self._deciding(keys)
        if deciding == ":filename":
            return self._dated_name()[0] or _NO_DATE
        return written_moment(self.data.get(deciding)) or _NO_DATE

    def _deciding(self, keys: tuple[str, ...]) -> str:
        """The first key under which there is a date, "" without one."""
        for key in keys:
            if key == ":filename" and self._dated_name()[0]:
                return key
            if written_moment(self.data.get(key)) is not None:
                return key
        return ""

    def _dated_name(self) -> tuple[datetime | None, str]:
        found = _DATED.fullmatch(self.base_name)
        moment = written_moment(found[1]) if found else None
        return moment, found[2].strip(" -_") if found else ""
