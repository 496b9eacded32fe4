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
"""How many folders down a vault is looked for."""


def recognise(probe: Probe) -> Engine | None:
    """A vault has a folder of settings; a folder may also hold several vaults."""
    vaults = ("",) if probe.has_folder(MARK) else tuple(_vaults(probe, "", DEEPEST))
    if not vaults:
        return None
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
        config_file=f"{vaults[0]}/{MARK}/app.json".lstrip("/"),
    )


def _vaults(probe: Probe, above: str, depth: int) -> Iterator[str]:
    for name in probe.folders(above):
        path = f"{above}/{name}".lstrip("/")
        if probe.has_folder(f"{path}/{MARK}"):
            yield path
        elif depth > 1 and not name.startswith(".") and name not in RUBBISH:
            yield from _vaults(probe, path, depth - 1)
