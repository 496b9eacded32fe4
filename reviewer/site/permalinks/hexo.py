"""Hexo: posts by the ``permalink`` of the configuration, pages at their paths."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any

from reviewer.site.permalinks.moments import written_moment
from reviewer.site.permalinks.path_based import DATED, as_file, split, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

DEFAULT = ":year/:month/:day/:title/"
_FOLDERS = ("_posts/", "_drafts/")
_TOKEN = re.compile(r":(\w+)")


def url(path: str, data: Mapping[Any, Any], config: Mapping[str, Any]) -> str:
    """``permalink`` of the front matter counts for more; a date before a name is left out."""
    if own := text_of(data, "permalink"):
        return as_file(own)
    if path.startswith(_FOLDERS):
        values = _values(path.partition("/")[2], data)
        template = text_of(config, "permalink") or DEFAULT
        return as_file(_TOKEN.sub(lambda found: values.get(found[1], found[0]), template))
    folder, name = split(path)
    page = as_file(folder, f"{name}.html")
    pretty = config.get("pretty_urls")
    hides = isinstance(pretty, dict) and pretty.get("trailing_index") is False
    return page.removesuffix("index.html") if hides else page


def _values(path: str, data: Mapping[Any, Any]) -> dict[str, str]:
    folder, name = split(path)
    dated = DATED.fullmatch(name)
    title = dated[4] if dated else name
    moment = written_moment(data.get("date"))
    if moment is None and dated:
        moment = written_moment("-".join(dated.groups()[:3]))
    return {
        "title": posixpath.join(folder, title),
        "name": title,
        "post_title": title,
        "category": _category(data),
        "id": str(data.get("id", "")),
        **(_dates(moment) if moment else {}),
    }


def _category(data: Mapping[Any, Any]) -> str:
    found = data.get("categories") or data.get("category")
    names = found if isinstance(found, list) else [found] if found else []
    return "/".join(str(name) for name in names) or "uncategorized"


def _dates(moment: datetime) -> dict[str, str]:
    return {
        "year": str(moment.year),
        "month": f"{moment.month:02}",
        "i_month": str(moment.month),
        "day": f"{moment.day:02}",
        "i_day": str(moment.day),
        "hour": f"{moment.hour:02}",
        "minute": f"{moment.minute:02}",
        "second": f"{moment.second:02}",
    }
