"""Pelican with its usual settings: articles and pages by their slugs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import as_file, slugified, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """The slug is that of the front matter, else made of the title."""
    known = {str(key).lower(): value for key, value in data.items()}
    if own := text_of(known, "url"):
        return as_file(own)
    slug = text_of(known, "slug") or slugified(text_of(known, "title") or split(path)[1])
    return as_file("pages" if path.startswith("pages/") else "", f"{slug}.html")
