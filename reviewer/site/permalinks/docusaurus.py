"""Docusaurus: documents below ``/docs/``, posts below ``/blog/`` by their date."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.path_based import DATED, as_file, as_folder, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_ORDER = re.compile(r"\d+\s*[-_.]+\s*(?=[^-_.\s])")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """``slug`` counts from the post's own folder, or from the plugin's with a slash before it."""
    top, _, rest = path.partition("/")
    slug = text_of(data, "slug")
    if top == "blog" and rest:
        return as_file("blog", slug or _dated(posixpath.splitext(rest)[0]))
    if path.startswith("src/pages/"):
        folder, name = split(path.removeprefix("src/pages/"))
        return as_folder(folder) if name == "index" else as_file(folder, name)
    return _document(rest if top == "docs" else path, slug, text_of(data, "id"))


def _document(path: str, slug: str, name_of_it: str) -> str:
    folder, name = split(path)
    parts = [_ORDER.sub("", part, count=1) for part in folder.split("/") if part]
    if slug:
        return as_file("docs", *([] if slug.startswith("/") else parts), slug)
    name = name_of_it or _unnumbered(name)
    is_index = name.lower() in ("index", "readme") or name in parts[-1:]
    return as_folder("docs", *parts) if is_index else as_file("docs", *parts, name)


def _unnumbered(name: str) -> str:
    found = _ORDER.match(name)
    return name[found.end() :] if found else name


def _dated(name: str) -> str:
    """``2024-01-02-title`` and ``2024/01/02/title/index`` as ``2024/01/02/title``."""
    bare = name.removesuffix("/index")
    found = DATED.fullmatch(bare.replace("/", "-", 3)) or DATED.fullmatch(bare)
    if found is None:
        return bare
    return f"{found[1]}/{found[2].zfill(2)}/{found[3].zfill(2)}/{found[4]}"
