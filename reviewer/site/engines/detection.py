"""Which engine builds the site in this folder, guessed from its files."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.site.engines import (
    astro,
    eleventy,
    hexo,
    hugo,
    jekyll,
    mkdocs,
    obsidian,
    others,
    plain,
    zola,
)
from reviewer.site.engines.probe import Probe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.site.engines.engine import Engine

RECOGNISERS: tuple[Callable[[Probe], Engine | None], ...] = (
    zola.recognise,
    hugo.recognise,
    astro.recognise,
    eleventy.recognise,
    hexo.recognise,
    mkdocs.recognise,
    others.recognise,
    jekyll.recognise,
    obsidian.recognise,
)
"""In this order: the engine that shares a file name with another comes first."""

SUBFOLDERS = (
    *("docs", "doc", "site", "website", "www", "web", "blog", "documentation", "pages"),
    *("src", "exampleSite", "packages/docs", "packages/website", "packages/web", "packages/www"),
    *("apps/docs", "apps/website", "apps/web", "apps/www", "apps/blog", "docs/site"),
)
"""Where a repository that holds more than its site keeps it."""


def detect(root: Path) -> Engine:
    """The engine of the folder, or of the site in one of its usual subfolders.

    A configuration beside which no content lies (that of a Hugo theme, say)
    counts only where there is no site below.
    """
    probe = Probe(root)
    found = recognise(root)
    found = within(found) if found else None
    if found is not None and probe.has_folder(*(each or "." for each in found.content)):
        return found
    vaults = obsidian.recognise_several(probe)
    for name in SUBFOLDERS:
        inside = recognise(root / name)
        if inside is not None:
            return vaults if vaults and inside.name == vaults.name else moved(inside, name)
    return vaults or (found if found and found.content else plain.recognise(probe))


def recognise(root: Path) -> Engine | None:
    """The engine whose files lie directly in ``root``; ``None`` for an ordinary folder."""
    probe = Probe(root)
    return next((engine for check in RECOGNISERS if (engine := check(probe))), None)


def moved(engine: Engine, base: str) -> Engine:
    """The engine as seen from the folder above, in which its site is ``base``."""

    def below(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(posixpath.normpath(f"{base}/{path}") for path in paths)

    seen = replace(
        engine,
        content=below(engine.content),
        posts=below(engine.posts),
        ignored=below(engine.ignored),
        assets=below(engine.assets),
        config_file=f"{base}/{engine.config_file}" if engine.config_file else "",
    )
    return within(seen)


def within(engine: Engine) -> Engine:
    """The engine without folders that lie outside the one that was opened."""

    def inside(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(path for path in paths if path.split("/")[0] != "..")

    return replace(
        engine,
        content=inside(engine.content),
        posts=inside(engine.posts),
        assets=inside(engine.assets),
    )
