"""What stands behind the placeholders of a Jekyll permalink: title, categories, date.

After ``Document``, ``UrlDrop`` and ``Utils.slugify`` of Jekyll 4.3.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import regex

from reviewer.site.permalinks.moments import DAYS, MONTHS, local_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_DATED = re.compile(r"(?:.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)\.[^./]+", re.DOTALL)
_PLACEHOLDER = re.compile(r":([a-z_]+)")
_DEFAULT = regex.compile(r"[^\p{M}\p{L}\p{Nd}]+")
_PRETTY = regex.compile(r"[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+")
_SAFE = "/:@!$&'()*+,;=-._~?#"


@dataclass(frozen=True, slots=True)
class Document:
    """A post, draft or document of a collection; ``path`` counts from the collections' folder."""

    path: str
    collection: str
    defaults: Mapping[str, Any]
    front_matter: Mapping[Any, Any]
    ending: str
    timezone: str

    def value(self, key: str) -> Any:
        """What the front matter or, where it says nothing, the defaults say."""
        own = self.front_matter.get(key)
        return self.defaults.get(key) if own is None else own

    @property
    def permalink(self) -> str:
        """The permalink that was set for this document, "" without one."""
        found = self.value("permalink")
        return str(found) if found else ""

    @property
    def slug(self) -> str:
        """The slug that was set, else the file's name without its date."""
        own = self.value("slug")
        if own is not None and own is not False:
            return str(own)
        dated = _DATED.fullmatch(self.path)
        return (dated[2] if dated else self._name).rstrip(".")

    @property
    def date(self) -> datetime:
        """The date in the site's time zone; now, where neither data nor name tell one."""
        own = local_moment(self.value("date"), self.timezone)
        if own is not None:
            return own
        dated = _DATED.fullmatch(self.path)
        named = local_moment(_full_year(dated[1]), self.timezone) if dated else None
        return named or datetime.now(UTC)

    @property
    def categories(self) -> list[str]:
        """The categories of the folders, the defaults, the front matter and ``category``."""
        found = [*self._folders(), *_several(self.defaults.get("categories"))]
        found += _several(self.front_matter.get("categories"))
        single = self.value("category")
        found += single if isinstance(single, list) else [single]
        return list(dict.fromkeys(str(each) for each in found if each is not None))

    def placeholder(self, name: str) -> str | None:
        """What stands for ``:name``, ``None`` for a name that Jekyll does not know."""
        if name in _DATES:
            return _DATES[name](self.date)
        make = _VALUES.get(name)
        return None if make is None else make(self)

    @property
    def inside(self) -> str:
        """The path below the collection's folder, without the extension."""
        stem = posixpath.splitext(self.path)[0]
        return stem.replace(f"_{self.collection}", "", 1).rstrip(".")

    @property
    def _name(self) -> str:
        return posixpath.splitext(posixpath.basename(self.path))[0]

    @property
    def name_slug(self) -> str:
        """The whole name of the file as a slug."""
        return slugified(self._name)

    def _folders(self) -> list[str]:
        special = "_drafts" if "/_drafts/" in f"/{self.path}" else f"_{self.collection}"
        if self.path.startswith(special):
            return []
        above = self.path.partition(special)[0] if special in self.path else self.path
        return [part for part in above.split("/") if part and part != posixpath.basename(self.path)]


_VALUES: dict[str, Callable[[Document], str]] = {
    "collection": lambda document: document.collection,
    "path": lambda document: document.inside,
    "output_ext": lambda document: document.ending,
    "name": lambda document: document.name_slug,
    "title": lambda document: slugified(document.slug, pretty=True),
    "slug": lambda document: slugified(document.slug),
    "categories": lambda document: _joined(each.lower() for each in document.categories),
    "slugified_categories": lambda document: _joined(map(slugified, document.categories)),
}
_DATES: dict[str, Callable[[datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "short_year": lambda date: f"{date.year % 100:02}",
    "month": lambda date: f"{date.month:02}",
    "i_month": lambda date: str(date.month),
    "short_month": lambda date: MONTHS[date.month - 1][:3],
    "long_month": lambda date: MONTHS[date.month - 1],
    "day": lambda date: f"{date.day:02}",
    "i_day": lambda date: str(date.day),
    "y_day": lambda date: f"{date.timetuple().tm_yday:03}",
    "short_day": lambda date: DAYS[date.weekday()][:3],
    "long_day": lambda date: DAYS[date.weekday()],
    "w_day": lambda date: str(date.isoweekday()),
    "week": lambda date: f"{date.isocalendar().week:02}",
    "w_year": lambda date: f"{date.isocalendar().year:04}",
    "hour": lambda date: f"{date.hour:02}",
    "minute": lambda date: f"{date.minute:02}",
    "second": lambda date: f"{date.second:02}",
}


def is_post(path: str) -> bool:
    """Whether a file in ``_posts`` or ``_drafts`` has the name of a post."""
    return "/_drafts/" in f"/{path}" or _DATED.fullmatch(path) is not None


def expanded(template: str, value: Callable[[str], str | None]) -> str:
    """``template`` with its placeholders filled; ``value`` gives the text for a name."""

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        for key in (name, name.removesuffix("_")):
            text = value(key)
            if text is not None:
                return escaped(text) + name[len(key) :]
        return found[0]

    return _PLACEHOLDER.sub(fill, template)


def escaped(path: str) -> str:
    """A part of a URL as Jekyll escapes it."""
    return quote(path, safe=_SAFE, errors="surrogateescape").replace("#", "%23", 1)


def slugified(text: str, *, pretty: bool = False) -> str:
    """``text`` with hyphens for what no URL should hold; ``pretty`` keeps case and some signs."""
    slug = (_PRETTY if pretty else _DEFAULT).sub("-", text)
    slug = slug.removeprefix("-").removesuffix("-")
    return slug if pretty else slug.lower()


def _joined(parts: Iterable[str]) -> str:
    return "/".join(dict.fromkeys(parts))


def _several(value: Any) -> list[Any]:
    if isinstance(value, str):
        return value.split()
    return value if isinstance(value, list) else []


def _full_year(day: str) -> str:
    """``09-1-2`` in the name of a file is a day of 2009."""
    year, month, date = day.split("-")
    century = "" if len(year) > 2 else "19" if int(year) >= 69 else "20"
    return f"{century}{year.zfill(4 - len(century))}-{month}-{date}"
