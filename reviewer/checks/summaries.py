"""The parts of a post that retell its body: title, description, points of a summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.schema.labels import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reviewer.checks.subject import Subject

TITLE = "title"
FIELDS = [
    TITLE,
    "subtitle",
    "description",
    "summary",
    "excerpt",
    "abstract",
    "lead",
    "dek",
    "tldr",
    "key_points",
    "takeaways",
    "highlights",
]
"""Fields that are expected to say nothing that the body does not."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """One text that retells; ``where`` is what a message calls it."""

    path: tuple[Any, ...]
    text: str
    where: str


def retellings(subject: Subject, fields: Collection[str] = FIELDS) -> Iterator[Retelling]:
    """The texts of these fields, item by item."""
    for name, value in subject.data.items():
        if str(name).lower().replace("-", "_") not in fields:
            continue
        if isinstance(value, str):
            yield Retelling((name,), value, label(name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield Retelling((name, index), item, f"Point {index + 1}")
