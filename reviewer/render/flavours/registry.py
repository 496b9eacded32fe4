"""Which flavour a folder's engine writes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.render.flavours.commonmark import CommonMark
from reviewer.render.flavours.goldmark.flavour import Goldmark, Settings
from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.python_markdown import PythonMarkdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewer.render.flavours.flavour import Flavour

    Maker = Callable[[Mapping[str, Any]], Flavour]


def _commonmark(config: Mapping[str, Any]) -> Flavour:
    return CommonMark()


def _without_bare_links(config: Mapping[str, Any]) -> Flavour:
    return CommonMark(bare_links=False)


def _goldmark(config: Mapping[str, Any]) -> Flavour:
    return Goldmark(Settings.of(config))


def _kramdown(config: Mapping[str, Any]) -> Flavour:
    return Kramdown()


def _python_markdown(config: Mapping[str, Any]) -> Flavour:
    return PythonMarkdown()


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
    "mkdocs": _python_markdown,
    "pelican": _python_markdown,
    "zola": _without_bare_links,
}


def flavour_for(engine: str, config: Mapping[str, Any]) -> Flavour:
    """The flavour of an engine, by its name, with what the site's configuration says of it."""
    return _ENGINES.get(engine, _commonmark)(config)
