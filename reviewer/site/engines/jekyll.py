"""Jekyll: posts in ``_posts``, drafts in ``_drafts``, collections, pages with front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import RUBBISH, Engine
from reviewer.site.engines.probe import Probe, folder_path, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
EXTENSIONS = (".markdown", ".mkdown", ".mkdn", ".mkd", ".md")
"""What ``markdown_ext`` says by default."""


def recognise(probe: Probe) -> Engine | None:
    """Jekyll, when there is a configuration of its name or a ``_posts`` folder."""
    name = probe.has_file(*CONFIGS)
    config = probe.config(name) if name else {}
    posts = "_posts" if probe.has_folder("_posts") else ""
    if not name and not posts:
        return None
    source = folder_path(config.get("source"), "")
    return Engine(
        name="jekyll",
        label="Jekyll",
        dialect=Dialect.JEKYLL,
        content=(source,),
        posts=("_posts", "_drafts", *collections(config)),
        front_matter_only=True,
        extensions=EXTENSIONS,
        ignored=_excluded(config, source),
        ignored_names=RUBBISH,
        underscore_ignored=True,
        included_names=tuple(each.strip("/") for each in texts(config.get("include"))),
        timezone="UTC",
        site_timezone=_timezone(config),
        date_in_name=True,
        either=frozenset({"tags", "categories", "category"}),
        is_draft=is_draft,
        config=config,
        config_file=name,
    )


def collections(config: Mapping[str, Any]) -> tuple[str, ...]:
    """The folders of the configured collections, under ``collections_dir`` if set."""
    declared = config.get("collections")
    base = folder_path(config.get("collections_dir"), "")
    names = [name for name in (declared or ()) if isinstance(name, str)] if declared else []
    return tuple(f"{base}/_{name}".lstrip("/") for name in names)


def is_draft(path: str, data: Mapping[Any, Any]) -> bool:
    """In ``_drafts``, marked as draft, or not to be published."""
    in_drafts = "_drafts" in path.split("/")
    return in_drafts or data.get("draft") is True or data.get("published") is False


def _excluded(config: Mapping[str, Any], source: str) -> tuple[str, ...]:
    patterns = (pattern.strip("/") for pattern in texts(config.get("exclude")))
    return tuple(f"{source}/{pattern}".lstrip("/") for pattern in patterns if pattern)


def _timezone(config: Mapping[str, Any]) -> str:
    zone = config.get("timezone")
    return zone if isinstance(zone, str) else ""
