"""What a site engine does with a folder: where posts lie, what it ignores, how it reads.

A module per engine looks at a folder through a ``Probe`` and, if it knows the
files it finds there, returns one of these; nothing else in Reviewer asks which
engine it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reviewer.document.dialect import Dialect

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")

RUBBISH = (
    "node_modules",
    "bower_components",
    "vendor",
    "_site",
    "public",
    "venv",
    "__pycache__",
    "site-packages",
)
"""Folder names that hold other people's files or the built site, wherever they lie."""

PAPERS = (
    "README*.md",
    "LICENSE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "CODE_OF_CONDUCT.md",
    "SECURITY.md",
    "AGENTS.md",
    "CLAUDE.md",
)
"""Files at the head of a repository that speak of it and belong to no site."""

DraftRule = Callable[[str, Mapping[Any, Any]], bool]


def flagged_draft(path: str, data: Mapping[Any, Any]) -> bool:
    """The rule of most engines: a post is a draft when it says so."""
    return data.get("draft") is True


def unpublished(path: str, data: Mapping[Any, Any]) -> bool:
    """The rule where a post may also be said not to be published."""
    return data.get("draft") is True or data.get("published") is False


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine as it stands in one folder; all paths are relative to the folder, posix.

    ``content`` are the folders that hold posts ("" is the folder itself) and
    ``posts`` those of them whose files are posts even without front matter;
    elsewhere ``front_matter_only`` leaves files without it out. ``ignored``
    are glob patterns over relative paths (``**/`` for any folder above),
    ``ignored_names`` folder names; with ``underscore_ignored`` a file or folder
    whose name begins with ``_`` is ignored too unless it is one of ``posts``
    or of ``included_names``.
    ``timezone`` is the zone in which a time without zone is read ("" where
    it does not matter); ``site_timezone`` the one that the configuration names.
    ``either`` are keys that it reads as one text or as a list of texts,
    ``also`` names for other keys a second kind of value that it reads.
    ``assets`` are the folders in which a path such as ``/images/a.png`` is looked up.
    """

    name: str
    label: str
    dialect: Dialect = Dialect.YAML_1_1
    content: tuple[str, ...] = ("",)
    posts: tuple[str, ...] = ()
    front_matter_only: bool = False
    extensions: tuple[str, ...] = MARKDOWN
    ignored: tuple[str, ...] = ()
    ignored_names: tuple[str, ...] = RUBBISH
    underscore_ignored: bool = False
    included_names: tuple[str, ...] = ()
    assets: tuple[str, ...] = ("",)
    timezone: str = ""
    site_timezone: str = ""
    date_in_name: bool = False
    either: frozenset[str] = frozenset()
    also: Mapping[str, str] = field(default_factory=dict)
    is_draft: DraftRule = flagged_draft
    config: Mapping[str, Any] = field(default_factory=dict)
    config_file: str = ""

    def holds_posts(self, folder: str) -> bool:
        """Whether a relative folder is, or lies in, one whose files are all posts."""
        return any(not post or f"/{post}/" in f"/{folder}/" for post in self.posts)

    def date_from_name(self, path: str) -> str:
        """The ISO date that the file's name begins with, where the engine heeds it."""
        found = _DATED_NAME.match(path.rsplit("/", 1)[-1]) if self.date_in_name else None
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


_DATED_NAME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-")
