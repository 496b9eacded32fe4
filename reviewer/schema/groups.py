"""Which posts are of one sort: those of one folder and layout.

Authors' pages and articles share few fields, so each sort is learnt by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reviewer.schema.matching import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

LAYOUT_KEYS = ("layout", "type")
NEARLY_ALL = 0.95

PAGE_STEMS = {"_index", "index", "readme", "license"}
"""File names of pages that introduce a folder: they lack what its posts have in common.

Where five of them do have something in common, as with Hugo's page bundles,
they are a type of their own.
"""

Group = tuple[str, str]
"""Folder below the common one, and layout or file name; "" for all."""
ALL: Group = ("", "")
ANY_FOLDER = "*"
HERE = "."
"""The folder of posts that lie directly in the common one, or in its folders of years."""
POSTS, DRAFTS = "/_posts/", "/_drafts/"
"""A draft in Jekyll and Hexo is a post that has not moved yet."""


def groups_of(path: str, data: Any, base: str) -> tuple[Group, ...]:
    """The groups that a post falls into, the narrowest first."""
    path = published(path)
    below = path.removeprefix(base)
    folder = below.partition("/")[0] if "/" in below else HERE
    if folder.isdigit():
        folder = HERE
    folder = folder if path.startswith(base) else f"/{folder}"
    layout = _layout(data)
    stem = below.rsplit("/", 1)[-1].split(".")[0].lower()
    if stem in PAGE_STEMS:
        return ((folder, layout or stem), (ANY_FOLDER, layout or stem))
    return ((folder, layout), (folder, "")) if layout else ((folder, ""),)


def _layout(data: Any) -> str:
    if isinstance(data, Mapping):
        for key in LAYOUT_KEYS:
            value = data.get(key)
            if isinstance(value, str):
                return value
    return ""


def name_of(group: Group, base: str = "") -> str:
    """What the content type is called: its folder, its layout, or both."""
    folder, layout = group
    if folder == HERE:
        folder = base.rstrip("/").rpartition("/")[2]
    if folder in ("", ANY_FOLDER):
        return layout or "all posts"
    return f"{folder} · {layout}" if layout else folder


def match_of(group: Group, base: str, path: str, data: Any) -> Match | None:
    """What ``reviewer.yml`` says to mean the group; one of its posts has ``path`` and ``data``."""
    folder, layout = group
    if group == ALL:
        return None
    place = base.rstrip("/") if folder in (HERE, ANY_FOLDER) else f"{base}{folder}".strip("/")
    deep = folder != HERE or "/" in path.removeprefix(base)
    if layout in PAGE_STEMS:
        return Match(globs=(f"{place}/**/{layout}.*".lstrip("/"),))
    key = next((key for key in LAYOUT_KEYS if _layout({key: _get(data, key)})), "")
    values = ((key, (layout,)),) if layout and key else ()
    return Match(folders=(place,) if place or not deep else (), deep=deep, values=values)


def _get(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, Mapping) else None


def common_folder(paths: Sequence[str]) -> str:
    """The folder that holds nearly all paths, with a closing slash; "" for the root."""
    base = ""
    while True:
        inside = [path[len(base) :] for path in paths if path.startswith(base)]
        counts = Counter(rest.partition("/")[0] for rest in inside if "/" in rest)
        name, number = next(iter(counts.most_common(1)), ("", 0))
        if not number or number < NEARLY_ALL * len(paths):
            return base
        base = f"{base}{name}/"


def published(path: str) -> str:
    """Where a draft will lie once it is published: it is like the posts there."""
    return f"/{path}".replace(DRAFTS, POSTS)[1:] if "_drafts/" in path else path
