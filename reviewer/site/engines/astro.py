"""Astro: content collections in ``src/content``, Markdown pages in ``src/pages``."""

from __future__ import annotations

import re

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import Engine
from reviewer.site.engines.hugo import outermost
from reviewer.site.engines.probe import Probe, folder_path

CONFIGS = tuple(f"astro.config.{ending}" for ending in ("mjs", "js", "ts", "mts", "cjs"))
COLLECTIONS = tuple(
    f"{stem}.{ending}"
    for stem in ("src/content.config", "src/content/config")
    for ending in ("ts", "mts", "js", "mjs")
)
_BASE = re.compile(r"""\bbase\s*:\s*(?:["'`]([^"'`$]+)["'`]|(\w+)\b)""")
_CONSTANT = re.compile(r"""\bconst\s+(\w+)\s*=\s*["'`]([^"'`$]+)["'`]""")


def recognise(probe: Probe) -> Engine | None:
    """Astro, by its configuration file."""
    name = probe.has_file(*CONFIGS)
    if not name:
        return None
    content = outermost(("src/content", "src/pages", *_bases(probe)))
    return Engine(
        name="astro",
        label="Astro",
        dialect=Dialect.YAML_1_2,
        content=content,
        posts=content,
        extensions=(".md", ".mdx", ".markdown", ".mdoc"),
        ignored_names=("node_modules", "dist"),
        underscore_ignored=True,
        assets=("public", "src"),
        timezone="UTC",
        config_file=name,
    )


def _bases(probe: Probe) -> tuple[str, ...]:
    """Folders that the collections' glob loaders name; scripts are read, never run."""
    script = probe.text(probe.has_file(*COLLECTIONS) or COLLECTIONS[0])
    constants = dict(_CONSTANT.findall(script))
    for name, value in constants.items():
        script = script.replace(f"${{{name}}}", value)
    named = (text or constants.get(name, "") for text, name in _BASE.findall(script))
    return tuple(folder_path(base, "src/content") for base in named if base)
