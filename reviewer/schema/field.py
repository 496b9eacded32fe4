"""What is known of one field of front matter, and where that knowledge comes from.

Inference, imports and declarations all end as ``Field`` values, so that the
form, the list and the command line need to know of one model only.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from reviewer.schema.origin import DECLARED, ENGINE, IMPORTED, INFERRED, UNKNOWN, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from reviewer.schema.condition import Condition
    from reviewer.schema.finding import Severity
    from reviewer.schema.patterns import Pattern

__all__ = ["DECLARED", "ENGINE", "IMPORTED", "INFERRED", "Field", "Option", "Origin", "Reference"]

IN_LIST, IN_FOLDER = "list", "folder"
"""Where a value may stand only once."""
MISSING = "missing"
"""``empty_as``: a field that is emptied in the form is taken out of the post."""


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
class Reference:
    """What a reference points to: posts of a content type or folder, by a value of theirs.

    ``value`` is the field that is stored (``slug`` and ``path`` are of the
    file), ``label`` the one that is shown.
    """

    content_type: str = ""
    folder: str = ""
    value: str = "slug"
    label: str = "title"

    def leads_to(self, path: str, type_name: str) -> bool:
        """Whether a post of this type at this path may be meant."""
        folder = self.folder.strip("/")
        inside = not folder or path.startswith(f"{folder}/")
        return inside and self.content_type in ("", type_name)


@dataclass(frozen=True, slots=True)
class Field:
    """One field; every attribute except ``name`` and ``kind`` may be unknown.

    ``kind`` names an entry of ``reviewer.schema.kinds``; ``also`` names further
    kinds that count as normal. ``required`` is the severity of its absence and
    ``filled`` that of standing there empty; ``nullable`` says that null is a
    value like others. ``severity`` is how bad every other broken rule is
    (``None``: as its origin says). ``unique`` is "list", "folder" or "";
    ``unique_on`` names the key that must differ among the groups of a list.
    ``minimum`` and ``maximum`` bound numbers, ``earliest`` and ``latest`` dates,
    the others characters, words and items; ``usual_length`` is where nearly all
    lengths lie. ``timezone`` is the zone in which
    the site reads a time that names none ("" where it does not matter) and
    ``zone_severity`` how much a missing zone counts here; ``site_timezone`` is
    the zone that the folder's configuration names, where the engine does not
    read such times in it. ``format`` is how a value is stored: for dates in the
    letters of Unicode (``yyyy-MM-dd HH:mm``), "text" for a number in quotes.
    ``empty_as`` is what emptying writes: "missing", "null", "text" or "list".
    ``variants`` are objects that ``variant_key`` tells apart. ``messages`` are
    the configuration's own words by attribute, ``notes`` what it said besides
    and nothing here understands. ``example`` is the raw text of a typical value.
    ``origins`` says where single attributes come from if not from ``origin``.
    """

    name: str
    label: str = ""
    kind: str = "string"
    also: tuple[str, ...] = ()
    help: str = ""
    required: Severity | None = None
    filled: Severity | None = None
    nullable: bool = False
    options: tuple[Option, ...] = ()
    open_options: bool = True
    multiple: bool = False
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    usual_length: tuple[int, int] | None = None
    min_words: int | None = None
    max_words: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    earliest: date | None = None
    latest: date | None = None
    pattern: Pattern | None = None
    unique: str = ""
    unique_on: str = ""
    severity: Severity | None = None
    format: str = ""
    timezone: str = ""
    site_timezone: str = ""
    zone_severity: Severity | None = None
    empty_as: str = ""
    read_only: bool = False
    hidden: bool = False
    when: tuple[Condition, ...] = ()
    reference: Reference | None = None
    folder: str = ""
    extensions: tuple[str, ...] = ()
    item: Field | None = None
    fields: tuple[Field, ...] = ()
    variants: tuple[Field, ...] = ()
    variant_key: str = "type"
    default: Any = None
    order: int = 0
    group: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)
    origin: Origin = UNKNOWN
    origins: Mapping[str, Origin] = field(default_factory=dict)
    example: str = ""
    count: int = 0

    @classmethod
    def stated(cls, name: str, origin: Origin, **attributes: Any) -> Field:
        """A field whose source states exactly these attributes, be they the usual ones."""
        return cls(name, origin=origin, origins=dict.fromkeys(attributes, origin), **attributes)

    def child(self, key: Any) -> Field | None:
        """The field of one item (an index) or of one nested key."""
        if isinstance(key, int) and self.item is not None:
            return self.item
        return next((each for each in self.fields if each.name == key), None)

    @property
    def accepts(self) -> tuple[str, ...]:
        """All kinds that a value may have, the usual one first."""
        return (self.kind, *self.also)

    def origin_of(self, attribute: str) -> Origin:
        """Where one attribute comes from."""
        return self.origins.get(attribute, self.origin)

    def states(self, attribute: str) -> bool:
        """Whether the source said anything of the attribute."""
        if attribute in self.origins:
            return True
        return bool(getattr(self, attribute) != DEFAULTS.get(attribute))


DEFAULTS: dict[str, Any] = {
    attribute: getattr(Field(""), attribute) for attribute in (each.name for each in fields(Field))
}
"""What each attribute is where no source says anything."""
ATTRIBUTES = tuple(
    attribute
    for attribute in DEFAULTS
    if attribute not in ("name", "origin", "origins", "example", "count", "notes")
)
"""The attributes that sources state and that are merged one by one."""
