"""Eleventy: the path of the file unless ``permalink`` says otherwise."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import DATED, as_file, as_folder, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEMPLATE = re.compile(r"\{\{|\{%|\$\{")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """``permalink`` where it is plain text; a date before a name is left out."""
    if data.get("permalink") is False:
        return ""
    permalink = text_of(data, "permalink")
    if permalink and not _TEMPLATE.search(permalink):
        return as_file(permalink.removesuffix("index.html"))
    folder, name = split(path)
    dated = DATED.fullmatch(name)
    name = dated[4] if dated else name
    is_index = name in ("index", posixpath.basename(folder))
    return as_folder(folder) if is_index else as_folder(folder, name)
