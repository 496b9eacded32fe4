"""Other posts that are at hand: the plain way to answer what validation asks, to measure by."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.schema.condition import look_up
from reviewer.schema.neighbours import key_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reviewer.schema.field import Reference
    from reviewer.schema.neighbours import Neighbours

TypeOf = Callable[[str, Any], str]
Columns = dict[str, dict[Hashable, list[str]]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The posts of a folder by path, asked column by column on first demand.

    ``type_of`` names the content type of a post (path and data).
    """

    posts: dict[str, Any]
    type_of: TypeOf
    _columns: Columns = field(default_factory=dict)
    _referred: dict[Reference, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, posts: Iterable[tuple[str, Any]], type_of: TypeOf | None = None) -> Gathered:
        """From paths and data."""
        return cls(dict(posts), type_of or _of_no_type)

    def around(self, path: str) -> Neighbours:
        """The folder as the post at ``path`` sees it."""
        return _Around(self, path)

    def with_value(self, name: str, value: Any) -> Sequence[str]:
        """The paths of all posts whose field has the value."""
        if name not in self._columns:
            column: dict[Hashable, list[str]] = {}
            for path, data in self.posts.items():
                column.setdefault(key_of(look_up(data, name)), []).append(path)
            self._columns[name] = column
        return self._columns[name].get(key_of(value), ())

    def referred(self, reference: Reference) -> frozenset[str]:
        """Values by which the reference may name a post."""
        if reference not in self._referred:
            self._referred[reference] = frozenset(self._values(reference))
        return self._referred[reference]

    def _values(self, reference: Reference) -> Iterator[str]:
        folder = f"{reference.folder.strip('/')}/" if reference.folder.strip("/") else ""
        wanted = reference.content_type
        for path, data in self.posts.items():
            value = value_of(path, data, reference.value)
            is_meant = path.startswith(folder) and wanted in ("", self.type_of(path, data))
            if is_meant and value is not None:
                yield str(value)


def _of_no_type(_path: str, _data: Any) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class _Around:
    """One post's view of the others."""

    gathered: Gathered
    path: str

    def others_with(self, name: str, value: Any) -> Sequence[str]:
        found = self.gathered.with_value(name, value)
        return [path for path in found if path != self.path]

    def exists(self, reference: Reference, value: Any) -> bool:
        known = self.gathered.referred(reference)
        return not known or str(value) in known

    def values(self, reference: Reference) -> Sequence[str]:
        return sorted(self.gathered.referred(reference))
