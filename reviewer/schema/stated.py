"""All that a folder's configurations state of its posts, its own file and foreign ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.schema.content_type import ContentType
from reviewer.schema.declared import reading
from reviewer.schema.field import Field
from reviewer.schema.imports import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reviewer.schema.imports.report import Imported, Notice


@dataclass(frozen=True, slots=True)
class Stated:
    """``types`` in no order that matters; ``notices`` tell what is wrong in which file.

    ``ignored`` are attributes of foreign configurations that have no effect,
    ``settings`` the sections of ``reviewer.yml`` that are not about fields.
    """

    types: tuple[ContentType, ...] = ()
    notices: tuple[Notice, ...] = ()
    ignored: tuple[Notice, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)


def load(root: Path) -> Stated:
    """What ``reviewer.yml`` and the configurations of other tools in a folder say."""
    declared = reading.load(root)
    imported = [find.load(source) for source in find.find(root)]
    return Stated(
        types=(*declared.types, *(each for one in imported for each in _types(one))),
        notices=(*declared.notices, *(each for one in imported for each in one.problems)),
        ignored=tuple(each for one in imported for each in one.ignored),
        settings=declared.settings,
    )


def _types(imported: Imported) -> Iterator[ContentType]:
    yield from imported.types
    for each in imported.suggestions:
        stated = Field.stated(each.field, each.origin, options=each.options, open_options=True)
        yield ContentType("all posts", (stated,), title_field="", hints=True, origin=each.origin)
