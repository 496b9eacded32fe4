"""MkDocs: pages under ``docs_dir``; the blog plugin keeps posts below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import RUBBISH, Engine
from reviewer.site.engines.probe import Probe, folder_path, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIGS = ("mkdocs.yml", "mkdocs.yaml", "zensical.toml")
EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")


def recognise(probe: Probe) -> Engine | None:
    """MkDocs, by its configuration file."""
    name = probe.has_file(*CONFIGS)
    if not name:
        return None
    config = probe.config(name)
    docs = folder_path(config.get("docs_dir"), "docs", beside=True)
    return Engine(
        name="mkdocs",
        label="MkDocs",
        dialect=Dialect.YAML_1_1,
        content=(docs,),
        posts=(docs,),
        extensions=EXTENSIONS,
        ignored=_excluded(config, docs),
        ignored_names=tuple(each for each in RUBBISH if each not in ("public", "vendor")),
        assets=(docs,),
        also={"date": "object"},  # the blog plugin takes a group of created and updated
        config=config,
        config_file=name,
    )


def _excluded(config: Mapping[str, Any], docs: str) -> tuple[str, ...]:
    """``exclude_docs`` holds lines in the manner of .gitignore."""
    lines = [line for text in texts(config.get("exclude_docs")) for line in text.splitlines()]
    patterns = [line.strip() for line in lines if line.strip() and line.strip()[0] not in "#!"]
    return tuple(_anchored(each, docs) for each in patterns)


def _anchored(pattern: str, docs: str) -> str:
    return (
        f"{docs}/{pattern.strip('/')}"
        if pattern.startswith("/")
        else f"{docs}/**/{pattern.strip('/')}"
    )
