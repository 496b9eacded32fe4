"""Content types learnt from a folder's posts, without any configuration.

Posts are grouped by the folder they lie in (below what all have in common) and
by their layout, since authors' pages and articles share few fields. A group of
fewer than five posts teaches nothing; its posts take the next wider type.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.content_type import EMPTY_TYPE, ContentType
from reviewer.schema.examples import styles
from reviewer.schema.observation import observe_keys
from reviewer.schema.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 5
LAYOUT_KEYS = ("layout", "type")
TITLE_KEYS = ("title", "name", "heading", "headline", "linkTitle")

Group = tuple[str, str]
"""Folder below the common one, and layout; either may be "" for all."""
ALL: Group = ("", "")


@dataclass(frozen=True, slots=True)
class Sample:
    """One post to learn from: its path, its data, and its front matter as written."""

    path: str
    data: Any
    text: str = ""


@dataclass(frozen=True, slots=True)
class Schema:
    """The content types of a folder, and which post has which."""

    types: Mapping[Group, ContentType] = field(default_factory=dict)
    base: str = ""
    around: Surroundings = field(default_factory=Surroundings)

    def type_for(self, path: str, data: Any) -> ContentType:
        """The type of the post at ``path``; the narrowest that was learnt."""
        folder, layout = group_of(path, data, self.base)
        found = next(
            (
                self.types[group]
                for group in ((folder, layout), (folder, ""), ALL)
                if group in self.types
            ),
            EMPTY_TYPE,
        )
        return _without_supplied(found, self.around.supplies(path))


def infer(samples: Iterable[Sample], around: Surroundings | None = None) -> Schema:
    """The schema that the posts with readable front matter show."""
    around = around or Surroundings()
    usable = [sample for sample in samples if isinstance(sample.data, Mapping) and sample.data]
    base = common_folder(sample.path for sample in usable)
    groups: dict[Group, list[Sample]] = {ALL: usable}
    for sample in usable:
        folder, layout = group_of(sample.path, sample.data, base)
        for group in {(folder, ""), (folder, layout)} - {ALL}:
            groups.setdefault(group, []).append(sample)
    types = {
        group: learn(name_of(group), members, around)
        for group, members in groups.items()
        if len(members) >= FEWEST or group == ALL
    }
    return Schema(types, base, around)


def learn(name: str, samples: Sequence[Sample], around: Surroundings) -> ContentType:
    """One content type from the posts that have it."""
    fields = observe_keys([sample.data for sample in samples], around)
    written = styles([sample.text for sample in samples if sample.text])
    fields = tuple(replace(each, example=written.get(each.name, "")) for each in fields)
    names = {each.name for each in fields}
    title = next((key for key in TITLE_KEYS if key in names), "")
    return ContentType(name, fields, title, len(samples))


def group_of(path: str, data: Any, base: str) -> Group:
    """The group that a post falls into."""
    below = path[len(base) :] if path.startswith(base) else path
    folder = below.partition("/")[0] if "/" in below else ""
    values = [data.get(key) for key in LAYOUT_KEYS] if isinstance(data, Mapping) else []
    layout = next((value for value in values if isinstance(value, str)), "")
    return (folder, layout)


def name_of(group: Group) -> str:
    """What the content type is called: its folder, its layout, or both."""
    folder, layout = group
    return f"{folder} · {layout}" if folder and layout else folder or layout or "all posts"


def common_folder(paths: Iterable[str]) -> str:
    """The folder that holds all paths, with a closing slash; "" for the root."""
    folders = [path.rpartition("/")[0] for path in paths]
    shared = os.path.commonpath(folders) if folders and all(folders) else ""
    return f"{shared}/" if shared else ""


def _without_supplied(content_type: ContentType, supplied: frozenset[str]) -> ContentType:
    """The type without demanding what the configuration or the file's name gives."""
    if not any(each.required and each.name in supplied for each in content_type.fields):
        return content_type
    fields = tuple(
        replace(each, required=None) if each.name in supplied else each
        for each in content_type.fields
    )
    return replace(content_type, fields=fields)
