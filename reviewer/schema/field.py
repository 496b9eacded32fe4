"""What is known of one field of front matter, and where that knowledge comes from.

Inference, imports and declarations all end as ``Field`` values, so that the
form, the list and the command line need to know of one model only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reviewer.schema.finding import Severity

INFERRED = "inferred"
ENGINE = "engine"
IMPORTED = "imported"
DECLARED = "declared"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule comes from: ``kind`` is one of the constants above."""

    kind: str = INFERRED
    text: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that the folder's posts give a field, and how many of them do."""

    value: Any
    label: str = ""
    count: int = 0

    @property
    def text(self) -> str:
        """What a list of choices shows."""
        return self.label or str(self.value)


@dataclass(frozen=True, slots=True)
class Field:
    """One field; every attribute except ``name`` and ``kind`` may be unknown.

    ``kind`` names an entry of ``reviewer.schema.kinds``; ``also`` names further
    kinds that enough posts use to count as normal. ``required`` is the severity
    of its absence. ``timezone`` is the zone in which the site reads a time that
    names none ("" where it does not matter) and ``zone_severity`` how much a
    missing zone counts here; ``site_timezone`` is the zone that the folder's
    configuration names, where the engine does not read such times in it.
    ``example`` is the raw text of a typical value.
    """

    name: str
    label: str = ""
    kind: str = "string"
    also: tuple[str, ...] = ()
    help: str = ""
    required: Severity | None = None
    nullable: bool = False
    options: tuple[Option, ...] = ()
    open_options: bool = True
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    unique: bool = False
    timezone: str = ""
    site_timezone: str = ""
    zone_severity: Severity | None = None
    item: Field | None = None
    fields: tuple[Field, ...] = ()
    default: Any = None
    order: int = 0
    origin: Origin = Origin()
    example: str = ""
    count: int = 0

    def child(self, key: Any) -> Field | None:
        """The field of one item (an index) or of one nested key."""
        if isinstance(key, int) and self.item is not None:
            return self.item
        return next((field for field in self.fields if field.name == key), None)

    @property
    def accepts(self) -> tuple[str, ...]:
        """All kinds that a value may have, the usual one first."""
        return (self.kind, *self.also)
