"""What is in force in a folder: which post has which content type, whatever the source.

What the posts show is the ground; types that configurations state for a post
are laid over it. Both are found by the post's path and data alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.content_type import EMPTY_TYPE, ContentType
from reviewer.schema.groups import ALL, Group, groups_of
from reviewer.schema.matching import Match
from reviewer.schema.merging import merge
from reviewer.schema.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reviewer.schema.imports.report import Notice
    from reviewer.schema.stated import Stated

_EVERY = Match()
Given = dict[tuple[Group, tuple[int, ...], frozenset[str]], ContentType]


@dataclass(frozen=True, slots=True)
class Schema:
    """``types`` are learnt, by group; ``stated`` are declared and imported ones.

    ``notices`` say what is wrong with the configurations, ``ignored`` what of
    other tools' has no effect here, ``settings`` what ``reviewer.yml`` says
    besides of checks and the preview.
    """

    types: Mapping[Group, ContentType] = field(default_factory=dict)
    base: str = ""
    around: Surroundings = field(default_factory=Surroundings)
    stated: tuple[ContentType, ...] = ()
    notices: tuple[Notice, ...] = ()
    ignored: tuple[Notice, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    _given: Given = field(default_factory=dict, repr=False, compare=False)

    def type_for(self, path: str, data: Any) -> ContentType:
        """The type of the post at ``path``.

        Posts of one sort get the very same object. A post that is like no
        group is measured by all posts, but nothing is demanded of it; only
        where no group could be learnt do all posts count as of one sort.
        """
        groups = groups_of(path, data, self.base)
        group = next((group for group in groups if group in self.types), ALL)
        stated = self._stated_for(path, data) if self.stated else ()
        key = (group, stated, self.around.supplies(path))
        if key not in self._given:
            self._given[key] = self._type(*key)
        return self._given[key]

    def name_for(self, path: str, data: Any) -> str:
        """The name of that type."""
        return self.type_for(path, data).name

    def with_stated(self, stated: Stated) -> Schema:
        """The same folder with what its configurations say."""
        return replace(
            self,
            stated=stated.types,
            notices=stated.notices,
            ignored=stated.ignored,
            settings=stated.settings,
            _given={},
        )

    def in_force(self, posts: Iterable[tuple[str, Any]]) -> dict[str, ContentType]:
        """The types that posts (path and data) have, by name, those of most posts first."""
        found: dict[int, list[Any]] = {}
        for path, data in posts:
            each = self.type_for(path, data)
            found.setdefault(id(each), [each, 0])[1] += 1
        named: dict[str, ContentType] = {}
        for each, number in sorted(found.values(), key=lambda pair: (-pair[1], pair[0].name)):
            named.setdefault(each.name, replace(each, count=number))
        return named

    def _type(self, group: Group, stated: tuple[int, ...], supplied: frozenset[str]) -> ContentType:
        found = self.types.get(group, EMPTY_TYPE)
        if group == ALL and (len(self.types) > 1 or stated):
            found = _undemanding(found, named=not stated)
        if stated:
            found = merge((found, *(self.stated[index] for index in stated)))
        return _without_supplied(found, supplied)

    def _stated_for(self, path: str, data: Any) -> tuple[int, ...]:
        """The places of the stated types that this post has.

        Of each source those for every post and the narrowest that fits.
        """
        found: list[int] = []
        narrowest: dict[tuple[str, str], tuple[int, int]] = {}
        for index, each in enumerate(self.stated):
            match = each.match or _EVERY
            if not match.fits(path, data):
                continue
            weight = match.weight
            source = (each.origin.kind, each.origin.file)
            if not weight:
                found.append(index)
            elif weight > narrowest.get(source, (0, 0))[0]:
                narrowest[source] = (weight, index)
        return tuple(sorted([*found, *(index for _weight, index in narrowest.values())]))


def _undemanding(content_type: ContentType, *, named: bool) -> ContentType:
    fields = tuple(replace(each, required=None, filled=None) for each in content_type.fields)
    name = "page" if named else content_type.name
    return replace(content_type, name=name, fields=fields, front_matter=False)


def _without_supplied(content_type: ContentType, supplied: frozenset[str]) -> ContentType:
    """The type without demanding what the configuration or the file's name gives."""
    if not any(each.required and each.name in supplied for each in content_type.fields):
        return content_type
    fields = tuple(
        replace(each, required=None) if each.name in supplied else each
        for each in content_type.fields
    )
    return replace(content_type, fields=fields)
