"""Which flavour a folder's engine writes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from reviewer.render.flavours import features
from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.goldmark.flavour import Goldmark
from reviewer.render.flavours.goldmark.settings import Settings
from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.obsidian.flavour import Obsidian
from reviewer.render.flavours.python_markdown.flavour import PythonMarkdown
from reviewer.render.flavours.python_markdown.settings import of_mkdocs, of_pelican, usual

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reviewer.render.flavours.features import Features
    from reviewer.render.flavours.flavour import Flavour


class Maker(Protocol):
    """Makes a flavour for a site's configuration; ``root`` is where that lies."""

    def __call__(self, config: Mapping[str, Any], root: Path | None = None) -> Flavour:
        """The flavour."""
        ...


def _commonmark(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return CommonMark()


def _with(chosen: Features) -> Maker:
    def make(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
        return CommonMark(chosen)

    return make


def _configured(read: Callable[[Mapping[str, Any]], Features]) -> Maker:
    def make(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
        return CommonMark(read(config))

    return make


def _obsidian(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return Obsidian(strict_breaks=config.get("strictLineBreaks") is True)


def _goldmark(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return Goldmark(Settings.of(config))


def _kramdown(config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    return Kramdown.of(config)


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
    "obsidian": _obsidian,
    "python-markdown": _python_markdown,
}
"""By the name that the command line knows; each is made for a site's configuration."""

_ENGINES: dict[str, Maker] = {
    "astro": _with(features.ASTRO),
    "docusaurus": _with(features.MDX),
    "eleventy": _configured(features.of_eleventy),
    "gatsby": _with(features.MDX),
    "hexo": _configured(features.of_hexo),
    "hugo": _goldmark,
    "jekyll": _kramdown,
    "logseq": _obsidian,
    "mkdocs": _mkdocs,
    "next": _with(features.MDX),
    "nuxt": _with(features.MDX),
    "obsidian": _obsidian,
    "pelican": _pelican,
    "quartz": _obsidian,
    "vitepress": _with(features.VUE),
    "vuepress": _with(features.VUE),
    "zola": _configured(features.of_zola),
}


def flavour_for(engine: str, config: Mapping[str, Any], root: Path | None = None) -> Flavour:
    """The flavour of an engine, by its name, with what the site's configuration says of it.

    From ``root``, the folder of that configuration, come files that posts take in.
    """
    return _ENGINES.get(engine, _commonmark)(config, root)
