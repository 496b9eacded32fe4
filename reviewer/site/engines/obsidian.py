"""Obsidian: every note of a vault, or of several vaults that lie in one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import RUBBISH, Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.site.engines.probe import Probe

MARK = ".obsidian"
DEEPEST = 3
WIDEST = 25
"""How many folders down, and how many in each, a vault is looked for."""


def recognise(probe: Probe) -> Engine | None:
    """A vault has a folder of settings."""
    return _engine(probe, ("",)) if probe.has_folder(MARK) else None


def recognise_several(probe: Probe) -> Engine | None:
    """A folder that is no vault itself but holds some, as repositories of plugins do."""
    vaults = tuple(_vaults(probe, "", DEEPEST))
    return _engine(probe, vaults) if vaults else None


def _engine(probe: Probe, vaults: tuple[str, ...]) -> Engine:
    settings = f"{vaults[0]}/{MARK}/app.json".lstrip("/")
    return Engine(
        name="obsidian",
        label="Obsidian",
        dialect=Dialect.YAML_1_2,
        content=vaults,
        posts=vaults,
        extensions=(".md",),
        either=frozenset({"tags", "aliases", "cssclasses"}),
        ignored_names=("node_modules",),
        assets=vaults,
        config=probe.config(settings),
        config_file=settings,
    )


def _vaults(probe: Probe, above: str, depth: int) -> Iterator[str]:
    for name in probe.folders(above)[:WIDEST]:
        path = f"{above}/{name}".lstrip("/")
        if probe.has_folder(f"{path}/{MARK}"):
            yield path
        elif depth > 1 and not name.startswith(".") and name not in RUBBISH:
            yield from _vaults(probe, path, depth - 1)
