"""What a post tells search engines and social networks, and from which field each part comes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from reviewer.render.cards.excerpt import excerpt, plain
from reviewer.render.cards.fields import (
    ALTS,
    CARDS,
    DESCRIPTIONS,
    SOCIAL_DESCRIPTIONS,
    SOCIAL_TITLES,
    TITLES,
    Path,
    first_image,
    first_text,
    text_of,
    value_at,
)
from reviewer.render.header import DATE

if TYPE_CHECKING:
    from reviewer.document.post import Post
    from reviewer.render.flavours.flavour import Flavour

SEO_TAG = "jekyll-seo-tag"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")


class Origin(Enum):
    """Where a part comes from."""

    NOWHERE = "nowhere"
    FIELD = "field"
    BODY = "body"
    SITE = "site"
    NAME = "file name"


@dataclass(frozen=True, slots=True)
class Part:
    """A text, and where it was taken from; ``path`` is that of its field."""

    text: str = ""
    origin: Origin = Origin.NOWHERE
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Site:
    """What the site says of itself; ``home`` is its address as far as it is known."""

    engine: str = ""
    config: Mapping[str, Any] = field(default_factory=dict)
    home: str = ""

    @property
    def name(self) -> str:
        """The site's name for its readers."""
        keys: tuple[Path, ...] = (("title",), ("name",), ("site_name",), ("params", "title"))
        return first_text(self.config, keys)[0]

    @property
    def domain(self) -> str:
        """``example.org``; "" where the site does not say."""
        return urlsplit(self.home).netloc.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Facts:
    """The parts of one revision of a post. ``url`` is the path of its page on the site."""

    site: Site
    url: str
    title: Part
    description: Part
    date: Part
    social_title: Part
    social_description: Part
    image: Part
    alt: Part
    card: str = ""

    @property
    def address(self) -> str:
        """The whole address of the post's page."""
        return f"{self.site.home.rstrip('/')}{self.url}"

    @property
    def crumbs(self) -> tuple[str, ...]:
        """The address as search engines write it: the domain, then the folders."""
        parts = [unquote(part) for part in self.url.split("/") if part]
        home = urlsplit(self.site.home)
        start = f"{home.scheme}://{home.netloc}" if home.netloc else ""
        return tuple(filter(None, (start, *filter(None, home.path.split("/")), *parts)))


def facts_of(post: Post, site: Site, url: str, flavour: Flavour, named_date: str = "") -> Facts:
    """The parts that ``post`` gives; ``named_date`` is the ISO date in its file's name."""
    data = post.data if isinstance(post.data, Mapping) else {}
    body = Part(plain(excerpt(post.body, site.engine, site.config, data), flavour), Origin.BODY)
    from_site = Part(text_of(site.config.get("description")), Origin.SITE)
    start = next((part for part in (body, from_site) if part.text), Part())
    description = _field(data, DESCRIPTIONS) or start
    return Facts(
        site=site,
        url=url,
        title=_titled(_field(data, TITLES) or Part(), site),
        description=description,
        date=_date(data, named_date),
        social_title=_field(data, SOCIAL_TITLES) or Part(),
        social_description=_field(data, SOCIAL_DESCRIPTIONS) or description,
        image=_image(data, site),
        alt=_field(data, ALTS) or Part(),
        card=first_text(data, CARDS)[0] or first_text(site.config, CARDS)[0],
    )


def _field(data: Mapping[Any, Any], paths: tuple[Path, ...]) -> Part | None:
    text, path = first_text(data, paths)
    return Part(text, Origin.FIELD, path) if text else None


def _titled(title: Part, site: Site) -> Part:
    """With the site's name behind it, where the engine is known to put it there."""
    if not title.text:
        return Part(site.name, Origin.SITE) if site.name else title
    sign = _separator(site)
    if not sign or not site.name or title.text == site.name:
        return title
    return Part(f"{title.text}{sign}{site.name}", title.origin, title.path)


def _separator(site: Site) -> str:
    plugins = [*_listed(site.config.get("plugins")), *_listed(site.config.get("gems"))]
    if site.engine == "jekyll" and SEO_TAG in plugins:
        return " | "
    return " - " if site.engine == "mkdocs" else ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _image(data: Mapping[Any, Any], site: Site) -> Part:
    text, path = first_image(data)
    if text:
        return Part(text, Origin.FIELD, path)
    shared = first_image(site.config, (("og_image",), ("params", "images")))[0]
    return Part(shared, Origin.SITE) if shared else Part()


def _date(data: Mapping[Any, Any], named: str) -> Part:
    for key in DATE:
        text = _day(value_at(data, (key,)))
        if text:
            return Part(text, Origin.FIELD, (key,))
    return Part(_day(named), Origin.NAME) if named else Part()


def _day(value: Any) -> str:
    """The day as results show it; "" for one that the calendar does not have."""
    found = _ISO.match(value.isoformat() if isinstance(value, date) else text_of(value))
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return ""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
