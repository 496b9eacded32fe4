"""Astro: pages at their paths; entries of a collection below its name, as most sites show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import as_folder, slugified, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOTS = ("src/", "content/", "pages/")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """The path with each part as the content collections name it, or the ``slug``."""
    is_page = "pages/" in path[:10]
    for root in _ROOTS:
        path = path.removeprefix(root)
    folder, name = split(path)
    if slug := text_of(data, "slug"):
        return as_folder(folder.partition("/")[0], slug)
    parts = [*folder.split("/"), *([] if name == "index" else [name])]
    return as_folder(*(part if is_page else slugified(part) for part in parts))
