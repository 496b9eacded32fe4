"""What the rules need to know: of a post its path and front matter, of the site a little more."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder

_HUGO_SETTINGS = "config/_default"
_POSTS = "_posts"


class Subject(Protocol):
    """A post; an ``Entry`` of the list is one."""

    @property
    def path(self) -> str:
        """Relative to the folder, posix."""
        ...

    @property
    def data(self) -> Mapping[Any, Any]:
        """The front matter as the folder's engine reads it; empty where there is none."""
        ...

    @property
    def format(self) -> str | None:
        """``yaml``, ``toml``, ``json``; empty for a file without front matter."""
        ...


class Rule(Protocol):
    """How one engine, set up as one site has it, makes URLs."""

    def url(self, post: Subject) -> str:
        """The path from the site's root, escaped; "" where the engine writes no page."""
        ...

    @property
    def home(self) -> str:
        """The address of the site's root (``https://example.org/blog``) as far as it is known."""
        ...


@dataclass(frozen=True, slots=True)
class SitePlace:
    """The site's own folder, which may lie below the one that was opened."""

    root: str
    base: str

    @classmethod
    def of(cls, folder: Folder) -> SitePlace:
        """The place of a folder's site."""
        return cls(str(folder.root), site_base(folder.engine))

    def has(self, path: str) -> bool:
        """Whether there is such a file; ``path`` is relative to the site."""
        return os.path.isfile(os.path.join(self.root, self.base, path))

    def inside(self, path: str) -> str:
        """The path of a post relative to the site."""
        return path.removeprefix(f"{self.base}/") if self.base else path


def site_base(engine: Engine) -> str:
    """The folder in which the site's configuration lies, "" for the one that was opened."""
    if engine.config_file:
        return posixpath.dirname(engine.config_file).removesuffix(_HUGO_SETTINGS).rstrip("/")
    first = engine.posts[0] if engine.posts else ""
    return posixpath.dirname(first) if posixpath.basename(first) == _POSTS else ""


def stem_of(path: str) -> str:
    """The file's name without its folder and its extension."""
    return posixpath.splitext(posixpath.basename(path))[0]
