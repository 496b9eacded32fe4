"""Hugo: everything under ``content/`` (or ``contentDir``), read as YAML 1.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import Engine
from reviewer.site.engines.probe import Probe, folder_path, inner

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN_CONFIGS = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
SHARED_CONFIGS = ("config.toml", "config.yaml", "config.yml", "config.json")
ENDINGS = ("toml", "yaml", "yml", "json")
SPLIT_CONFIGS = tuple(
    f"config/_default/{stem}.{ending}" for stem in ("hugo", "config") for ending in ENDINGS
)
CONFIG_FOLDERS = ("config/_default", "config/production")
"""What is built for readers is built with both."""
PARTS = (
    *("cascade", "frontmatter", "languages", "markup", "module", "params", "permalinks"),
    *("taxonomies", "uglyurls"),
)
OWN_KEYS = {"baseurl", "languagecode", "defaultcontentlanguage", "contentdir", "theme"}
EXTENSIONS = (".md", ".markdown", ".mdown")


def recognise(probe: Probe) -> Engine | None:
    """Hugo, by a configuration of its name or by what a shared name holds."""
    name = _config_file(probe)
    if not name:
        return None
    config = _config(probe, name)
    zone = _named(config, "timezone")
    return Engine(
        name="hugo",
        label="Hugo",
        dialect=Dialect.YAML_1_2,
        content=_content(config),
        posts=_content(config),
        extensions=EXTENSIONS,
        ignored_names=("node_modules",),
        assets=("static", "assets", *_content(config)),
        timezone=zone if isinstance(zone, str) and zone else "UTC",
        config=config,
        config_file=name,
    )


def _config_file(probe: Probe) -> str:
    own = probe.has_file(*OWN_CONFIGS, *SPLIT_CONFIGS)
    shared = probe.has_file(*SHARED_CONFIGS)
    if own or not shared:
        return own
    keys = {str(key).lower() for key in probe.config(shared)}
    hints = probe.has_folder("archetypes", "layouts", "themes")
    return shared if (keys & OWN_KEYS or hints) and probe.has_folder("content", "themes") else ""


def _config(probe: Probe, name: str) -> dict[str, Any]:
    """The configuration, which may be spread over files named after their part of it."""
    config = probe.config(name)
    for folder in filter(probe.has_folder, CONFIG_FOLDERS):
        for stem in ("hugo", "config", *PARTS):
            file = probe.has_file(*(f"{folder}/{stem}.{ending}" for ending in ENDINGS))
            found = probe.config(file) if file and file != name else {}
            config = merged(config, {stem: found} if found and stem in PARTS else found)
    return config


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both mappings in one; where they differ ``above`` counts."""
    whole = dict(below)
    for key, value in above.items():
        old = whole.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            value = merged(old, value)
        whole[key] = value
    return whole


def _content(config: Mapping[str, Any]) -> tuple[str, ...]:
    main = folder_path(_named(config, "contentdir"), "content")
    languages = inner(dict(config), "languages")
    others = (
        folder_path(_named(each, "contentdir"), main)
        for each in languages.values()
        if isinstance(each, dict)
    )
    return outermost((*(_mounted(config) or (main,)), *others))


def _mounted(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Folders of the site itself that a module configuration mounts as content."""
    mounts = inner(dict(config), "module").get("mounts")
    pairs = [
        (folder_path(each.get("source"), ""), folder_path(each.get("target"), ""))
        for each in (mounts if isinstance(mounts, list) else [])
        if isinstance(each, dict)
    ]
    return tuple(
        source
        for source, target in pairs
        if f"{target}/".startswith("content/") and source and "node_modules" not in source
    )


def outermost(folders: tuple[str, ...]) -> tuple[str, ...]:
    """The folders, each once, without those that lie inside another."""
    kept = [
        folder
        for folder in dict.fromkeys(folders)
        if not any(folder.startswith(f"{other}/") for other in folders)
    ]
    return tuple(kept)


def _named(config: Mapping[str, Any], name: str) -> Any:
    """Hugo does not heed the case of its keys."""
    return next((value for key, value in config.items() if str(key).lower() == name), None)
