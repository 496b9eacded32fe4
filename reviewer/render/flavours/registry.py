"""Which flavour a folder's engine writes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.goldmark.flavour import Goldmark, Settings
from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.python_markdown.flavour import PythonMarkdown
from reviewer.render.flavours.python_markdown.settings import of_mkdocs, of_pelican, usual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reviewer.render.flavours.flavour import Flavour


class Maker(Protocol):
    """Makes a flavour for a site's configuration; ``root`` is where that lies."""

    def __call__(self, config: Mapping[str, Any], root: Path | None = None) -> Flavour:
        """The flavour."""
        ...


def _commonmark(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return CommonMark()


def _without_bare_links(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return CommonMark(bare_links=False)


def _goldmark(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return Goldmark(Settings.of(config))


def _kramdown(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return Kramdown()


def _python_markdown(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    if "MARKDOWN" in config:
        return _pelican(config, root)
    return _mkdocs(config, root) if config else PythonMarkdown(usual())


def _mkdocs(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return PythonMarkdown(of_mkdocs(config), root)


def _pelican(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return PythonMarkdown(of_pelican(config), root)


FLAVOURS: dict[str, Maker] = {
    "commonmark": _commonmark,
    "goldmark": _goldmark,
    "kramdown": _kramdown,
    "python-markdown": _python_markdown,
}
"""By the name that the command line knows; each is made for a site's configuration."""

_ENGINES: dict[str, Maker] = {
    "eleventy": _without_bare_links,
    "hugo": _goldmark,
    "jekyll": _kramdown,
    "mkdocs": _mkdocs,
    "pelican": _pelican,
    "zola": _without_bare_links,
}


def flavour_for(engine: str, config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    """The flavour of an engine, by its name, with what the site's configuration says of it.

    From ``root``, the folder of that configuration, come files that posts take in.
    """
    return _ENGINES.get(engine, _commonmark)(config, root)
