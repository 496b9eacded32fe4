"""A time of the day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Any

from reviewer.schema.kinds.base import Unreadable, guess
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?")
LAST_MINUTE = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A time, written as text: unquoted, YAML 1.1 reads ``12:30`` as the number 750."""

    name: str = "time"
    label: str = "a time"

    def recognises(self, value: Any) -> bool:
        """Text such as 12:30 or 12:30:05, or a time as TOML has it."""
        if isinstance(value, time):
            return True
        return isinstance(value, str) and _TIME.fullmatch(value.strip()) is not None

    def parse(self, text: str) -> str:
        """The time as typed; raises ``Unreadable``."""
        if not self.recognises(text):
            raise Unreadable("This is not a time. Write it as 09:30.")
        return text.strip()

    def show(self, value: Any) -> str:
        """The time as it is written."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Not a time, or one that the site reads as a number."""
        if self.recognises(value):
            return
        if isinstance(value, str):
            message = "This is not a time. Write it as 09:30."
            yield spot.finding("bad-time", guess(field, "kind"), message)
            return
        written = spot.text.strip()
        meant = written if _TIME.fullmatch(written) else _from_minutes(value)
        fixes = [spot.set_fix(f"Use “{meant}”", meant)] if meant else []
        yield from wrong_type(value, self.label, field, spot, *fixes)


def _from_minutes(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if not 0 <= value < LAST_MINUTE or value != int(value):
        return ""
    return f"{int(value) // 60:02}:{int(value) % 60:02}"


clock = Clock()
