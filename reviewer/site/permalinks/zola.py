"""Zola: ``path`` and ``slug`` of the front matter, else the file's name without its date."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import as_folder, slugified, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[^_]*?)?[-_](.+)")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """Sections (``_index.md``) at their folders; ``index.md`` stands for its folder."""
    if whole := text_of(data, "path"):
        return as_folder(whole)
    folder, name = split(path)
    if name == "_index":
        return as_folder(folder)
    if name == "index" and folder:
        folder, name = posixpath.split(folder)
    dated = _DATED.fullmatch(name)
    return as_folder(folder, text_of(data, "slug") or slugified(dated[1] if dated else name))
