"""Looking at a folder without ever failing: engines are guessed from what lies there.

A configuration file may be broken, huge or hostile; to the guess it is then
simply empty.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.yaml_depth import refuse_deep

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LARGEST = 500_000
"""Bytes of a configuration file that are looked at; a larger one counts as unreadable."""


MOST_MERGED = 5_000
"""Pairs of a mapping with those that it merges; a few lines of "<<" may ask for billions."""


class _TolerantLoader(yaml.CSafeLoader):
    """Reads unknown tags (``!ENV``) as if they were not there, ``!!python/name:`` as the name."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Merge as usual, within bounds."""
        super().flatten_mapping(node)
        if len(node.value) > MOST_MERGED:
            raise yaml.constructor.ConstructorError(None, None, "too much is merged", None)


def _untagged(loader: yaml.CSafeLoader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node)
    return node.value


def _named(loader: yaml.CSafeLoader, suffix: str, node: yaml.Node) -> Any:
    """The name of the object that a tag stands for, as text; nothing is looked up."""
    value = _untagged(loader, suffix, node)
    name = suffix.partition(":")[2]
    if isinstance(value, dict):
        return {"!!python": name, **value}
    return value or name


_TolerantLoader.add_multi_constructor("!", _untagged)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python", _named)


class Probe:
    """Questions about one folder; every answer is "no" or empty where it cannot be read."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def has_file(self, *names: str) -> str:
        """The first of ``names`` that is a file, else ""."""
        return next((name for name in names if os.path.isfile(self.root / name)), "")

    def has_folder(self, *names: str) -> str:
        """The first of ``names`` that is a folder, else ""."""
        return next((name for name in names if os.path.isdir(self.root / name)), "")

    def folders(self, inside: str = "") -> list[str]:
        """Names of the folders directly inside, sorted; symbolic links are left out."""
        try:
            with os.scandir(self.root / inside) as found:
                return sorted(each.name for each in found if each.is_dir(follow_symlinks=False))
        except OSError:
            return []

    def text(self, name: str) -> str:
        """The file's text, "" if there is none to be had."""
        path = self.root / name
        try:
            if not path.is_file() or path.stat().st_size > LARGEST:
                return ""
            return path.read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, ValueError):
            return ""

    def config(self, name: str) -> dict[str, Any]:
        """A YAML, TOML or JSON file as a mapping, by its extension."""
        return parse(self.text(name), name.rsplit(".", 1)[-1])

    def depends_on(self, package: str) -> bool:
        """Whether ``package.json`` names this package as a dependency."""
        config = self.config("package.json")
        named = [config.get(key) for key in ("dependencies", "devDependencies")]
        return any(isinstance(part, dict) and package in part for part in named)


_BROKEN = (
    *(yaml.YAMLError, ValueError, RecursionError, OverflowError),
    *(KeyError, TypeError, AttributeError, IndexError),  # PyYAML's answers to "!!bool x" and such
)


def parse(text: str, extension: str) -> dict[str, Any]:
    """``text`` as a mapping; {} where it is broken or something else."""
    try:
        data = _PARSERS[extension](text)
    except _BROKEN:
        return {}
    return data if isinstance(data, dict) else {}


def _yaml(text: str) -> Any:
    refuse_deep(text)
    return yaml.load(text, Loader=_TolerantLoader)  # constructs plain data only


def _toml(text: str) -> Any:
    import tomllib  # few folders have any, and it takes a while to load

    return tomllib.loads(text)


_PARSERS: dict[str, Callable[[str], Any]] = {
    "yml": _yaml,
    "yaml": _yaml,
    "toml": _toml,
    "json": json.loads,
}


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list or of one text; whatever else stands there is left out."""
    values = value if isinstance(value, list) else [value]
    return tuple(each for each in values if isinstance(each, str) and each)


def inner(config: dict[str, Any], *keys: str) -> dict[str, Any]:
    """A nested mapping, {} where something else stands at ``keys``."""
    for key in keys:
        found = config.get(key)
        config = found if isinstance(found, dict) else {}
    return config


def folder_path(value: Any, default: str, *, beside: bool = False) -> str:
    """A configured folder as a clean relative path; "" is the site's own folder.

    A path that leads out of the site counts as not configured, unless the
    folder may lie ``beside`` that of the site.
    """
    text = value.replace("\\", "/") if isinstance(value, str) else default
    parts = [part for part in text.split("/") if part not in ("", ".")]
    leads_out = ".." in (parts[1:] if beside else parts)
    return default if leads_out else "/".join(parts)
