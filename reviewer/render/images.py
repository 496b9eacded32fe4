"""Where the images of a post lie, and what is shown of those that may not be loaded."""

from __future__ import annotations

import os
import posixpath
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

from reviewer.render.targets import EVERYWHERE, NO_FILE, Targets

CONTENT_ADDRESS = "reviewer-preview://content/"
_REMOTE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_INSECURE = re.compile(r"^\s*http:", re.IGNORECASE)
_SCHEME = re.compile(r"\s*[a-zA-Z][a-zA-Z0-9+.-]*:")


class Addresses(Protocol):
    """Turns the address of an image of the site into one that the page can load."""

    def local(self, source: str) -> str | None:
        """The address to load, or None where the image lies outside the site."""
        ...

    def owns(self, source: str) -> bool:
        """Whether a whole address is one of the site itself, whose file is there."""
        ...


class Files(Protocol):
    """Knows the files of a site as its engine finds them, for one post."""

    def file_of(self, address: str) -> str | None:
        """The path from the folder's root, or None where there is no such file."""
        ...


@dataclass(frozen=True, slots=True)
class PreviewAddresses:
    """Images come through the preview's own scheme; ``post`` is relative to the folder.

    Without ``files`` an address counts from the post's own folder.
    """

    post: str = ""
    files: Files | None = field(default=None, compare=False)

    def local(self, source: str) -> str | None:
        """The image's path from the folder's root, behind the preview's scheme."""
        path = self.files.file_of(source) if self.files else site_path(source, self.post)
        return CONTENT_ADDRESS + quote(path, errors="surrogateescape") if path else None

    def owns(self, source: str) -> bool:
        """Whether the site has a file for this whole address."""
        return self.files is not None and self.files.file_of(source) is not None


@dataclass(frozen=True, slots=True)
class FileAddresses:
    """Images are files below ``root``: for a page that is saved to disk.

    ``post`` is relative to the root; ``assets`` are the folders in which the
    site's paths also lie. In a page that will lie in ``page_folder`` addresses
    are relative to it, else they are absolute.
    """

    root: Path
    post: str
    assets: tuple[str, ...] = ("",)
    page_folder: Path | None = None
    files: Files | None = None

    def local(self, source: str) -> str | None:
        """The address of the image's file; without ``files`` whether it is there or not."""
        if self.files is not None:
            found = self.files.file_of(source)
            return self._address(self.root / found) if found else None
        path = site_path(source, self.post)
        if not path:
            return None
        places = [self.root / folder / path for folder in dict.fromkeys(("", *self.assets))]
        return self._address(next((place for place in places if place.is_file()), places[0]))

    def owns(self, source: str) -> bool:
        """Whether the site has a file for this whole address."""
        return self.files is not None and self.files.file_of(source) is not None

    def _address(self, file: Path) -> str:
        if self.page_folder is None or self.page_folder.drive != file.drive:
            return file.as_uri()
        path = Path(os.path.relpath(file, self.page_folder)).as_posix()
        return quote(path, errors="surrogateescape")


@dataclass(frozen=True, slots=True)
class Shown:
    """The HTML for an image; ``blocked`` is the address that was not loaded."""

    html: str
    blocked: str = ""


@dataclass(frozen=True, slots=True)
class Images:
    """Decides for each ``<img>`` of the sanitised page what is shown of it."""

    addresses: Addresses
    remote: bool = False
    targets: Targets = EVERYWHERE

    def show(self, tag: str, source: str, alt: str) -> Shown:
        """``tag`` is the whole ``<img ...>``; ``source`` and ``alt`` its attributes, unescaped."""
        if not source:
            return Shown(_box("missing", alt, "no address"))
        is_own = self.addresses.owns(source)
        if _REMOTE.match(source) and not is_own:
            return self._remote(tag, source, alt)
        if _SCHEME.match(source) and not is_own:
            return Shown(tag)
        local = self.addresses.local(source)
        if local is None or self.targets.leads_nowhere(source):
            return Shown(_box("missing", alt, source, NO_FILE))
        return Shown(tag.replace(_attribute(tag), f'src="{escape(local)}"', 1))

    def _remote(self, tag: str, source: str, alt: str) -> Shown:
        """Asked for, over https only, as browsers load the images of an https page."""
        if not self.remote:
            return Shown(_box("blocked", alt, source), source)
        secure = _INSECURE.sub("https:", source)
        return Shown(tag.replace(_attribute(tag), f'src="{escape(secure)}"', 1))


def site_path(source: str, post: str) -> str:
    """The path from the folder's root that ``source`` in ``post`` means; "" if outside."""
    wanted = _clean(source)
    if not wanted.startswith("/"):
        wanted = posixpath.join(posixpath.dirname(post), wanted)
    path = posixpath.normpath(wanted.lstrip("/"))
    return "" if path in (".", "..") or path.startswith("../") else path


def _clean(source: str) -> str:
    return unquote(source.strip().partition("#")[0].partition("?")[0]).replace("\\", "/")


def _attribute(tag: str) -> str:
    found = re.search(r'\bsrc="[^"]*"', tag)
    return found[0] if found else ""


def _box(kind: str, alt: str, address: str, title: str = "") -> str:
    name = f"<b>{escape(alt)}</b>" if alt else ""
    hint = f' title="{escape(title)}"' if title else ""
    return f'<span class="image-box {kind}" role="img"{hint}>{name}<i>{escape(address)}</i></span>'
