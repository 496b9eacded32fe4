"""Where a bulk edit learns how a folder's posts write a field that one of them lacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.site.entries import read_entry
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from reviewer.document.block import StyleGuide
    from reviewer.schema.content_type import ContentType
    from reviewer.schema.inference import Schema
    from reviewer.site.folder import Folder

NEIGHBOURS = 60
"""Posts of the same folder that are enough to learn a style from."""


@dataclass(slots=True)
class SchemaGuides:
    """The styles that a schema of the whole folder knows."""

    schema: Schema
    _known: dict[int, tuple[ContentType, StyleGuide]] = field(default_factory=dict)

    def guide(self, path: str, data: object) -> StyleGuide:
        """The style of the posts of the same type."""
        content_type = self.schema.type_for(path, data)
        # Posts of one sort get the very same object, which is kept here with its number.
        known = self._known.get(id(content_type))
        if known is None:
            known = self._known[id(content_type)] = (content_type, content_type.guide())
        return known[1]


@dataclass(slots=True)
class NeighbourGuides:
    """The styles of the posts beside each post, learnt when first asked for."""

    folder: Folder
    _known: dict[str, SchemaGuides] = field(default_factory=dict)

    def guide(self, path: str, data: object) -> StyleGuide:
        """The style of the posts in the same folder."""
        beside = path.rpartition("/")[0]
        if beside not in self._known:
            self._known[beside] = SchemaGuides(self._learnt(beside))
        return self._known[beside].guide(path, data)

    def _learnt(self, beside: str) -> Schema:
        engine = self.folder.engine
        files = sorted(
            each
            for each in (self.folder.root / beside).iterdir()
            if each.suffix in engine.extensions and each.is_file()
        )
        paths = [each.relative_to(self.folder.root).as_posix() for each in files[:NEIGHBOURS]]
        return learn(engine, [read_entry(self.folder, path) for path in paths])
