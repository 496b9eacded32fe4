"""What the form shows, as values: one ``Row`` for each field, list item and group.

The presenter makes rows, the view draws them. Rows are compared to find what
differs, so that a change elsewhere redraws only the fields that it touches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reviewer.document.operations import Path
    from reviewer.schema.field import Option
    from reviewer.schema.finding import Fix


class State(Enum):
    """Four different things that a careless form shows as one blank."""

    ABSENT = "absent"
    NULL = "null"
    EMPTY = "empty"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Message:
    """A line under a field, with what mends it."""

    severity: Severity
    text: str
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the sorts of group that a value may be."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """One field as the form shows it.

    ``editor`` names the widget, ``kind`` what the schema says the value is;
    ``text`` is what a text-like editor shows; it ``waits`` where it could not
    be written yet. ``offer`` says what ``offered`` is, a value to begin with.
    ``empty_as`` is the schema's word for what emptying writes, ``blank`` a new
    item of a list. ``kept`` says that the schema wants the value left as it is.
    ``section`` is the heading under which the row stands.
    """

    path: Path
    label: str
    editor: str
    kind: str
    state: State
    value: Any = None
    text: str = ""
    required: bool = False
    known: bool = True
    counter: str = ""
    note: str = ""
    placeholder: str = ""
    help: str = ""
    changed: bool = False
    was: str = ""
    waits: bool = False
    read_only: str = ""
    kept: bool = False
    half: bool = False
    choices: tuple[Option, ...] = ()
    closed: bool = False
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    earliest: date | None = None
    latest: date | None = None
    offer: str = ""
    offered: Any = None
    empty_as: str = ""
    blank: Any = ""
    variants: tuple[Variant, ...] = ()
    variant_key: str = ""
    section: str = ""
    messages: tuple[Message, ...] = ()
    children: tuple[Row, ...] = ()
    opened: bool = False

    @property
    def tone(self) -> str:
        """The worst severity under the field as a style name, "" for none."""
        worst = max((message.severity for message in self.messages), default=None)
        return TONES.get(worst, "") if worst else ""

    def walk(self) -> Iterator[Row]:
        """This row and all rows inside it."""
        yield self
        for child in self.children:
            yield from child.walk()


TONES = {Severity.WARNING: "warning", Severity.ERROR: "error"}


@dataclass(frozen=True, slots=True)
class Addable:
    """A field that the folder knows and this post does not have."""

    name: str
    label: str
    kind: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form of one post."""

    rows: tuple[Row, ...] = ()
    addable: tuple[Addable, ...] = ()
    notice: str = ""
    read_only: str = ""
    empty: bool = False

    def row(self, path: Path) -> Row | None:
        """The row at ``path``, or ``None``."""
        for top in self.rows:
            if path[:1] == top.path[:1]:
                return next((row for row in top.walk() if row.path == path), None)
        return None

    def nearest(self, path: Path) -> Row | None:
        """The row at ``path``, else the one that ``path`` lies in: a tag has no row of its own."""
        rows = (self.row(path[:size]) for size in range(len(path), 0, -1))
        return next((row for row in rows if row is not None), None)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side: one wide field or two halves; ``heading`` stands above."""

    rows: tuple[Row, ...] = field(default=())
    heading: str = ""


def arrange(rows: tuple[Row, ...]) -> tuple[Line, ...]:
    """The rows in lines, section by section: two short fields that follow each other share one."""
    lines: list[Line] = []
    for section, members in groupby(rows, key=lambda row: row.section):
        first, *others = _paired(tuple(members))
        lines += [Line(first, section), *map(Line, others)]
    return tuple(lines)


def _paired(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    lines: list[tuple[Row, ...]] = []
    waiting: Row | None = None
    for row in rows:
        if waiting and row.half:
            lines.append((waiting, row))
            waiting = None
            continue
        if waiting:
            lines.append((waiting,))
        waiting = row if row.half else None
        if not row.half:
            lines.append((row,))
    if waiting:
        lines.append((waiting,))
    return lines
