"""Whole and decimal numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.kinds.base import Unreadable, guess
from reviewer.schema.kinds.choices import outside
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.labels import shortened
from reviewer.schema.origin import INFERRED
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

_INT = re.compile(r"[-+]?\d+")
_FLOAT = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
LONGEST = 300
"""Digits; Python refuses to read integers of many thousands."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number; ``name`` is ``int`` or ``float``."""

    name: str
    label: str

    def recognises(self, value: Any) -> bool:
        """A whole number, or any number for ``float``; never yes and no."""
        types = int if self.name == "int" else int | float
        return isinstance(value, types) and not isinstance(value, bool)

    def parse(self, text: str) -> int | float:
        """The number that ``text`` writes in decimals."""
        found = read(text)
        if found is None or not self.recognises(found):
            raise Unreadable(f"This is not {self.label}.")
        return found

    def show(self, value: Any) -> str:
        """The number as Python and YAML write it."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a number, outside its range, an unusual choice."""
        if not self.recognises(value):
            yield from self._wrong(value, field, spot)
            return
        yield from _out_of_range(value, field, spot)
        yield from outside(value, field, spot)

    def _wrong(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        meant = read(value) if isinstance(value, str) else None
        if meant is None or not self.recognises(meant):
            yield from wrong_type(value, self.label, field, spot)
        else:
            fix = spot.set_fix(f"Use {meant}", meant)
            yield from wrong_type(value, self.label, field, spot, fix)


def read(text: str) -> int | float | None:
    """A number written in decimals, ``None`` for anything else."""
    plain = text.strip()
    if len(plain) > LONGEST:
        return None
    if _INT.fullmatch(plain):
        return int(plain)
    return float(plain) if _FLOAT.fullmatch(plain) else None


def _out_of_range(value: float, field: Field, spot: Spot) -> Iterator[Finding]:
    low, high = field.minimum, field.maximum
    shown = shortened(show_scalar(value))
    if value != value:  # the only value that differs from itself; math.isnan fails on huge ones
        yield spot.finding("not-a-number", guess(field), "This is not a number.")
    elif low is not None and value < low:
        message = f"{shown} is less than {low:g}. {_usual(field, 'minimum')}"
        yield spot.finding("out-of-range", guess(field, "minimum"), message)
    elif high is not None and value > high:
        message = f"{shown} is more than {high:g}. {_usual(field, 'maximum')}"
        yield spot.finding("out-of-range", guess(field, "maximum"), message)


def _usual(field: Field, attribute: str) -> str:
    low, high = field.minimum, field.maximum
    word = "Usual" if field.origin_of(attribute).kind == INFERRED else "Allowed"
    if low is not None and high is not None:
        return f"{word} is {low:g} to {high:g}."
    return f"{word} is {low:g} or more." if low is not None else f"{word} is {high:g} or less."


integer = Number("int", "a whole number")
decimal = Number("float", "a number")
