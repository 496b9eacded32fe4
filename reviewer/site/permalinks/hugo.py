"""Hugo's URLs: sections, bundles, slugs, patterns, languages, ugly and pretty ones.

The rules are those of Hugo's ``CreateTargetPaths`` and ``PermalinkExpander``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.hugo_page import HugoPage
from reviewer.site.permalinks.hugo_paths import escaped, escaped_as_written, joined, sanitised
from reviewer.site.permalinks.hugo_settings import HugoSettings, Mount
from reviewer.site.permalinks.hugo_tokens import expanded

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine
    from reviewer.site.permalinks.subject import SitePlace, Subject

_BUILD = ("build", "_build")


@dataclass(frozen=True, slots=True)
class HugoRule:
    """Hugo with one site's configuration."""

    config: Mapping[str, Any]
    settings: HugoSettings
    place: SitePlace

    @classmethod
    def of(cls, engine: Engine, place: SitePlace) -> HugoRule:
        """The rule for an engine found in a folder."""
        return cls(engine.config, HugoSettings.of(engine.config), place)

    @property
    def home(self) -> str:
        """The ``baseURL``."""
        return self.settings.base_url.rstrip("/")

    def url(self, post: Subject) -> str:
        """As ``.RelPermalink`` says in a template, without the path of the ``baseURL``."""
        page = self._page(post)
        if page is None or page.lies_in_bundle or _is_hidden(page.data):
            return ""
        if page.kind != "home" and page.text("url"):
            return self._written(page)
        return _link(page)

    def _page(self, post: Subject) -> HugoPage | None:
        path = self.place.inside(post.path)
        mounts = sorted(self.settings.mounts, key=lambda mount: len(mount.source), reverse=True)
        for mount in mounts:
            seen = mount.seen(path)
            if seen is not None:
                return self._seen(seen, mount, post.data)
        return None

    def _seen(self, path: str, mount: Mount, data: Mapping[Any, Any]) -> HugoPage:
        def exists(inside: str) -> bool:
            below = inside.removeprefix(f"{mount.target}/") if mount.target else inside
            return self.place.has(posixpath.join(mount.source, below))

        language = mount.language or self.settings.default_language
        page = HugoPage.of(path, language, data, self.settings, exists)
        spoken = self.settings.spoken(self.config, page.language)
        return HugoPage.of(path, language, data, spoken, exists)

    def _written(self, page: HugoPage) -> str:
        """The ``url`` of the front matter: as it is, or below the language's folder."""
        own = page.text("url")
        filled = expanded(own, page) if ":" in own else own
        prefix = page.settings.prefix(page.language)
        below = () if own.startswith("/") or not prefix else (prefix,)
        link = joined(*below, filled)
        if "." not in filled and not link.endswith("/"):
            link += "/"
        return escaped_as_written(link) if page.kind == "page" else escaped(_clean(page, link))


def _link(page: HugoPage) -> str:
    prefix = page.settings.prefix(page.language)
    if page.kind == "home":
        return joined(prefix, "/")
    section = page.section.lower()
    ugly = page.settings.ugly
    is_ugly = section in ugly if isinstance(ugly, frozenset) else ugly
    pattern = page.settings.permalinks.get((page.kind, section), "")
    if pattern:
        path = expanded(pattern, page)
    elif page.kind == "page":
        path = posixpath.join(page.home, page.slug or page.base_name)
        is_ugly = is_ugly or (page.name == "index" and not page.is_leaf)
    else:
        path = page.folder
    bare = joined(prefix, path.rstrip("/"))
    return escaped(_clean(page, f"{bare}.html" if is_ugly else f"{bare.rstrip('/')}/"))


def _clean(page: HugoPage, link: str) -> str:
    settings = page.settings
    return sanitised(link, keeps_case=settings.keeps_case, plain=settings.removes_accents)


def _is_hidden(data: Mapping[str, Any]) -> bool:
    """Whether the page is not to be built or not to be linked to."""
    if data.get("headless") is True:
        return True
    build: Mapping[str, Any] = next(
        (data[key] for key in _BUILD if isinstance(data.get(key), Mapping)), {}
    )
    render = {str(key).lower(): value for key, value in build.items()}.get("render")
    return render is False or render == "never"
