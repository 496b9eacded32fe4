"""The patterns of ``[permalinks]``: ``/:year/:slug/``, ``:sections[1:]`` and the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from reviewer.site.permalinks.hugo_paths import urlized
from reviewer.site.permalinks.moments import DAYS, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.permalinks.hugo_page import HugoPage

_TOKEN = re.compile(r":(\w+)(?:\[(.+?)\])?")


def expanded(pattern: str, page: HugoPage) -> str:
    """``pattern`` for one page; a token that Hugo does not know stays.

    What comes out is read like a query: a plus becomes a blank.
    """

    def fill(found: re.Match[str]) -> str:
        make = _TOKENS.get(found[1])
        if found[1] == "sections":
            return "/".join(_cut(page.sections, found[2]))
        return make(page) if make else found[0]

    filled = _TOKEN.sub(fill, pattern.replace("\\:", "\0"))
    return unquote_plus(filled.replace("\0", ":"))


def _cut(parts: list[str], cut: str | None) -> list[str]:
    """The parts that ``[1:]``, ``[:2]``, ``[0]`` or ``[last]`` leave."""
    if cut is None or not parts:
        return parts
    low, colon, high = cut.strip().lower().partition(":")
    start = _place(low, 0, len(parts))
    if start >= len(parts):
        return []
    if not colon:
        return parts[start : start + 1]
    return parts[start : _place(high, len(parts), len(parts))]


def _place(text: str, default: int, count: int) -> int:
    if text == "last":
        return count - 1
    return int(text) if text.isdecimal() else default


def _title(page: HugoPage) -> str:
    return _urlized(page, page.text("title"))


def _file_name(page: HugoPage) -> str:
    return _urlized(page, page.base_name)


def _slug_or_title(page: HugoPage) -> str:
    return _urlized(page, page.slug) if page.slug else _title(page)


def _slug_or_file_name(page: HugoPage) -> str:
    return _urlized(page, page.slug) if page.slug else _file_name(page)


def _urlized(page: HugoPage, text: str) -> str:
    settings = page.settings
    return urlized(text, keeps_case=settings.keeps_case, plain=settings.removes_accents)


_TOKENS: dict[str, Callable[[HugoPage], str]] = {
    "year": lambda page: str(page.date.year),
    "month": lambda page: f"{page.date.month:02}",
    "monthname": lambda page: MONTHS[page.date.month - 1],
    "day": lambda page: f"{page.date.day:02}",
    "weekday": lambda page: str(page.date.isoweekday() % 7),
    "weekdayname": lambda page: DAYS[page.date.weekday()],
    "yearday": lambda page: str(page.date.timetuple().tm_yday),
    "section": lambda page: page.section,
    "title": _title,
    "slug": _slug_or_title,
    "slugorfilename": _slug_or_file_name,
    "slugorcontentbasename": _slug_or_file_name,
    "filename": _file_name,
    "contentbasename": _file_name,
}
