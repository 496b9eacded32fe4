"""Front matter as JSON and back, with nothing lost, so that SQLite can keep it.

Texts, numbers, booleans, lists and maps are plain JSON, which ``json_extract``
can look into. What JSON does not know stands as a map whose first key begins
with ``!``: ``{"!date": "2026-02-01"}``. A map of the data that could be taken
for one of these, or whose keys are not all text, is itself written that way.
"""

from __future__ import annotations

import json
import math
from datetime import date, datetime, time, timezone
from typing import TYPE_CHECKING, Any

from reviewer.document.note import Note
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "!"
"""What the names of values begin with that JSON does not know."""

MAX_BITS = 14_000
"""Longer integers go as hexadecimal digits: Python neither writes nor reads them as decimals."""

MAX_VALUES = 1_000_000
MAX_DEPTH = 400
"""Far beyond what the readers let through, even unfolded; only data within itself has more."""

_ENDLESS = "The values are nested too deeply."
_MARKED = f'{{"{MARK}'
"""How such a value shows in the JSON text; inside a text the quote would be escaped."""


class NotStorable(ReviewerError):
    """Data that cannot be written as JSON and read back the same, such as a list in itself."""


def encode(data: Any) -> str:
    """``data`` as JSON text; raises ``NotStorable``."""
    try:
        plain = _encoded(data) if _is_plain(data) else ""
        return plain or _ENCODER.encode(_written(data))
    except RecursionError as error:
        raise NotStorable(_ENDLESS) from error


def _encoded(data: Any) -> str:
    """Plain data as JSON text, "" where something in it has no form there after all."""
    try:
        text = _ENCODER.encode(data)
    except ValueError:  # nan, infinity, or a number of thousands of digits
        return ""
    return text if text.isascii() or _is_whole(text) else ""


def decode(text: str) -> Any:
    """The data that ``encode`` was given."""
    return (_MARKED_DECODER if _MARKED in text else _DECODER).decode(text)


def notes_in(notes: tuple[Note, ...]) -> str:
    """Notes about front matter as JSON text, "" for none; raises ``NotStorable``."""
    rows = [(each.message, each.path, each.line, each.code) for each in notes]
    return encode(rows) if rows else ""


def notes_out(text: str) -> tuple[Note, ...]:
    """The notes that ``notes_in`` was given."""
    return tuple(Note(*each) for each in decode(text)) if text else ()


def text_in(text: str) -> str | bytes:
    """Text for a column of SQLite, which takes no half surrogate pairs: that goes as bytes."""
    return text if text.isascii() or _is_whole(text) else _to_bytes(text)


def text_out(value: str | bytes) -> str:
    """The text that ``text_in`` was given."""
    return value if isinstance(value, str) else value.decode("utf-8", "surrogatepass")


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _is_whole(text: str) -> bool:
    """Whether no half of a surrogate pair stands in the text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_plain(data: Any) -> bool:
    """Whether the encoder can write ``data`` at once; raises ``NotStorable`` without an end."""
    level = [data]
    seen = depth = 0
    while level:
        inside: list[Any] = []
        for value in level:
            kind = type(value)
            if kind in _PLAIN:
                continue
            if kind is dict:
                if not _has_plain_keys(value):
                    return False
                inside += value.values()
            elif kind is list:
                inside += value
            else:
                return False
        seen += len(inside)
        depth += 1
        if depth > MAX_DEPTH or seen > MAX_VALUES:
            raise NotStorable(_ENDLESS)
        level = inside
    return True


def _has_plain_keys(value: dict[Any, Any]) -> bool:
    for key in value:  # noqa: SIM110 - twice as fast as all() with a generator
        if type(key) is not str or key[:1] == MARK:
            return False
    return True


# Writing what JSON has no form for


def _written(value: Any, depth: int = 0) -> Any:
    """``value`` in terms of JSON."""
    if depth > MAX_DEPTH:
        raise NotStorable(_ENDLESS)
    kind = type(value)
    if kind is list:
        return [_written(item, depth + 1) for item in value]
    if kind is dict:
        return _written_map(value, depth + 1)
    write = _WRITERS.get(kind)
    if write is not None:
        return write(value)
    if kind in _COLLECTIONS:
        return {MARK + _COLLECTIONS[kind]: [_written(item, depth + 1) for item in value]}
    raise NotStorable(f"A value of type {kind.__name__} cannot be kept in the index.")


def _written_map(value: dict[Any, Any], depth: int) -> Any:
    if _has_plain_keys(value) and all(map(_is_whole, value)):
        return {key: _written(item, depth) for key, item in value.items()}
    pairs = [[_written(key, depth), _written(item, depth)] for key, item in value.items()]
    return {MARK + "map": pairs}


def _written_text(value: str) -> Any:
    return value if _is_whole(value) else {MARK + "text": _to_bytes(value).hex()}


def _written_int(value: int) -> Any:
    return value if value.bit_length() <= MAX_BITS else {MARK + "int": hex(value)}


def _written_float(value: float) -> Any:
    return value if math.isfinite(value) else {MARK + "float": repr(value)}


def _written_date(value: date) -> Any:
    return {MARK + "date": value.isoformat()}


def _written_moment(value: datetime | time) -> Any:
    """ISO text, with what that leaves out: a zone's name and which of two equal hours it is."""
    written: dict[str, Any] = {MARK + type(value).__name__: value.isoformat()}
    zone = value.tzinfo
    if zone is not None:
        if type(zone) is not timezone:
            raise NotStorable(f"A zone of type {type(zone).__name__} cannot be kept in the index.")
        name = zone.tzname(None)
        if name != timezone(zone.utcoffset(None)).tzname(None):
            written["zone"] = _written_text(name)
    if value.fold:
        written["fold"] = 1
    return written


def _same(value: Any) -> Any:
    return value


_WRITERS: dict[type, Callable[[Any], Any]] = {
    type(None): _same,
    bool: _same,
    str: _written_text,
    int: _written_int,
    float: _written_float,
    date: _written_date,
    datetime: _written_moment,
    time: _written_moment,
    bytes: lambda value: {MARK + "bytes": value.hex()},
}
_COLLECTIONS: dict[type, str] = {tuple: "tuple", set: "set", frozenset: "frozenset"}
_PLAIN = frozenset({str, int, float, bool, type(None), date, datetime, time})
"""What the encoder writes by itself or with the help of a writer."""

_ENCODER = json.JSONEncoder(
    ensure_ascii=False,
    check_circular=False,  # what is in itself has been refused before
    allow_nan=False,
    separators=(",", ":"),
    default=lambda value: _WRITERS[type(value)](value),
)


# Reading it back


def _read(found: dict[str, Any]) -> Any:
    """What a map of the JSON text stands for; called for the innermost first."""
    name = next(iter(found), "")
    if not name.startswith(MARK):
        return found
    return _READERS[name](found[name], found)


_DECODER = json.JSONDecoder()
_MARKED_DECODER = json.JSONDecoder(object_hook=_read)


def _moment(kind: type[datetime] | type[time]) -> Callable[[str, dict[str, Any]], Any]:
    def read(text: str, found: dict[str, Any]) -> Any:
        value = kind.fromisoformat(text)
        if "zone" in found:
            offset = value.utcoffset()
            assert offset is not None
            value = value.replace(tzinfo=timezone(offset, found["zone"]))
        return value.replace(fold=1) if "fold" in found else value

    return read


_READERS: dict[str, Callable[[Any, dict[str, Any]], Any]] = {
    MARK + "text": lambda text, _found: text_out(bytes.fromhex(text)),
    MARK + "int": lambda text, _found: int(text, 16),
    MARK + "float": lambda text, _found: float(text),
    MARK + "date": lambda text, _found: date.fromisoformat(text),
    MARK + "datetime": _moment(datetime),
    MARK + "time": _moment(time),
    MARK + "bytes": lambda text, _found: bytes.fromhex(text),
    MARK + "tuple": lambda items, _found: tuple(items),
    MARK + "set": lambda items, _found: set(items),
    MARK + "frozenset": lambda items, _found: frozenset(items),
    MARK + "map": lambda pairs, _found: dict(pairs),
}
