"""Jekyll's URLs: permalink styles, templates, collections, pages and front matter defaults.

The rules are those of Jekyll 4.3 (``Document``, ``Page``, ``URL`` and ``Configuration``).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.site.engines.probe import folder_path
from reviewer.site.permalinks.jekyll_defaults import Defaults
from reviewer.site.permalinks.jekyll_document import Document, escaped, expanded, is_post

if TYPE_CHECKING:
    from reviewer.site.engines.engine import Engine
    from reviewer.site.permalinks.subject import SitePlace, Subject

STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
_MARKUP = re.compile(r"\s*,\s*")
_HTML = (".html", ".xhtml", ".htm")
_SPECIAL = ("_posts", "_drafts")


@dataclass(frozen=True, slots=True)
class JekyllRule:
    """Jekyll with one site's ``_config.yml``."""

    config: Mapping[str, Any]
    place: SitePlace
    timezone: str
    source: str = ""
    collections_dir: str = ""
    style: str = "date"
    collections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    markdown: frozenset[str] = frozenset()

    @classmethod
    def of(cls, engine: Engine, place: SitePlace) -> JekyllRule:
        """The rule for an engine found in a folder."""
        config = engine.config
        style = config.get("permalink")
        return cls(
            config=config,
            place=place,
            timezone=engine.site_timezone or engine.timezone,
            source=folder_path(config.get("source"), ""),
            collections_dir=folder_path(config.get("collections_dir"), ""),
            style=str(style) if style else "date",
            collections=_collections(config),
            markdown=_extensions(config.get("markdown_ext")),
        )

    @property
    def home(self) -> str:
        """``url`` and ``baseurl`` of the configuration."""
        return f"{_text(self.config, 'url').rstrip('/')}{self.base}"

    @property
    def base(self) -> str:
        """The ``baseurl``, with a slash before it and none behind."""
        base = _text(self.config, "baseurl").strip("/")
        return f"/{base}" if base else ""

    def url(self, post: Subject) -> str:
        """As ``page.url`` says in a template."""
        path = self.place.inside(post.path)
        path = path.removeprefix(f"{self.source}/") if self.source else path
        label, relative = self._collection(path)
        if label is None:
            return (
                self._page_url(path, post.data) if post.format == "yaml" else cleaned(escaped(path))
            )
        if label == "posts" and not is_post(relative):
            return ""
        if label != "posts" and not self.collections[label].get("output"):
            return ""
        if label != "posts" and post.format != "yaml":
            return self._file_url(relative, label)
        defaults = Defaults.of(self.config, self.collections_dir).all(relative, label)
        document = Document(relative, label, defaults, post.data, self._ending(path), self.timezone)
        template = document.permalink or self._template(label)
        return cleaned(expanded(template, document.placeholder))

    def _collection(self, path: str) -> tuple[str | None, str]:
        """The collection that a file belongs to, and its path from the collections' folder."""
        inside = path
        if self.collections_dir and path.startswith(f"{self.collections_dir}/"):
            inside = path[len(self.collections_dir) + 1 :]
        folders = posixpath.dirname(inside).split("/")
        if any(name in _SPECIAL for name in folders):
            return "posts", inside
        label = folders[0][1:] if folders[0].startswith("_") else ""
        return (label, inside) if label in self.collections else (None, path)

    def _file_url(self, relative: str, label: str) -> str:
        """A file without front matter is copied to where its document would be."""
        inside = relative.replace(f"_{label}", "", 1)
        values = {"collection": label, "path": inside, "output_ext": "", "title": ""}
        values["name"] = posixpath.basename(relative)
        return cleaned(expanded(self._template(label), values.get)).removesuffix("/")

    def _template(self, label: str) -> str:
        own = self.collections.get(label, {}).get("permalink")
        if isinstance(own, str):
            return own
        if label == "posts":
            return STYLES.get(self.style, self.style)
        return with_ending("/:collection/:path", self.style)

    def _page_url(self, path: str, data: Mapping[Any, Any]) -> str:
        if any(part.startswith("_") for part in path.split("/")[:-1]):
            return ""
        folder, name = posixpath.split(path)
        ending = self._ending(path)
        basename = posixpath.splitext(name)[0].rstrip(".")
        values = {"path": folder, "basename": basename, "output_ext": ending}
        permalink = data.get("permalink")
        if "permalink" not in data:
            permalink = Defaults.of(self.config, self.collections_dir).find(
                path, "pages", "permalink"
            )
        template = str(permalink) if permalink else self._page_template(basename, ending)
        for key, value in values.items():
            template = template.replace(f":{key}", escaped(value))
        return cleaned(template)

    def _page_template(self, basename: str, ending: str) -> str:
        if ending not in _HTML:
            return "/:path/:basename:output_ext"
        return "/:path/" if basename == "index" else with_ending("/:path/:basename", self.style)

    def _ending(self, path: str) -> str:
        ending = posixpath.splitext(path)[1]
        return ".html" if ending.lower() in self.markdown else ending


def with_ending(template: str, style: str) -> str:
    """``template`` with the ending that the site's style gives to what has no style of its own."""
    if style == "pretty" or style.endswith("/"):
        return f"{template}/"
    if style in ("date", "ordinal", "none") or style.endswith(":output_ext"):
        return f"{template}:output_ext"
    return template


def cleaned(url: str) -> str:
    """The URL with one slash where there were several, and without steps upward."""
    return re.sub("/{2,}", "/", f"/{url}".replace("..", "/").replace("./", ""))


def _collections(config: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    declared = config.get("collections")
    if isinstance(declared, list):
        return {name: {} for name in declared if isinstance(name, str)}
    if not isinstance(declared, Mapping):
        return {}
    return {
        str(name): value if isinstance(value, Mapping) else {} for name, value in declared.items()
    }


def _extensions(declared: Any) -> frozenset[str]:
    text = declared if isinstance(declared, str) else "markdown,mkdown,mkdn,mkd,md"
    return frozenset(f".{each.lower()}" for each in _MARKUP.split(text.strip()) if each)


def _text(config: Mapping[str, Any], key: str) -> str:
    value = config.get(key)
    return value if isinstance(value, str) else ""
