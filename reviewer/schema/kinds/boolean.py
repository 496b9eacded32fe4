"""Yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.kinds.base import Unreadable
from reviewer.schema.kinds.wording import wrong_type
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.schema.field import Field
    from reviewer.schema.finding import Finding
    from reviewer.schema.kinds.base import Spot

WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Boolean:
    """A switch."""

    name: str = "bool"
    label: str = "yes or no"

    def recognises(self, value: Any) -> bool:
        """True or false, not their words."""
        return isinstance(value, bool)

    def parse(self, text: str) -> bool:
        """``true``, ``yes``, ``on`` and their opposites, in any case."""
        if text.strip().lower() not in WORDS:
            raise Unreadable("Write true or false.")
        return WORDS[text.strip().lower()]

    def show(self, value: Any) -> str:
        """``true`` or ``false``."""
        return show_scalar(value)

    def check(self, value: Any, field: Field, spot: Spot) -> Iterator[Finding]:
        """Text such as ``"false"`` counts as yes to most templates."""
        if isinstance(value, bool):
            return
        meant = WORDS.get(str(value).strip().lower()) if isinstance(value, str) else None
        fixes = [] if meant is None else [spot.set_fix(f"Use {show_scalar(meant)}", meant)]
        yield from wrong_type(value, "yes or no (true or false)", field, spot, *fixes)


boolean = Boolean()
