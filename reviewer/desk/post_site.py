"""What rendering asks of the site around one post: values, addresses of others, image files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.site.engines.probe import Probe
from reviewer.site.entries import read_entry
from reviewer.site.permalinks.subject import site_base, stem_of

if TYPE_CHECKING:
    from reviewer.document.post import Post
    from reviewer.site.folder import Folder
    from reviewer.site.permalinks.whereabouts import Whereabouts

_POST = re.compile(r"(?:(?P<folder>.+)/)?(?P<name>\d+-\d+-\d+-[^/]+)")
_DATA_FILES = ("yml", "yaml", "json")


@dataclass(frozen=True, slots=True)
class PostSite:
    """Fits ``render``'s ``Surroundings`` and ``Files``.

    ``data`` and ``format`` are those of the post as it is being edited.
    """

    places: Whereabouts
    path: str
    data: Mapping[Any, Any] = field(default_factory=dict)
    format: str | None = "yaml"

    @classmethod
    def of(cls, places: Whereabouts, path: str, post: Post) -> PostSite:
        """The site around a post, whatever its front matter holds."""
        data = post.data if isinstance(post.data, Mapping) else {}
        return cls(places, path, data, post.format)

    @property
    def _folder(self) -> Folder:
        return self.places.folder

    def value(self, names: Sequence[str]) -> Any:
        """``site.…`` from the configuration and data files, ``page.…`` from the front matter."""
        first, *rest = names
        if first == "page":
            return self._of_page(rest)
        return self._of_site(rest) if first == "site" else None

    def address_of(self, target: str) -> str | None:
        """The URL of the post that ``{% link %}``, ``{% post_url %}`` or ``ref`` names."""
        target, mark, fragment = target.partition("#")
        for path in self._candidates(target):
            if self._exists(path):
                url = self.places.permalinks.url(read_entry(self._folder, path))
                return f"{url}{mark}{fragment}" if url else None
        return None

    def file_of(self, address: str) -> str | None:
        """The file that an address in this post stands for."""
        return self.places.file_of(self, address)

    def _of_page(self, names: Sequence[str]) -> Any:
        if list(names) == ["url"]:
            return self.places.permalinks.url(self) or None
        if list(names) == ["path"]:
            return self.path
        found = _inside(self.data, names)
        return found if found is not None else _inside(self.data, ["params", *names])

    def _of_site(self, names: Sequence[str]) -> Any:
        if list(names) == ["baseurl"]:
            return self.places.permalinks.base
        if list(names) == ["url"]:
            return self.places.permalinks.home.removesuffix(self.places.permalinks.base)
        if names and names[0] == "data":
            return self._of_data(names[1:])
        return _inside(self._folder.engine.config, names)

    def _of_data(self, names: Sequence[str]) -> Any:
        """``site.data.people.ann`` from ``_data/people.yml``."""
        if not names:
            return None
        probe = Probe(self._folder.root / site_base(self._folder.engine))
        name = probe.has_file(*(f"_data/{names[0]}.{ending}" for ending in _DATA_FILES))
        return _inside(probe.config(name), names[1:]) if name else None

    def _candidates(self, target: str) -> list[str]:
        engine = self._folder.engine
        if engine.name == "hugo":
            return self._of_reference(target)
        base = site_base(engine)
        dated = _POST.fullmatch(target)
        if dated is None or posixpath.splitext(target)[1] in engine.extensions:
            return [posixpath.join(folder, target) for folder in (*engine.content, base)]
        above = posixpath.join(base, dated["folder"] or "")
        folders = (posixpath.join(base, "_posts", dated["folder"] or ""), f"{above}/_posts")
        return [
            posixpath.join(folder.lstrip("/"), dated["name"] + ending)
            for folder in folders
            for ending in engine.extensions
        ]

    def _of_reference(self, target: str) -> list[str]:
        """Hugo looks beside the page, then from the root, with and without an extension."""
        endings = ("",) if stem_of(target) != posixpath.basename(target) else ()
        names = [
            f"{target.strip('/')}{ending}"
            for ending in (*endings, ".md", "/index.md", "/_index.md", ".markdown")
        ]
        own = [] if target.startswith("/") else [posixpath.dirname(self.path)]
        folders = [*own, *self._folder.engine.content]
        return [posixpath.normpath(f"{folder}/{name}") for folder in folders for name in names]

    def _exists(self, path: str) -> bool:
        place = self._folder.root / path
        return ".." not in path.split("/") and "\0" not in path and place.is_file()


def _inside(value: Any, names: Sequence[str]) -> Any:
    for name in names:
        if isinstance(value, list) and name.isdecimal():
            value = value[int(name)] if int(name) < len(value) else None
            continue
        if not isinstance(value, Mapping):
            return None
        found = value.get(name)
        value = _in_any_case(value, name) if found is None else found
    return value


def _in_any_case(value: Mapping[Any, Any], name: str) -> Any:
    wanted = name.lower()
    return next((each for key, each in value.items() if str(key).lower() == wanted), None)
