"""The way into all importers: which configurations a folder has, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.schema.imports import (
    cloudcannon,
    decap,
    front_matter,
    json_schema_files,
    obsidian,
    pages_cms,
    quiqr,
    tina,
)
from reviewer.schema.imports.report import Imported, Report, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Importer(Protocol):
    """What a module of one foreign format offers."""

    FORMAT: str

    def find(self, root: Path) -> Iterator[Source]:
        """The configurations of this format in the folder."""
        ...

    def load(self, source: Source, report: Report) -> None:
        """Read one of them into ``report``; never raises."""
        ...


IMPORTERS: dict[str, Importer] = {
    each.FORMAT: each
    for each in (
        obsidian,
        cloudcannon,
        json_schema_files,
        quiqr,
        tina,
        front_matter,
        pages_cms,
        decap,
    )
}
"""Where two tools speak of one field, the later of them here counts."""


def find(root: Path) -> list[Source]:
    """All configurations of other tools in the folder, the weightiest last."""
    return [source for importer in IMPORTERS.values() for source in importer.find(root)]


def load(source: Source) -> Imported:
    """What a configuration says; a broken one says less and has problems to tell."""
    report = Report(source)
    IMPORTERS[source.format].load(source, report)
    return report.imported()
