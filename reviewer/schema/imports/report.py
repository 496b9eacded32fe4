"""What an import yields, and what it has to tell of a foreign configuration.

Whatever an importer meets in a file ends in the model or here: nothing of a
configuration is passed over in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.schema.origin import IMPORTED, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.field import Option
    from reviewer.schema.imports.node import Node

MOST_STEPS = 10_000
"""Groups of attributes that one import reads; groups may name one another many times over."""
MOST_NOTICES = 10_000
"""Notices of one import that are kept; a file that needs more is not a configuration."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands at ``line`` of ``file`` (relative to the folder), and why it has no effect."""

    file: str
    line: int
    attribute: str
    why: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return (
            f"{place}: {self.attribute}: {self.why}" if self.attribute else f"{place}: {self.why}"
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Values that a tool offers for a field without insisting on them."""

    field: str
    options: tuple[Option, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Source:
    """A configuration found in the folder ``root``; ``file`` is relative to it."""

    format: str
    file: str
    root: Path


@dataclass(frozen=True, slots=True)
class Imported:
    """What one source says.

    ``ignored`` are attributes that have no effect here, ``problems`` what is
    wrong with the configuration itself.
    """

    source: Source
    types: tuple[ContentType, ...] = ()
    ignored: tuple[Notice, ...] = ()
    problems: tuple[Notice, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(slots=True)
class Report:
    """Collects what an import yields."""

    source: Source
    types: list[ContentType] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    steps: int = 0
    _ignored: dict[Notice, None] = field(default_factory=dict)
    _problems: dict[Notice, None] = field(default_factory=dict)

    def ignore(self, node: Node, attribute: str, why: str) -> None:
        """Tell of an attribute that has no effect here."""
        self._tell(self._ignored, Notice(node.file, node.line, attribute, why))

    def problem(self, node: Node, attribute: str, why: str) -> None:
        """Tell of something that is wrong at ``node``."""
        self._tell(self._problems, Notice(node.file, node.line, attribute, why))

    def problem_at(self, file: str, line: int, why: str) -> None:
        """Tell of something that is wrong with a file."""
        self._tell(self._problems, Notice(file, line, "", why))

    def twice(self, node: Node, key: str) -> None:
        """Tell of a key that stands twice."""
        self.problem(node, key, "This key stands twice; the last one counts.")

    def suggest(self, name: str, options: tuple[Option, ...], node: Node) -> None:
        """Offer values for a field."""
        if options:
            self.suggestions.append(Suggestion(name, options, origin(node)))

    def is_spent(self, node: Node) -> bool:
        """Whether the configuration has unfolded to more than can be meant; told once."""
        self.steps += 1
        if self.steps == MOST_STEPS:
            self.problem(
                node,
                "",
                "This unfolds to more than can be read; the rest is left out.",
            )
        return self.steps >= MOST_STEPS

    def imported(self) -> Imported:
        """All of it; a type that another file describes is still of this source."""
        return Imported(
            self.source,
            tuple(self._own(each) for each in self.types),
            tuple(self._ignored),
            tuple(self._problems),
            tuple(self.suggestions),
        )

    def _own(self, found: ContentType) -> ContentType:
        if found.origin.file == self.source.file:
            return found
        return replace(found, origin=Origin(IMPORTED, self.source.file))

    def _tell(self, notices: dict[Notice, None], notice: Notice) -> None:
        if len(notices) == MOST_NOTICES:
            notice = Notice(notice.file, 0, "", "There is more than can be listed here.")
        if len(notices) <= MOST_NOTICES:
            notices[notice] = None


def origin(node: Node) -> Origin:
    """Where a rule that was read from ``node`` comes from."""
    return Origin(IMPORTED, node.file, node.line)
