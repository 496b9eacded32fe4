"""The head of the article from its front matter: category, date, author and title.

A body that opens with a heading of its own has its title already; a second
one above it would show the editor a page that no reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from reviewer.render.blocks import Block

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = ("title",)
SUBTITLE = ("subtitle",)
CATEGORY = ("category", "categories", "section")
DATE = ("date", "pubdate", "pubDate", "published", "publishDate", "publish_date", "created")
AUTHOR = ("author", "authors", "byline")
LANGUAGE = ("lang", "language", "locale")

_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def header(data: Any, body: Sequence[Block]) -> tuple[Block, ...]:
    """The article's head as one block, or none where there is nothing to say."""
    title = text(data, TITLE)
    shows_title = bool(title) and not has_own_title(body, title)
    parts = [_line("kicker", (text(data, CATEGORY), text(data, DATE)))]
    if shows_title:
        parts += (f"<h1>{escape(title)}</h1>", _line("subtitle", (text(data, SUBTITLE),)))
    parts.append(_line("byline", (text(data, AUTHOR),)))
    html = "".join(parts)
    return (Block(f'<header class="article-head">{html}</header>'),) if html else ()


def has_own_title(body: Sequence[Block], title: str) -> bool:
    """Whether the body opens with a heading that is, or stands for, the title."""
    found = _HEADING.match(body[0].html) if body else None
    if found is None:
        return False
    return found[1] == "1" or _same_words(_plain(found[2]), title)


def text(data: Any, keys: Sequence[str]) -> str:
    """The first of ``keys`` that has a value, as readers would see it; "" if none has."""
    if not isinstance(data, Mapping):
        return ""
    return next((shown for key in keys if (shown := _shown(data.get(key)))), "")


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


def _line(name: str, values: Sequence[str]) -> str:
    shown = " · ".join(escape(value) for value in values if value)
    return f'<p class="{name}">{shown}</p>' if shown else ""


def _plain(html: str) -> str:
    return unescape(_TAGS.sub("", html))


def _same_words(left: str, right: str) -> bool:
    return _words(left) == _words(right)


def _words(value: str) -> list[str]:
    return re.findall(r"\w+", value.casefold())
