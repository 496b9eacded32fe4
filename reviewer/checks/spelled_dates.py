"""Dates as texts spell them, so that they can be compared: 2 March 2026, March 2nd, 2026-03-02."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTHS = (
    ("january", "jan", "januar", "jänner", "janvier", "enero", "gennaio"),
    ("february", "feb", "februar", "février", "febrero", "febbraio"),
    ("march", "mar", "märz", "mars", "marzo"),
    ("april", "apr", "avril", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio"),
    ("june", "jun", "juni", "juin", "junio", "giugno"),
    ("july", "jul", "juli", "juillet", "julio", "luglio"),
    ("august", "aug", "août", "agosto"),
    ("september", "sep", "sept", "septembre", "septiembre", "settembre"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "dezember", "dez", "décembre", "diciembre", "dicembre"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR = r"(?:1[89]|20)\d\d"
_FORMS = (
    rf"(?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)",
    rf"(?P<d2>{_DAY})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?(?P<m2>{_NAME})\b\.?"
    rf"(?:,?\s(?:de\s)?(?P<y2>{_YEAR})\b)?",
    rf"\b(?P<m3>{_NAME})\b\.?\s(?P<d3>{_DAY})(?:st|nd|rd|th)?\b(?!\s?%|[.,:]\d)"
    rf"(?:,?\s(?P<y3>{_YEAR})\b)?",
)
_DATE = re.compile(rf"(?<![\w/-])(?:{'|'.join(_FORMS)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpelledDate:
    """A day of a month; ``year`` is 0 where the text leaves it out."""

    year: int
    month: int
    day: int
    text: str


def dates_in(text: str) -> Iterator[SpelledDate]:
    """The days that a text names, in their order."""
    for found in _DATE.finditer(text):
        form = next(n for n in "123" if found[f"d{n}"])
        name = found[f"m{form}"].lower()
        month = MONTHS.get(name) or int(name)
        if (name != "may" or found[f"m{form}"][0].isupper()) and 1 <= month <= 12:
            yield SpelledDate(int(found[f"y{form}"] or 0), month, int(found[f"d{form}"]), found[0])


def names(date: SpelledDate, others: Iterable[SpelledDate]) -> bool:
    """Whether the day is among others; a year that is left out may be any."""
    return any(
        (date.month, date.day) == (other.month, other.day) and _fits(date.year, other.year)
        for other in others
    )


def meant(date: SpelledDate, others: Iterable[SpelledDate]) -> SpelledDate | None:
    """The date that was probably meant: with the same month or day."""
    parts = (date.year, date.month, date.day)
    return next(
        (
            each
            for each in others
            if sum(a == b for a, b in zip(parts, (each.year, each.month, each.day), strict=True))
            == len(parts) - 1
        ),
        None,
    )


def _fits(one: int, other: int) -> bool:
    return not one or not other or one == other
