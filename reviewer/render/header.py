"""The head of the article from its front matter: category, date, author and title.

A body that opens with a heading of its own has its title already; a second
one above it would show the editor a page that no reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from reviewer.render.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.images import Images

TITLE = ("title",)
SUBTITLE = ("subtitle", "description", "summary", "excerpt", "lead", "dek")
CATEGORY = ("category", "categories", "section")
DATE = ("date", "pubdate", "pubDate", "published", "publishDate", "publish_date", "created")
AUTHOR = ("author", "authors", "byline")
TAGS = ("tags", "keywords")
IMAGE = ("image", "cover", "featured_image", "feature_image", "hero", "banner", "thumbnail")
IMAGE_ADDRESS = ("path", "src", "url", "image", "feature", "filename")
IMAGE_WORDS = ("alt", "caption", "title")
LANGUAGE = ("lang", "language", "locale")

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_SOURCE_OF = re.compile(r'<img\b[^>]*\bsrc="([^"]*)"|<i>([^<]*)</i></span>')
_TAGS = re.compile(r"<[^>]*>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Head:
    """The article's head as one block, or none; ``blocked`` is its image if that was not loaded."""

    blocks: tuple[Block, ...]
    blocked: tuple[str, ...] = ()


def header(data: Any, body: Sequence[Block], images: Images) -> Head:
    """The head for what there is to say; a part that comes from a field bears its name."""
    title = text(data, TITLE)
    parts = [_line("kicker", (_part(data, CATEGORY), _part(data, DATE)))]
    if title and not has_own_title(body, title):
        parts.append(f'<h1 data-field="{TITLE[0]}">{escape(title)}</h1>')
        parts.append(_line("subtitle", (_part(data, SUBTITLE),)))
    parts.append(_line("byline", (_part(data, AUTHOR),)))
    parts.append(_line("tags", (_part(data, TAGS),)))
    lead, blocked = _lead_image(data, body, images)
    html = "".join((*parts, lead))
    blocks = (Block(f'<header class="article-head">{html}</header>'),) if html else ()
    return Head(blocks, (blocked,) if blocked else ())


def has_own_title(body: Sequence[Block], title: str) -> bool:
    """Whether the body opens with a heading that is, or stands for, the title."""
    found = _HEADING.match(body[0].html) if body else None
    if found is None:
        return False
    return found[1] == "1" or _same_words(_plain(found[2]), title)


def text(data: Any, keys: Sequence[str]) -> str:
    """The first of ``keys`` that has a value, as readers would see it; "" if none has."""
    return _found(data, keys)[1]


def language(data: Any) -> str:
    """The post's language as HTML names it; "" where it says none."""
    found = _LANGUAGE.fullmatch(text(data, LANGUAGE))
    return found[0].replace("_", "-") if found else ""


def _shown(value: Any) -> str:
    if isinstance(value, (date, datetime)):
        return f"{value.day} {value:%B} {value.year}"
    if isinstance(value, Mapping):
        return _shown(value.get("name") or value.get("title"))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_shown, value)))
    if value is None or isinstance(value, bool):
        return ""
    return " ".join(str(value).split())


def _found(data: Any, keys: Sequence[str]) -> tuple[str, str]:
    """The first of ``keys`` that has a value, and the value as readers would see it."""
    if isinstance(data, Mapping):
        for key in keys:
            if shown := _shown(data.get(key)):
                return key, shown
    return "", ""


def _part(data: Any, keys: Sequence[str]) -> str:
    key, shown = _found(data, keys)
    return f'<span data-field="{key}">{escape(shown)}</span>' if shown else ""


def _line(name: str, parts: Sequence[str]) -> str:
    shown = " · ".join(filter(None, parts))
    return f'<p class="{name}">{shown}</p>' if shown else ""


def _lead_image(data: Any, body: Sequence[Block], images: Images) -> tuple[str, str]:
    """The picture above the text, unless the body begins with it; its address if not loaded."""
    key, source, words = _image(data)
    if not source:
        return "", ""
    tag = f'<img src="{escape(source)}" alt="{escape(words)}">'
    shown = images.show(tag, source, words)
    if body and _SOURCE_OF.findall(shown.html) == _SOURCE_OF.findall(body[0].html)[:1]:
        return "", ""
    return f'<p class="lead-image" data-field="{key}">{shown.html}</p>', shown.blocked


def _image(data: Any) -> tuple[str, str, str]:
    """The field with the article's picture, its address, and what it shows."""
    if not isinstance(data, Mapping):
        return "", "", ""
    for key in IMAGE:
        value = data.get(key)
        source = text(value, IMAGE_ADDRESS) if isinstance(value, Mapping) else value
        if isinstance(source, str) and source.strip():
            return key, source.strip(), text(value, IMAGE_WORDS)
    return "", "", ""


def _plain(html: str) -> str:
    return unescape(_TAGS.sub("", html))


def _same_words(left: str, right: str) -> bool:
    return _words(left) == _words(right)


def _words(value: str) -> list[str]:
    return re.findall(r"\w+", value.casefold())
