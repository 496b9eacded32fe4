"""Content types learnt from a folder's posts, without any configuration.

Posts are grouped by the folder they lie in (below what all have in common) and
by their layout, since authors' pages and articles share few fields. A group of
fewer than five posts teaches nothing; its posts take the next wider type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.bands import learnt_rules
from reviewer.schema.content_type import ContentType
from reviewer.schema.examples import styles
from reviewer.schema.groups import (
    ALL,
    Group,
    common_folder,
    groups_of,
    match_of,
    name_of,
    published,
)
from reviewer.schema.observation import is_required, observe_keys
from reviewer.schema.schema import Schema
from reviewer.schema.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Sample", "Schema", "common_folder", "infer", "learn"]

FEWEST = 5
TITLE_KEYS = ("title", "name", "heading", "headline", "linkTitle")


@dataclass(frozen=True, slots=True)
class Sample:
    """One post to learn from: its path, its data, and its front matter as written."""

    path: str
    data: Any
    text: str = ""


def infer(samples: Iterable[Sample], around: Surroundings | None = None) -> Schema:
    """The schema that the posts with readable front matter show."""
    around = around or Surroundings()
    posts = tuple(samples)
    base = common_folder([published(sample.path) for sample in posts])
    members: dict[Group, list[Sample]] = {}
    for sample in posts:
        for group in (*groups_of(sample.path, sample.data, base), ALL):
            members.setdefault(group, []).append(sample)
    learnt: dict[tuple[int, ...], ContentType] = {}
    types = {
        group: replace(
            _learnt_once(found, around, learnt),
            name=name_of(group, base),
            match=match_of(group, base, found[0].path, found[0].data) if found else None,
        )
        for group, found in members.items()
        if len(found) >= FEWEST or group == ALL
    }
    return Schema(_told_apart(types), base, around)


def _told_apart(types: dict[Group, ContentType]) -> dict[Group, ContentType]:
    """Values are each post's own only where that holds across the types, too.

    The pages of two languages may well have one slug.
    """
    own = {each.name for each in types[ALL].fields if each.unique} if ALL in types else set()
    return {group: _without_unique(each, own) for group, each in types.items()}


def _without_unique(content_type: ContentType, own: set[str]) -> ContentType:
    if all(not each.unique or each.name in own for each in content_type.fields):
        return content_type
    fields = tuple(
        each if each.name in own else replace(each, unique="") for each in content_type.fields
    )
    return replace(content_type, fields=fields)


def _learnt_once(
    posts: Sequence[Sample], around: Surroundings, learnt: dict[tuple[int, ...], ContentType]
) -> ContentType:
    """Groups of the very same posts (a folder with one layout) are learnt from once."""
    key = tuple(map(id, posts))
    if key not in learnt:
        learnt[key] = learn("", posts, around)
    return learnt[key]


def learn(name: str, posts: Sequence[Sample], around: Surroundings) -> ContentType:
    """One content type from the posts that have it."""
    samples = [sample for sample in posts if isinstance(sample.data, Mapping) and sample.data]
    shown = [sample.data for sample in samples]
    fields = observe_keys(shown, around)
    rules = learnt_rules(shown, fields)
    written = styles([sample.text for sample in samples if sample.text])
    fields = tuple(replace(each, example=written.get(each.name, "")) for each in fields)
    names = {each.name for each in fields}
    title = next((key for key in TITLE_KEYS if key in names), "")
    bare = sum(not sample.data and not sample.text for sample in posts)
    has_front_matter = is_required(len(samples), len(samples) + bare)
    return ContentType(name, fields, title, len(samples), has_front_matter, rules=rules)
