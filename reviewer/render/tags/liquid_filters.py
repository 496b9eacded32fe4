"""The filters of Liquid and Jekyll that need nothing but the value they are given."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

if TYPE_CHECKING:
    from collections.abc import Callable

_TAGS = re.compile(r"<[^>]*>")
_UNPADDED = re.compile(r"%-([dmHIMSjely])")
_NAMES = re.compile(r"%-?([AaBb])")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NOT_WORD = re.compile(r"[\W_]+")
_FORMAT = re.compile(r"%(?:-)?([a-zA-Z%])")
_FORMATS = frozenset("aAbBdjmHIMSpyYZzLeFTD%u")

LARGEST = 100_000


class Unknown(Exception):
    """A value that cannot be told here."""


def shown(value: Any) -> str:
    """A value as Liquid prints it; raises ``Unknown`` for one that is no simple value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S %z").strip() + ("" if value.tzinfo else " +0000")
    if isinstance(value, str | int | float | date):
        return str(value)
    if isinstance(value, list):
        return "".join(map(shown, value))
    raise Unknown


def moment(value: Any) -> datetime:
    """A value as a moment; raises ``Unknown`` for what is none."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    try:
        return datetime.fromisoformat(shown(value).strip())
    except ValueError as error:
        raise Unknown from error


def formatted(value: Any, pattern: Any = "%Y-%m-%d %H:%M:%S %z") -> str:
    """``value`` by a pattern of strftime, ``%-d`` without the zero too."""
    wanted = shown(pattern)
    if not set(_FORMAT.findall(wanted)) <= _FORMATS:
        raise Unknown
    day = moment(value)
    # strftime would name months and days in the language of the user.
    names = {"B": MONTHS[day.month - 1], "A": DAYS[day.weekday()]}
    names |= {"b": names["B"][:3], "a": names["A"][:3]}
    named = _NAMES.sub(lambda found: names[found[1]], wanted)
    unpadded = _UNPADDED.sub(lambda found: day.strftime(f"%{found[1]}").lstrip("0 ") or "0", named)
    return day.strftime(unpadded)


def _bounded(part: Any, whole: list[Any] | str) -> str:
    """``part``, unless putting it everywhere in ``whole`` would fill the memory."""
    text = shown(part)
    if len(text) * len(whole) > LARGEST:
        raise Unknown
    return text


def _sized(value: Any) -> int:
    return len(value) if isinstance(value, list | str | dict) else 0


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Unknown
    return value


def _shortened(value: Any, length: Any = 50, ending: Any = "...") -> str:
    text, end = shown(value), shown(ending)
    return text if len(text) <= int(length) else text[: max(0, int(length) - len(end))] + end


def _first_words(value: Any, count: Any = 15, ending: Any = "...") -> str:
    parts = shown(value).split()
    return " ".join(parts[: int(count)]) + (shown(ending) if len(parts) > int(count) else "")


def _slug(value: Any, _mode: Any = "default") -> str:
    return _NOT_WORD.sub("-", shown(value)).strip("-").lower()


FILTERS: dict[str, Callable[..., Any]] = {
    "append": lambda value, end: shown(value) + shown(end),
    "capitalize": lambda value: shown(value).capitalize(),
    "date": formatted,
    "date_to_long_string": lambda value, *_: formatted(value, "%d %B %Y"),
    "date_to_string": lambda value, *_: formatted(value, "%d %b %Y"),
    "date_to_xmlschema": lambda value: moment(value).isoformat(),
    "default": lambda value, other, *_: other if value in (None, "", False) else value,
    "downcase": lambda value: shown(value).lower(),
    "escape": lambda value: escape(shown(value)),
    "first": lambda value: _list(value)[0] if _list(value) else None,
    "join": lambda value, mark=" ": _bounded(mark, _list(value)).join(map(shown, _list(value))),
    "last": lambda value: _list(value)[-1] if _list(value) else None,
    "lstrip": lambda value: shown(value).lstrip(),
    "prepend": lambda value, start: shown(start) + shown(value),
    "remove": lambda value, part: shown(value).replace(shown(part), ""),
    "replace": lambda value, old, new="": shown(value).replace(
        shown(old), _bounded(new, shown(value))
    ),
    "rstrip": lambda value: shown(value).rstrip(),
    "size": _sized,
    "slugify": _slug,
    "split": lambda value, mark: shown(value).split(shown(mark) or None),
    "strip": lambda value: shown(value).strip(),
    "strip_html": lambda value: _TAGS.sub("", shown(value)),
    "strip_newlines": lambda value: shown(value).replace("\n", ""),
    "truncate": _shortened,
    "truncatewords": _first_words,
    "upcase": lambda value: shown(value).upper(),
    "uri_escape": lambda value: shown(value).replace(" ", "%20"),
    "url_encode": lambda value: quote_plus(shown(value)),
    "xml_escape": lambda value: escape(shown(value)),
}
