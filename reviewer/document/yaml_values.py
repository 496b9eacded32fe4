"""Writes numbers, dates, booleans and nothing in the style of an older value.

Each writer offers candidates, the old value's style first; the first one that
the dialect reads back as the same value is taken.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from reviewer.document.operations import EditRefused, same
from reviewer.document.scalars import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.document.dialect import Dialect

MAX_PADDED = 1e15
"""Numbers up to here keep the decimals of the one before; beyond, digits would be made up."""

_BOOL_PAIRS = (("true", "false"), ("yes", "no"), ("on", "off"))
_DECIMALS = re.compile(r"[-+]?\d+\.(\d+)")
_STAMP = re.compile(
    r"\d{4}-\d\d?-\d\d?(?P<between>[Tt]|\s+)\d\d?:\d\d:\d\d(?P<fraction>\.\d+)?"
    r"(?P<blanks>\s*)(?P<zone>[Zz]|[-+]\d\d?(?P<colon>:?)(?P<minutes>\d\d)?)?"
)


def write_plain(value: Any, old: str, dialect: Dialect) -> str:
    """A value other than text as a plain scalar; ``old`` is a text to imitate, or empty."""
    for candidate in _candidates(value, old):
        if same(read_plain(candidate, dialect), value):
            return candidate
    raise EditRefused(f"{value!r} cannot be written so that this site reads it back.")


def _candidates(value: Any, old: str) -> Iterator[str]:
    match value:
        case None:
            yield from (old, "null")
        case bool():
            yield from _bool_words(value, old)
        case int():
            yield str(value)
        case float():
            yield from _floats(value, old)
        case datetime():
            yield from _stamps(value, old)
        case date():
            yield value.isoformat()


def _bool_words(value: bool, old: str) -> Iterator[str]:
    for pair in _BOOL_PAIRS:
        if old.lower() in pair:
            word = pair[0] if value else pair[1]
            yield (
                word.upper() if old.isupper() else word.capitalize() if old[:1].isupper() else word
            )
    yield "true" if value else "false"


def _floats(value: float, old: str) -> Iterator[str]:
    if math.isnan(value) or math.isinf(value):
        yield ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
        return
    if abs(value) < MAX_PADDED and (found := _DECIMALS.fullmatch(old)):
        yield f"{value:.{len(found[1])}f}"
    mantissa, _, exponent = repr(value).partition("e")
    if not exponent:
        yield mantissa
        return
    sign = "" if exponent[0] in "+-" else "+"
    yield f"{mantissa if '.' in mantissa else mantissa + '.0'}e{sign}{exponent}"
    yield f"{value:f}"


def _stamps(value: datetime, old: str) -> Iterator[str]:
    style = _STAMP.fullmatch(old)
    if style:
        zone, digits = _zone_like(value, style), len(style["fraction"] or "")
        yield _stamp(value, style["between"], zone, digits - 1)
    between = style["between"] if style else " "
    yield _stamp(value, between if value.tzinfo is None else "T", _zone(value, ":", ""))
    yield _stamp(value, " ", _zone(value, ":", " "))


def _stamp(value: datetime, between: str, zone: str, decimals: int = 0) -> str:
    digits = f"{value.microsecond:06d}".rstrip("0").ljust(decimals, "0")
    fraction = f".{digits}" if digits else ""
    return f"{value:%Y-%m-%d}".zfill(10) + f"{between}{value:%H:%M:%S}{fraction}{zone}"


def _zone_like(value: datetime, style: re.Match[str]) -> str:
    zone = style["zone"]
    if zone is None:
        return _zone(value, ":", "" if style["between"] in "Tt" else " ")
    blanks = style["blanks"]
    if zone in "Zz":
        return blanks + zone if value.utcoffset() == timedelta(0) else _zone(value, ":", blanks)
    if style["minutes"] is None:
        return _zone(value, ":", blanks)
    return _zone(value, style["colon"], blanks)


def _zone(value: datetime, colon: str, blanks: str) -> str:
    offset = value.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"{blanks}{'-' if minutes < 0 else '+'}{hours:02d}{colon}{rest:02d}"
