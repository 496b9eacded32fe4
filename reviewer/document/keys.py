"""Fields as people name them: ``seo.title``, ``tldr.2``, ``tldr[2]``.

A backslash takes the next character as it is, so that ``a\\.b`` is a key with a
dot in it. Whether ``2`` is an index or a key is for the post's data to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from reviewer.document.operations import Path

_PART = re.compile(r"(?:\\.|[^\\.\[\]])+")
_INDEX = re.compile(r"\[(\d+)\]")


class BadKey(ReviewerError):
    """A key that cannot be read, or text without the sign that parts key and value."""


def parse(text: str) -> tuple[str | int, ...]:
    """The parts of a key; numbers in brackets are indexes."""
    parts: list[str | int] = []
    at = 0
    while at < len(text):
        if index := _INDEX.match(text, at):
            parts.append(int(index[1]))
            at = index.end()
            continue
        start = at + 1 if parts and text[at] == "." else at
        part = _PART.match(text, start)
        if part is None:
            break
        parts.append(_plain(part[0]))
        at = part.end()
    if at < len(text) or not parts:
        raise BadKey(f"“{text}” is no key.", remedy="Write it like seo.title or tldr[2].")
    return tuple(parts)


def split(text: str) -> tuple[str, str]:
    """Key and value, parted at the first equals sign that has no backslash before it."""
    found = re.match(r"((?:\\.|[^\\=])*)=(.*)", text, re.S)
    if found is None:
        raise BadKey(f"“{text}” has no equals sign.", remedy="Write it like KEY=VALUE.")
    return found[1], found[2]


def resolve(parts: tuple[str | int, ...], data: Any) -> Path:
    """The path of a key in ``data``: digits are an index where a list stands."""
    path: list[Any] = []
    for part in parts:
        key = _key_in(part, data)
        path.append(key)
        data = _below(data, key)
    return tuple(path)


def _key_in(part: str | int, data: Any) -> Any:
    if isinstance(data, list) and isinstance(part, str) and part.isdecimal():
        return int(part)
    if isinstance(data, dict) and part not in data:
        # Keys need not be text: 2024 and true are numbers and truth values to YAML.
        return next((key for key in data if str(key).lower() == str(part).lower()), part)
    return part


def _below(data: Any, key: Any) -> Any:
    try:
        return data[key]
    except (LookupError, TypeError):
        return None


def _plain(part: str) -> str:
    return re.sub(r"\\(.)", r"\1", part)
