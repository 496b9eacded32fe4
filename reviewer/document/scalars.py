"""What each dialect reads from a plain (unquoted) scalar.

``YAML_1_1`` asks PyYAML's own resolver and constructor, so that it cannot
differ from them; ``JEKYLL`` follows the transforms of the safe_yaml gem 1.0.5;
``YAML_1_2`` is the core schema (https://yaml.org/spec/1.2.2/#103-core-schema)
with the timestamps that go-yaml and js-yaml add. Text that no rule takes is
text, and so is a date that no calendar has.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from reviewer.document.dialect import Dialect

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BITS = 14_000
"""Python writes no longer number than this in decimal digits."""

_TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[Tt]|\s+)"
    r"(?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?"
    r"\s*(?P<zone>Z|(?P<sign>[-+])(?P<zone_hour>\d\d?):?(?P<zone_minute>\d\d)?)?"
)
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_LEADING_DATE = re.compile(_DATE.pattern + r"(?:[Tt]|\s|$)")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SHORT_BOOLS = frozenset("yYnN")
_WORDS = frozenset(
    ("null", "true", "false", "yes", "no", "on", "off", ".inf", "-.inf", "+.inf", ".nan")
)
"""What Ruby's Psych reads as a value in whatever mixture of capitals."""
_LOOKS_NUMERIC = re.compile(r"(?=.*\d)[-+]?\.?[\d_,]*\.?[\d_,]*(?:[eE][-+]?\d+)?")
"""What Psych takes for a number, and may even fail on, such as ``.e+07`` and ``1,234.5``."""
_OTHER_TAGS = frozenset({"=", "<<"})


def _word_table(true: str, false: str) -> dict[str, bool]:
    table = {}
    for words, value in ((true, True), (false, False)):
        for word in words.split():
            table.update(dict.fromkeys((word, word.capitalize(), word.upper()), value))
    return table


_CORE_BOOLS = _word_table("true", "false")
_WIDE_BOOLS = _word_table("true yes on", "false no off")


@lru_cache(maxsize=2048)
def read_plain(text: str, dialect: Dialect) -> Any:
    """The value that ``dialect`` reads from the plain scalar ``text``."""
    try:
        value = _READERS[dialect](text)
    except ValueError:  # more digits than Python turns into a number
        return text
    # Nor could anyone show a number that long, such as one with thousands of hex digits.
    return text if type(value) is int and value.bit_length() > MAX_BITS else value


def misread(text: str) -> bool:
    """Whether ``text`` written plain is something else than text to some YAML reader."""
    if text in _SHORT_BOOLS or text in _OTHER_TAGS or _LEADING_DATE.match(text):
        return True
    if text.lower() in _WORDS or _LOOKS_NUMERIC.fullmatch(text):
        return True
    return any(not isinstance(read_plain(text, dialect), str) for dialect in Dialect)


def looks_dated(text: str) -> bool:
    """Whether ``text`` has the shape of a date, possible or not."""
    return _LEADING_DATE.match(text) is not None


def is_impossible_date(text: str) -> bool:
    """Whether ``text`` begins with a day or is a time that no calendar and no clock has.

    A time that is only written as nobody reads it, such as one without its seconds, is possible.
    """
    found = _LEADING_DATE.match(text)
    try:
        if found:
            date(*map(int, found.groups()))
            if time := _TIME.fullmatch(text):
                _moment(time)
    except ValueError:
        return True
    return False


def is_timestamp(text: str) -> bool:
    """Whether YAML 1.1 takes ``text`` for a time, even an impossible one, where PyYAML fails."""
    return any(
        tag == _TIMESTAMP and found.match(text) for tag, found in _RESOLVERS.get(text[:1], ())
    )


# YAML 1.1 as PyYAML has it


class _PlainConstructor(yaml.constructor.SafeConstructor):
    """PyYAML's makers of numbers and dates, without a document around them."""


_CONSTRUCTOR = _PlainConstructor()
_MAKERS: dict[str, Callable[[yaml.ScalarNode], Any]] = {
    "tag:yaml.org,2002:null": _CONSTRUCTOR.construct_yaml_null,
    "tag:yaml.org,2002:bool": _CONSTRUCTOR.construct_yaml_bool,
    "tag:yaml.org,2002:int": _CONSTRUCTOR.construct_yaml_int,
    "tag:yaml.org,2002:float": _CONSTRUCTOR.construct_yaml_float,
    "tag:yaml.org,2002:timestamp": _CONSTRUCTOR.construct_yaml_timestamp,
}
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def _read_1_1(text: str) -> Any:
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return _construct(tag, text)
    return text


def _construct(tag: str, text: str) -> Any:
    make = _MAKERS.get(tag)
    if make is None:
        return text
    try:
        return make(yaml.ScalarNode(tag, text))
    except (ValueError, OverflowError):  # 2026-02-31, 0x_ or an offset of 99 hours
        return text


# Jekyll: https://github.com/dtao/safe_yaml (Transform)

_JEKYLL_INTEGERS = (
    (re.compile(r"[-+]?(?:0|[1-9][0-9]*)"), 10),
    (re.compile(r"0[0-7]+"), 8),
    (re.compile(r"0[xX][0-9a-fA-F]+"), 16),
    (re.compile(r"0[bB][01]+"), 2),
)
_JEKYLL_FLOAT = re.compile(r"[-+]?(?:\d[\d_]*)?(?:\.\d[\d_]*)?(?:[eE][-+]\d+)?")
_JEKYLL_SPECIAL = {
    **dict.fromkeys((".inf", ".Inf", ".INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")


def _read_jekyll(text: str) -> Any:
    if text in _NULLS:
        return None
    if text in _WIDE_BOOLS:
        return _WIDE_BOOLS[text]
    if text[0] not in "+-.0123456789":
        return text
    for read in (_jekyll_integer, _jekyll_float, _jekyll_date):
        value = read(text)
        if value is not None:
            return value
    return text


def _jekyll_integer(text: str) -> int | None:
    if not text[0].isdigit() and not text[1:2].isdigit():
        return None
    digits = re.sub("[_,]", "", text)
    for pattern, base in _JEKYLL_INTEGERS:
        if pattern.fullmatch(digits):
            return int(digits, base)
    return None


def _jekyll_float(text: str) -> float | None:
    if text in _JEKYLL_SPECIAL:
        return _JEKYLL_SPECIAL[text]
    if _SEXAGESIMAL.fullmatch(text):
        return _sexagesimal(text)
    if _JEKYLL_FLOAT.fullmatch(text):
        try:
            return float(text)
        except ValueError:  # a sign or an exponent alone
            return None
    return None


def _sexagesimal(text: str) -> float:
    total = 0.0
    for part in text.lstrip("+-").split(":"):
        total = total * 60 + float(part.replace("_", ""))
    return -total if text.startswith("-") else total


def _jekyll_date(text: str) -> date | None:
    try:
        if found := _DATE.fullmatch(text):
            return date(*map(int, found.groups()))
        if found := _TIME.fullmatch(text):
            return _moment(found)
    except ValueError:
        return None
    return None


def _moment(found: re.Match[str]) -> datetime:
    names = ("year", "month", "day", "hour", "minute", "second")
    numbers = [int(found[name]) for name in names]
    fraction = int(((found["fraction"] or "") + "000000")[:6])
    return datetime(*numbers, fraction, tzinfo=_zone(found))  # type: ignore[arg-type,misc]


def _zone(found: re.Match[str]) -> timezone | None:
    if not found["zone"]:
        return None
    if not found["sign"]:
        return UTC
    offset = timedelta(hours=int(found["zone_hour"]), minutes=int(found["zone_minute"] or 0))
    return timezone(-offset if found["sign"] == "-" else offset)


# YAML 1.2

_CORE_INTEGERS = (
    (re.compile(r"[-+]?[0-9]+"), 10),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"0x[0-9a-fA-F]+"), 16),
)
_CORE_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_CORE_INFINITY = re.compile(r"([-+]?)\.(?:inf|Inf|INF)")
_CORE_NAN = frozenset({".nan", ".NaN", ".NAN"})
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


def _read_1_2(text: str) -> Any:
    if text in _NULLS:
        return None
    if text in _CORE_BOOLS:
        return _CORE_BOOLS[text]
    if text[0] not in "+-.0123456789":
        return text
    value = _core_number(text)
    if value is None and looks_dated(text):
        stamped = _read_1_1(text)
        return stamped if isinstance(stamped, date) else text
    return text if value is None else value


def _core_number(text: str) -> int | float | None:
    for pattern, base in _CORE_INTEGERS:
        if pattern.fullmatch(text):
            return int(text, base)
    if _CORE_FLOAT.fullmatch(text):
        return float(text)
    if found := _CORE_INFINITY.fullmatch(text):
        return float(found[1] + "inf")
    return float("nan") if text in _CORE_NAN else None


_READERS: dict[Dialect, Callable[[str], Any]] = {
    Dialect.YAML_1_1: _read_1_1,
    Dialect.JEKYLL: _read_jekyll,
    Dialect.YAML_1_2: _read_1_2,
}
