"""Zola: everything under ``content/``, TOML between ``+++``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import Engine

if TYPE_CHECKING:
    from reviewer.site.engines.probe import Probe

CONFIGS = ("zola.toml", "config.toml")
OWN_KEYS = {"base_url", "compile_sass", "build_search_index", "generate_feeds", "generate_feed"}


def recognise(probe: Probe) -> Engine | None:
    """Zola, by a TOML configuration with its keys and a ``content`` folder."""
    name = probe.has_file(*CONFIGS)
    config = probe.config(name) if name else {}
    named = name == "zola.toml" or bool(OWN_KEYS & set(config))
    if not named or not probe.has_folder("content", "templates"):
        return None
    return Engine(
        name="zola",
        label="Zola",
        dialect=Dialect.YAML_1_2,
        content=("content",),
        posts=("content",),
        extensions=(".md",),
        ignored_names=("node_modules",),
        assets=("static", "content"),
        timezone="UTC",
        config=config,
        config_file=name,
    )
