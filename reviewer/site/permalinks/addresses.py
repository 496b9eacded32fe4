"""The URL of a post and its canonical address, whatever engine builds the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reviewer.site.permalinks import (
    astro,
    docusaurus,
    eleventy,
    hexo,
    mkdocs,
    pelican,
    zola,
)
from reviewer.site.permalinks.hugo import HugoRule
from reviewer.site.permalinks.jekyll import JekyllRule
from reviewer.site.permalinks.path_based import PathBased
from reviewer.site.permalinks.subject import SitePlace

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine
    from reviewer.site.folder import Folder
    from reviewer.site.permalinks.path_based import PathRule
    from reviewer.site.permalinks.subject import Rule, Subject

_PATH_BASED: dict[str, PathRule] = {
    "astro": astro.url,
    "docusaurus": docusaurus.url,
    "eleventy": eleventy.url,
    "hexo": hexo.url,
    "pelican": pelican.url,
    "zola": zola.url,
}


@dataclass(frozen=True, slots=True)
class Permalinks:
    """The URLs of one folder's posts; made once and asked for many."""

    rule: Rule

    @property
    def home(self) -> str:
        """The site's address without a slash at its end, "" where nobody says it."""
        return self.rule.home

    @property
    def base(self) -> str:
        """The path below which the site lies on its host: "" or ``/blog``."""
        return urlsplit(self.home).path.rstrip("/")

    def url(self, post: Subject, *, with_base: bool = False) -> str:
        """The post's path from the site's root; "" where the engine writes no page for it."""
        url = self.rule.url(post)
        return f"{self.base}{url}" if url and with_base else url

    def canonical(self, post: Subject) -> str:
        """The whole address, or the path where the site does not say its own."""
        url = self.rule.url(post)
        return f"{self.home}{url}" if url else ""


def permalinks_of(folder: Folder) -> Permalinks:
    """The permalinks of a folder, by its engine and configuration."""
    return Permalinks(_rule(folder.engine, SitePlace.of(folder)))


def url_of(post: Subject, folder: Folder, *, with_base: bool = False) -> str:
    """The URL of one post: its path from the site's root."""
    return permalinks_of(folder).url(post, with_base=with_base)


def canonical(post: Subject, folder: Folder) -> str:
    """The whole address of one post."""
    return permalinks_of(folder).canonical(post)


def _rule(engine: Engine, place: SitePlace) -> Rule:
    if engine.name == "jekyll":
        return JekyllRule.of(engine, place)
    if engine.name == "hugo":
        return HugoRule.of(engine, place)
    return PathBased(engine, _PATH_BASED.get(engine.name, mkdocs.url))
