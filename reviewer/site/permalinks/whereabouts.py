"""Which file of the folder the site serves at an address that a post names."""

from __future__ import annotations

import json
import os
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from reviewer.site.permalinks.addresses import Permalinks, permalinks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.site.folder import Folder
    from reviewer.site.permalinks.subject import Subject

_BY_URL = frozenset(("eleventy", "hexo", "hugo", "jekyll", "zola"))
"""Engines that leave relative addresses to the browser, which reads them from the page's URL."""

_BUNDLES = ("index", "_index")
_PREFIXES = ("{static}", "{attach}", "{filename}", "@/")
_NAMES_LOOKED_AT = 50_000


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Finds files as the engine of one folder does; paths are relative to the folder."""

    folder: Folder
    permalinks: Permalinks

    @classmethod
    def of(cls, folder: Folder) -> Whereabouts:
        """The whereabouts of a folder's files."""
        return cls(folder, permalinks_of(folder))

    def file_of(self, post: Subject, address: str) -> str | None:
        """The file behind an address in ``post``; ``None`` where there is none, or it is remote."""
        path = self.local_path(address)
        if not path:
            return None
        for place in self._places(post, path):
            clean = posixpath.normpath(place.lstrip("/"))
            if clean.split("/")[0] != ".." and self._is_file(clean):
                return clean
        return None

    def local_path(self, address: str) -> str:
        """The path of an address on this site, without what stands behind it; "" if elsewhere."""
        home = self.permalinks.home
        if home and f"{address}/".startswith(f"{home}/"):
            address = f"/{address[len(home) :].lstrip('/')}"
            return _path(address)
        path = _path(address.strip())
        base = self.permalinks.base
        if base and f"{path}/".startswith(f"{base}/"):
            return path[len(base) :] or "/"
        return path

    def _places(self, post: Subject, path: str) -> Iterator[str]:
        """Where a file may lie, the likeliest place first."""
        for prefix in _PREFIXES:
            path = path.removeprefix(prefix)
        own = posixpath.dirname(post.path)
        engine = self.folder.engine
        if path.startswith("/"):
            yield from self._below_root(path)
        elif engine.name in _BY_URL:
            yield from self._by_url(post, path)
        else:
            yield posixpath.join(own, path)
            yield from self._below_root(path)
            if engine.name == "obsidian":
                yield from self._in_vault(own, path)

    def _below_root(self, path: str) -> Iterator[str]:
        engine = self.folder.engine
        for folder in dict.fromkeys((*engine.assets, *engine.content, "")):
            yield posixpath.join(folder, path.lstrip("/"))

    def _by_url(self, post: Subject, path: str) -> Iterator[str]:
        url = unquote(self.permalinks.url(post)) or "/"
        target = posixpath.normpath(urljoin(url, path))
        folder = url if url.endswith("/") else f"{posixpath.dirname(url).rstrip('/')}/"
        if target.startswith(folder):
            yield from self._bundled(post, target[len(folder) :])
        yield from self._below_root(target)

    def _bundled(self, post: Subject, rest: str) -> Iterator[str]:
        """Files that are published beside the page: those of its bundle or asset folder."""
        own, name = posixpath.split(posixpath.splitext(post.path)[0])
        engine = self.folder.engine.name
        if name.partition(".")[0] in _BUNDLES:
            yield posixpath.join(own, rest)
        elif engine == "hexo":
            yield posixpath.join(own, name, rest)
        elif engine == "eleventy":
            yield posixpath.join(own, rest)

    def _in_vault(self, own: str, path: str) -> Iterator[str]:
        """Obsidian's folder for attachments, then any file of that name."""
        folder = self._attachments()
        yield posixpath.join(own if folder.startswith("./") else "", folder, path)
        name = posixpath.basename(path)
        seen = 0
        for root, folders, files in os.walk(self.folder.root):
            folders[:] = [each for each in folders if not each.startswith(".")]
            seen += len(files)
            if name in files:
                yield posixpath.join(os.path.relpath(root, self.folder.root), name)
            if seen > _NAMES_LOOKED_AT:
                return

    def _attachments(self) -> str:
        try:
            text = (self.folder.root / ".obsidian" / "app.json").read_text("utf-8")
            folder = json.loads(text).get("attachmentFolderPath")
        except (OSError, ValueError, AttributeError):
            return ""
        return folder.lstrip("/") if isinstance(folder, str) else ""

    def _is_file(self, path: str) -> bool:
        if "\0" in path:
            return False
        root = os.path.realpath(self.folder.root)
        place = os.path.realpath(os.path.join(root, path))
        return place.startswith(f"{root}{os.sep}") and os.path.isfile(place)


def _path(address: str) -> str:
    """The unescaped path of an address without a host; "" for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else unquote(parts.path).replace("\\", "/")
