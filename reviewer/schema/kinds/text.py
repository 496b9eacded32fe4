"""Text of one line, and of many."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Any

from reviewer.document.dialect import Dialect
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.choices import outside
from reviewer.schema.kinds.wording import too_long, wrong_type
from reviewer.schema.labels import quoted, shortened
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

_MISREAD_ELSEWHERE = re.compile(r"(?i:yes|no|on|off|y|n)|\d+:[0-5]\d(?::[0-5]\d)?|0\d+")
"""Plain text to YAML 1.2 that YAML 1.1 reads as something else."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text; ``name`` tells one line (``string``) from many (``text``)."""

    name: str
    label: str = "text"

    def recognises(self, value: Any) -> bool:
        """Any text; one line only for ``string``."""
        return isinstance(value, str) and (self.name == "text" or "\n" not in value.strip())

    def parse(self, text: str) -> str:
        """The text itself."""
        return text

    def show(self, value: Any) -> str:
        """The text itself."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not text, text that other readers misread, too long, an unusual choice."""
        if not isinstance(value, str):
            yield from not_text(value, field, spot)
            return
        yield from misleading(value, spot)
        yield from too_long(value, field, spot)
        yield from outside(value, field, spot)


def not_text(value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
    """A value that the site does not read as text although text is meant."""
    if not isinstance(value, bool | int | float | date | time):
        yield from wrong_type(value, "text", field, spot)
        return
    written = spot.text.strip() or show_scalar(value)
    fix = spot.set_fix(f"Keep {quoted(written, 20)} as text", written)
    message = f"The site reads {quoted(written)} as {_reading(value)}, not as text."
    yield spot.finding("misleading-text", Severity.HINT, message, fix)


def _reading(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        number = f"{value:g}" if isinstance(value, float) else show_scalar(value)
        return f"the number {shortened(number)}"
    return "a date" if isinstance(value, date) else "a time"


def misleading(value: str, spot: Spot) -> Iterator[Finding]:
    """Unquoted text that the folder's engine reads as text and many other tools do not."""
    if spot.dialect is not Dialect.YAML_1_2 or not _MISREAD_ELSEWHERE.fullmatch(value):
        return
    if spot.text.strip() == value:
        message = f"Some tools read {quoted(value)} as something else; quotes prevent it."
        yield spot.finding("misleading-text", Severity.HINT, message)


string = Text("string")
text = Text("text")
