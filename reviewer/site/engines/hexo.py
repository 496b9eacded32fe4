"""Hexo: posts in ``source/_posts``, drafts in ``source/_drafts``, pages beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.site.engines.engine import Engine
from reviewer.site.engines.probe import Probe, folder_path, texts

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIGS = ("_config.yml", "_config.yaml")
EXTENSIONS = (".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext")
"""What hexo-renderer-marked reads."""
OWN_KEYS = {"source_dir", "public_dir", "new_post_name", "skip_render", "post_asset_folder"}


def recognise(probe: Probe) -> Engine | None:
    """Hexo shares the name of its configuration with Jekyll: its package or keys decide."""
    name = probe.has_file(*CONFIGS)
    config = probe.config(name) if name else {}
    if not name or not (probe.depends_on("hexo") or OWN_KEYS & set(config)):
        return None
    source = folder_path(config.get("source_dir"), "source")
    zone = config.get("timezone")
    return Engine(
        name="hexo",
        label="Hexo",
        dialect=Dialect.YAML_1_2,
        content=(source,),
        posts=(f"{source}/_posts", f"{source}/_drafts", source),
        extensions=EXTENSIONS,
        ignored=tuple(f"{source}/{each}" for each in texts(config.get("skip_render"))),
        ignored_names=("node_modules",),
        underscore_ignored=True,
        assets=(source,),
        timezone=zone if isinstance(zone, str) and zone else "UTC",
        either=frozenset({"tags", "categories"}),
        is_draft=is_draft,
        config=config,
        config_file=name,
    )


def is_draft(path: str, data: Mapping[Any, Any]) -> bool:
    """In ``_drafts``, marked as draft, or not to be published."""
    in_drafts = "_drafts" in path.split("/")
    return in_drafts or data.get("draft") is True or data.get("published") is False
