"""Which engine builds the site in this folder, guessed from its files."""

from __future__ import annotations

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
    jekyll.recognise,
    obsidian.recognise,
)
"""In this order: the engine that shares a file name with another comes first."""

SUBFOLDERS = ("docs", "site", "website", "www", "web", "blog", "documentation")
"""Where a repository that holds more than its site keeps it."""


def detect(root: Path) -> Engine:
    """The engine of the folder, or of the site in one of its usual subfolders."""
    found = recognise(root)
    if found is not None:
        return found
    probe = Probe(root)
    vaults = obsidian.recognise_several(probe)
    for name in SUBFOLDERS:
        inside = recognise(root / name)
        if inside is not None:
            return vaults if vaults and inside.name == vaults.name else moved(inside, name)
    return vaults or plain.recognise(probe)


def recognise(root: Path) -> Engine | None:
    """The engine whose files lie directly in ``root``; ``None`` for an ordinary folder."""
    probe = Probe(root)
    return next((engine for check in RECOGNISERS if (engine := check(probe))), None)


def moved(engine: Engine, base: str) -> Engine:
    """The engine as seen from the folder above, in which its site is ``base``."""

    def below(paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f"{base}/{path}".rstrip("/") for path in paths)

    return replace(
        engine,
        content=below(engine.content),
        posts=below(engine.posts),
        ignored=below(engine.ignored),
        assets=below(engine.assets),
        config_file=f"{base}/{engine.config_file}" if engine.config_file else "",
    )
