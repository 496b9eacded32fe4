"""Posts as HTML, one or a whole folder, as the window would show them.

A folder's posts are shared between the processor's cores: rendering is nothing
but computing, and each post is its own.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reviewer.desk.post_site import PostSite
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from reviewer.render.flavours.registry import FLAVOURS, flavour_for
from reviewer.render.images import FileAddresses
from reviewer.render.markdown import BodyOptions
from reviewer.render.page import DocumentOptions, article, document
from reviewer.render.tags.syntax import syntax_of
from reviewer.site import storage
from reviewer.site.permalinks.whereabouts import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from reviewer.render.flavours.flavour import Flavour
    from reviewer.render.page import Page
    from reviewer.site.folder import Folder

IMAGE_SOURCES = ("'self'", "file:", "data:")
WORTHWHILE = 100
"""Posts below which starting more processes takes longer than rendering them."""
CHUNK = 16


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the HTML shall be like; without ``css`` it has the preview's own style."""

    fragment: bool = False
    flavour: str = ""
    theme: str = ""
    remote_images: bool = False
    css: str = ""

    def document(self, page: Page) -> str:
        """The HTML document around a page."""
        sources = (*IMAGE_SOURCES, "https:") if self.remote_images else IMAGE_SOURCES
        options = DocumentOptions(
            self.theme, inline_style=True, image_sources=sources, own_style=self.css
        )
        return document(page, options)


@dataclass(frozen=True, slots=True)
class RenderedPost:
    """One post; ``problem`` says why there is no HTML."""

    path: str
    flavour: str = ""
    url: str = ""
    html: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """Renders posts of one folder; ``page_folder`` is where a page will lie."""

    places: Whereabouts
    flavour: Flavour
    wanted: Wanted
    page_folder: Path | None = None

    @classmethod
    def of(cls, folder: Folder, wanted: Wanted, page_folder: Path | None = None) -> Press:
        """The press for a folder, in the flavour of its engine or the one that is wanted."""
        engine = folder.engine
        if wanted.flavour:
            flavour = FLAVOURS[wanted.flavour](engine.config, folder.root)
        else:
            flavour = flavour_for(engine.name, engine.config, folder.root)
        return cls(Whereabouts.of(folder), flavour, wanted, page_folder)

    def print(self, path: str) -> RenderedPost:
        """One post, ``path`` relative to the folder; raises ``ReviewerError``."""
        folder = self.places.folder
        data = storage.read(folder.resolve(path)).data
        post = Post.from_bytes(data, dialect=folder.engine.dialect)
        site = PostSite.of(self.places, path, post)
        page = article(post, self._options(site))
        html = f"{page.fragment}\n" if self.wanted.fragment else self.wanted.document(page)
        url = self.places.permalinks.url(site, with_base=True)
        return RenderedPost(path, self.flavour.name, url, html)

    def attempt(self, path: str) -> RenderedPost:
        """One post of many: what goes wrong with it must not stop the others."""
        try:
            return self.print(path)
        except ReviewerError as error:
            return RenderedPost(path, problem=str(error))

    def _options(self, site: PostSite) -> BodyOptions:
        folder = self.places.folder
        engine = folder.engine
        addresses = FileAddresses(folder.root, site.path, engine.assets, self.page_folder, site)
        return BodyOptions(
            addresses,
            self.wanted.remote_images,
            syntax_of(engine.name),
            self.flavour,
            around=site,
        )


def printed(press: Press, paths: Sequence[str]) -> Iterator[RenderedPost]:
    """All posts, in their order."""
    cores = os.cpu_count() or 1
    if len(paths) < WORTHWHILE or cores < 2:
        yield from map(press.attempt, paths)
        return
    with _shared(press, min(cores, 4)) as attempt:
        yield from attempt(paths)


@contextmanager
def _shared(
    press: Press, processes: int
) -> Iterator[Callable[[Iterable[str]], Iterator[RenderedPost]]]:
    pool = ProcessPoolExecutor(processes)
    try:
        yield partial(pool.map, press.attempt, chunksize=CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)
