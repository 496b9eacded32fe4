"""What all posts together say of the rules: which types they have, and what stands out.

Every post is looked at, which takes as long as checking; so this is answered
where the posts are read and checked, and only when somebody asks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reviewer.checks import baseline
from reviewer.schema.drift import Drift, drift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.declared.editing import FieldPath
    from reviewer.schema.schema import Schema
    from reviewer.site.index.library import Library
    from reviewer.site.index.messages import Checked


@dataclass(frozen=True, slots=True)
class Survey:
    """``types`` by name, those of most posts first.

    ``holders`` counts posts by the name of their type, then by field; ``()`` stands for all.
    """

    types: Mapping[str, ContentType] = field(default_factory=dict)
    holders: Mapping[str, Mapping[FieldPath, int]] = field(default_factory=dict)
    drift: tuple[Drift, ...] = ()


def survey(library: Library) -> Survey:
    """The rules in force in the folder and how its posts keep them."""
    schema = library.schema or library.learn()
    posts = [(each.path, each.data) for each in library.entries() if each.data]
    outliers = drift(schema, posts, library.folder.engine.dialect)
    return Survey(schema.in_force(posts), _holders(schema, posts), tuple(outliers))


def _holders(
    schema: Schema, posts: Iterable[tuple[str, Any]]
) -> dict[str, Mapping[FieldPath, int]]:
    """How many posts have each field, by the name of their type."""
    found: dict[str, Counter[FieldPath]] = {}
    for path, data in posts:
        found.setdefault(schema.name_for(path, data), Counter()).update({(), *_places(data)})
    return dict(found)


def _places(data: Any, place: FieldPath = ()) -> Iterator[FieldPath]:
    """Every field of a post, nested ones too; all items of a list are one place."""
    if isinstance(data, dict):
        inside = [((*place, str(key)), value) for key, value in data.items()]
    elif isinstance(data, list):
        inside = [((*place, 0), value) for value in data]
    else:
        return
    for where, value in inside:
        yield where
        yield from _places(value, where)


def baseline_text(library: Library) -> str:
    """All findings of all posts as a baseline, those left out that somebody accepted."""
    sieve = library.heed().without_baseline()

    library.check(unheard)
    library.examine(unheard)

    def found() -> Iterator[tuple[str, Any, Any]]:
        for path, told in library.told(sieve):
            entry = library.entry(path)
            if entry is not None:
                yield path, entry.data, told

    return baseline.written(found())


def unheard(_checked: Checked, _done: int, _total: int) -> None:
    """For checks that nobody watches."""
