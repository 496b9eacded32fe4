"""A number counted up and down: by the schema's step, else in the last place that is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.panels.form.rows import Row


@dataclass(frozen=True, slots=True)
class Scale:
    """Where numbers begin and end, and by what they go up; ``step`` None: the last digit."""

    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None

    @classmethod
    def of(cls, row: Row) -> Scale:
        """The scale that the schema gives a field."""
        return cls(row.minimum, row.maximum, row.step)

    def held(self, number: Decimal, before: Decimal) -> Decimal:
        """The number, not beyond the ends unless ``before`` already was."""
        if self.maximum is not None and before <= self.maximum:
            number = min(number, _exact(self.maximum))
        if self.minimum is not None and before >= self.minimum:
            number = max(number, _exact(self.minimum))
        return number


NO_SCALE = Scale()


def stepped(text: str, count: int, scale: Scale = NO_SCALE) -> str | None:
    """The number in ``text``, ``count`` steps on; ``None`` for no number."""
    if not text.strip():
        return f"{scale.minimum or 0:g}"
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    exponent = min(int(number.as_tuple().exponent), 0)
    step = _exact(scale.step) if scale.step else Decimal(1).scaleb(exponent)
    return f"{scale.held(number + count * step, number):f}"


def _exact(number: float) -> Decimal:
    """The decimal number that somebody wrote for it."""
    return Decimal(f"{number:.12g}")
