"""One of a set of values that the folder's posts share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.kinds.choices import outside
from reviewer.schema.kinds.text import misleading, not_text
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice; inference decides which texts are one, from how often they repeat."""

    name: str = "enum"
    label: str = "one of the usual values"

    def recognises(self, value: Any) -> bool:
        """Any scalar may be a choice; whether several may be chosen the field says."""
        return isinstance(value, str | int | float | bool)

    def parse(self, text: str) -> str:
        """The text itself; the form offers the options beside it."""
        return text

    def show(self, value: Any) -> str:
        """The value as YAML writes it."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a scalar, or none of the options."""
        if field.multiple and isinstance(value, list):
            for index, each in enumerate(value):
                yield from outside(each, field, spot.inside(index))
        elif any(type(option.value) is type(value) for option in field.options):
            yield from misleading(str(value), spot)
            yield from outside(value, field, spot)
        elif isinstance(value, list | dict):
            yield from wrong_type(value, "one value", field, spot)
        elif field.options:
            yield from not_text(value, field, spot)


choice = Choice()
