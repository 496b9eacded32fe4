"""Engines whose URLs follow from the path of the file, and from little else.

What a site computes in scripts of its own is not known here.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine
    from reviewer.site.permalinks.subject import Subject

PathRule = Callable[[str, Mapping[Any, Any], Mapping[str, Any]], str]
"""The URL for a path below the content folder, front matter and configuration."""

DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-(.+)")
"""A name that begins with a date."""

_HOME_KEYS = ("site_url", "url", "base_url", "SITEURL", "site")
_SAFE = "/:@!$&'()*+,;=-._~%"


@dataclass(frozen=True, slots=True)
class PathBased:
    """One such engine in one folder."""

    engine: Engine
    make: PathRule

    @property
    def home(self) -> str:
        """The site's address as its configuration names it."""
        values = (self.engine.config.get(key) for key in _HOME_KEYS)
        return next((each.rstrip("/") for each in values if isinstance(each, str)), "")

    def url(self, post: Subject) -> str:
        """The path from the site's root."""
        inside = below(post.path, self.engine.content)
        return quote(
            self.make(inside, post.data, self.engine.config), safe=_SAFE, errors="surrogateescape"
        )


def below(path: str, folders: tuple[str, ...]) -> str:
    """``path`` without the longest of the folders that it lies in."""
    for folder in sorted(folders, key=len, reverse=True):
        if folder and path.startswith(f"{folder}/"):
            return path[len(folder) + 1 :]
    return path


def split(path: str) -> tuple[str, str]:
    """The folder and the name without its extension."""
    folder, name = posixpath.split(path)
    return folder, posixpath.splitext(name)[0]


def as_file(*parts: str) -> str:
    """The parts as a path from the root; it ends as the last of them does."""
    whole = "/".join(part for part in parts if part)
    return "/" + re.sub("/{2,}", "/", whole).lstrip("/")


def as_folder(*parts: str) -> str:
    """The parts as a path from the root that ends with a slash."""
    path = as_file(*parts)
    return path if path.endswith("/") else f"{path}/"


def slugified(text: str) -> str:
    """Plain lower-case letters and digits with single hyphens between them."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^\w]+|_+", "-", plain).strip("-")


def text_of(data: Mapping[Any, Any], *keys: str) -> str:
    """The first of ``keys`` under which text stands, "" if none has any."""
    values = (data.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value), "")
