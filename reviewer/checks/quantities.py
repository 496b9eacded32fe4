"""Amounts, shares and counts as people write them, so that they can be compared.

``$2-3 billion``, ``$2–3bn``, ``US$2bn to US$3bn`` and ``two to three billion
dollars`` say the same. What has no currency, scale, per cent sign or digit at
all is no figure here: "one of the two" is language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MONEY = {
    "us$": "$",
    "usd": "$",
    "dollar": "$",
    "dollars": "$",
    "eur": "€",
    "euro": "€",
    "euros": "€",
    "gbp": "£",
    "pound": "£",
    "pounds": "£",
    "jpy": "¥",
    "yen": "¥",
    "cny": "¥",
    "rmb": "¥",
    "yuan": "¥",
    "inr": "₹",
    "rupees": "₹",
    "chf": "chf",
    "francs": "chf",
}
PER_CENT = "%"
LARGEST = Decimal(10) ** 20
"""Beyond it numbers are digits of something else."""
SCALES = {
    "hundred": 2,
    "thousand": 3,
    "k": 3,
    "tausend": 3,
    "million": 6,
    "millions": 6,
    "mn": 6,
    "mln": 6,
    "mio": 6,
    "m": 6,
    "millionen": 6,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "bln": 9,
    "b": 9,
    "milliarden": 9,
    "mrd": 9,
    "trillion": 12,
    "trillions": 12,
    "tn": 12,
    "trn": 12,
}
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {
    **{word: number for number, word in enumerate(_SMALL.split())},
    **{word: 10 * (place + 2) for place, word in enumerate(_TENS.split())},
}

_NUMBER = (
    r"\d{1,3}(?:[,\u00a0\u202f ’']\d{3})+(?:\.\d+)?(?![\d])|\d+(?:[.,]\d+)?"
    rf"|\b(?:{'|'.join(WORDS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?\b"
)
_SIGN = r"(?:(?:US|C|A|HK|NZ|S)?\$|€|£|¥|₹|\b(?:USD|EUR|GBP|JPY|CNY|RMB|INR|CHF)\s?)"
_SCALE = (
    r"(?:[ \u00a0\u202f-]?(?:hundred|thousand|tausend|millions?|millionen|mio\.?|billions?"
    r"|milliarden|mrd\.?|trillions?)\b|[ \u00a0\u202f]?(?:bn|bln|mn|mln|tn|trn)\b|[kmb]\b)"
)
_UNIT = (
    r"(?:[ \u00a0\u202f]?(?:%|per\s?cent\b|percent\b|percentage\spoints?\b|Prozent\b)"
    r"|[ \u00a0\u202f-](?:dollars?|euros?|pounds?|yen|yuan|rupees|francs|USD|EUR|GBP|JPY|CNY)\b|€)"
)
_TO = r"\s?(?:-|–|—|\bto\b|\band\b|\bbis\b|\bor\b)\s?"
_ONE = rf"{_SIGN}?\s?(?:{_NUMBER}){_SCALE}?{_UNIT}?"
_FIGURE = re.compile(
    rf"(?<![\w.,:/#$€£-])(?P<first>{_ONE})(?:{_TO}(?P<second>{_ONE}))?(?![\w]|[.,:/]\d|-\d)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<sign>{_SIGN})?\s?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?(?P<unit>{_UNIT})?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?P<word>[^\W\d_]{3,})")


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount or a range; ``unit`` is a currency, ``%`` or "".

    ``values`` are one number or two, ``text`` is what is written from ``start``
    to ``end``; ``is_plain`` says that it is a bare number without anything.
    """

    values: tuple[Decimal, ...]
    unit: str
    text: str
    start: int
    end: int
    is_plain: bool


def figures_in(text: str) -> Iterator[Figure]:
    """The figures of a text in their order; years, dates and versions are none."""
    for found in _FIGURE.finditer(text):
        for names in _ranges(found):
            figure = _figure([_PARTS.fullmatch(found[name].strip()) for name in names])
            if figure is not None:
                start = found.start(names[0])
                written = text[start : found.end(names[-1])].strip()
                if not (figure.is_plain and _is_no_figure(figure, written)):
                    yield replace(figure, text=written, start=start, end=start + len(written))


def agrees(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether the figure, exact or rounded, occurs among ``others``.

    One number may be the end of a range. A range must be there as one, or both
    of its ends by themselves: the ends of two ranges make no third.
    """
    known = [each.values for each in others if _comparable(figure, each)]
    if len(figure.values) == 1:
        return _occur(figure.values, {value for each in known for value in each})
    if any(_same(figure.values, each) for each in known):
        return True
    return _occur(figure.values, {each[0] for each in known if len(each) == 1})


def nearest(figure: Figure, others: Iterable[Figure]) -> Figure | None:
    """The figure that was probably meant: of the same kind, and close."""
    known = [each for each in others if _comparable(figure, each) and not each.is_plain]
    alike = [
        each
        for each in known
        if set(each.values) & set(figure.values) or len(each.values) == len(figure.values)
    ]
    return min(alike, key=lambda each: _distance(figure, each), default=None)


def counted(text: str, figure: Figure) -> str:
    """What a bare number counts, or its quality: the word right behind it; "" for none."""
    found = _BEHIND.match(text, figure.end) if figure.is_plain else None
    return found["word"].casefold() if found else ""


def _same(values: Sequence[Decimal], others: Sequence[Decimal]) -> bool:
    return len(values) == len(others) and all(map(_is_rounding, values, others))


def _occur(values: Iterable[Decimal], others: Iterable[Decimal]) -> bool:
    return all(any(_is_rounding(value, other) for other in others) for value in values)


def _ranges(found: re.Match[str]) -> list[tuple[str, ...]]:
    """The parts that make one figure: "3-4" is a range, "3 and 4" are two counts."""
    if not found["second"]:
        return [("first",)]
    between = found.string[found.end("first") : found.start("second")].strip().lower()
    both = [_PARTS.fullmatch(found[name].strip()) for name in ("first", "second")]
    if between in ("and", "or") and all(part and _is_plain(part) for part in both):
        return [("first",), ("second",)]
    return [("first", "second")]


def _figure(parts: Sequence[re.Match[str] | None]) -> Figure | None:
    known = [each for each in parts if each is not None]
    if not known:
        return None
    scale = next((each["scale"] for each in reversed(known) if each["scale"]), "")
    unit = next(filter(None, map(_unit, known)), "")
    values = tuple(_value(each, scale) for each in known)
    return Figure(values, unit, "", 0, 0, is_plain=not unit and not scale)


def _is_plain(parts: re.Match[str]) -> bool:
    return not (parts["sign"] or parts["scale"] or parts["unit"])


def _is_no_figure(figure: Figure, written: str) -> bool:
    """Whether a bare number is a word of the language, or a year."""
    is_year = all(1800 <= value <= 2100 for value in figure.values) and "," not in written
    return is_year or not any(map(str.isdigit, written))


def _unit(parts: re.Match[str]) -> str:
    sign = (parts["sign"] or "").strip().lower()
    if sign:
        return MONEY.get(sign, sign)
    unit = (parts["unit"] or "").strip(" \u00a0\u202f-").lower()
    if unit in ("€", *MONEY):
        return MONEY.get(unit, unit)
    return PER_CENT if unit else ""


def _value(parts: re.Match[str], scale: str) -> Decimal:
    word = (parts["scale"] or scale).strip(" \u00a0\u202f-.").lower()
    return _number(parts["number"]) * Decimal(10) ** SCALES.get(word, 0)


def _number(text: str) -> Decimal:
    words = [WORDS[word] for word in re.split(r"[- ]", text.lower()) if word in WORDS]
    if words:
        return Decimal(sum(words))
    if re.fullmatch(r"\d{1,3}(?:[,\u00a0\u202f ’']\d{3})+(?:\.\d+)?", text):
        return Decimal(re.sub(r"[,\u00a0\u202f ’']", "", text))
    return Decimal(text.replace(",", "."))


def _comparable(one: Figure, other: Figure) -> bool:
    """A currency that is left out once is understood; a share is never an amount."""
    units = {one.unit, other.unit}
    return len(units) == 1 or ("" in units and PER_CENT not in units)


def _is_rounding(value: Decimal, exact: Decimal) -> bool:
    """Whether ``value`` is ``exact``, or what is left of it after rounding."""
    if value == exact:
        return True
    digits = value.normalize().as_tuple()
    exponent = int(digits.exponent)
    if len(digits.digits) < 2 and exponent > 0:
        exponent -= 1  # "2 billion" is not every number between 1.5 and 2.5 billion
    return abs(exact) < LARGEST and exact.quantize(Decimal((0, (1,), exponent))) == value


def _distance(one: Figure, other: Figure) -> tuple[int, Decimal]:
    shared = len(set(one.values) & set(other.values))
    apart = abs(one.values[0] - other.values[0]) / (abs(one.values[0]) or Decimal(1))
    return (-shared, apart)
