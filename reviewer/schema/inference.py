"""Content types learnt from a folder's posts, without any configuration.

Posts are grouped by the folder they lie in (below what all have in common) and
by their layout, since authors' pages and articles share few fields. A group of
fewer than five posts teaches nothing; its posts take the next wider type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.content_type import EMPTY_TYPE, ContentType
from reviewer.schema.examples import styles
from reviewer.schema.observation import NEARLY_ALL, is_required, observe_keys
from reviewer.schema.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 5
LAYOUT_KEYS = ("layout", "type")
TITLE_KEYS = ("title", "name", "heading", "headline", "linkTitle")

PAGE_STEMS = {"_index", "index", "readme", "license"}
"""File names of pages that introduce a folder: they lack what its posts have in common.

Where five of them do have something in common, as with Hugo's page bundles,
they are a type of their own.
"""

Group = tuple[str, str]
"""Folder below the common one, and layout or file name; "" for all."""
ALL: Group = ("", "")
ANY_FOLDER = "*"
HERE = "."
"""The folder of posts that lie directly in the common one."""
POSTS, DRAFTS = "/_posts/", "/_drafts/"
"""A draft in Jekyll and Hexo is a post that has not moved yet."""


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
    _given: dict[tuple[Group, frozenset[str]], ContentType] = field(
        default_factory=dict, repr=False, compare=False
    )

    def type_for(self, path: str, data: Any) -> ContentType:
        """The type of the post at ``path``, the narrowest that was learnt.

        Posts of one sort get the very same object. A post that is like no
        group is measured by all posts, but nothing is demanded of it; only
        where no group could be learnt do all posts count as of one sort.
        """
        groups = groups_of(path, data, self.base)
        group = next((group for group in groups if group in self.types), ALL)
        key = (group, self.around.supplies(path))
        if key not in self._given:
            found = self.types.get(group, EMPTY_TYPE)
            if group == ALL and len(self.types) > 1:
                found = _undemanding(found)
            self._given[key] = _without_supplied(found, key[1])
        return self._given[key]


def infer(samples: Iterable[Sample], around: Surroundings | None = None) -> Schema:
    """The schema that the posts with readable front matter show."""
    around = around or Surroundings()
    posts = tuple(samples)
    base = common_folder([_published(sample.path) for sample in posts])
    members: dict[Group, list[Sample]] = {}
    for sample in posts:
        for group in (*groups_of(sample.path, sample.data, base), ALL):
            members.setdefault(group, []).append(sample)
    types = {
        group: learn(name_of(group), found, around)
        for group, found in members.items()
        if len(found) >= FEWEST or group == ALL
    }
    return Schema(types, base, around)


def learn(name: str, posts: Sequence[Sample], around: Surroundings) -> ContentType:
    """One content type from the posts that have it."""
    samples = [sample for sample in posts if isinstance(sample.data, Mapping) and sample.data]
    fields = observe_keys([sample.data for sample in samples], around)
    written = styles([sample.text for sample in samples if sample.text])
    fields = tuple(replace(each, example=written.get(each.name, "")) for each in fields)
    names = {each.name for each in fields}
    title = next((key for key in TITLE_KEYS if key in names), "")
    bare = sum(not sample.data and not sample.text for sample in posts)
    has_front_matter = is_required(len(samples), len(samples) + bare)
    return ContentType(name, fields, title, len(samples), has_front_matter)


def groups_of(path: str, data: Any, base: str) -> tuple[Group, ...]:
    """The groups that a post falls into, the narrowest first."""
    path = _published(path)
    below = path.removeprefix(base)
    folder = below.partition("/")[0] if "/" in below else HERE
    folder = folder if path.startswith(base) else f"/{folder}"
    values = [data.get(key) for key in LAYOUT_KEYS] if isinstance(data, Mapping) else []
    layout = next((value for value in values if isinstance(value, str)), "")
    stem = below.rsplit("/", 1)[-1].split(".")[0].lower()
    if stem in PAGE_STEMS:
        return ((folder, layout or stem), (ANY_FOLDER, layout or stem))
    return tuple(dict.fromkeys(((folder, layout), (folder, ""))))


def name_of(group: Group) -> str:
    """What the content type is called: its folder, its layout, or both."""
    folder, layout = group
    if folder in ("", HERE, ANY_FOLDER):
        return layout or "all posts"
    return f"{folder} · {layout}" if layout else folder


def common_folder(paths: Sequence[str]) -> str:
    """The folder that holds nearly all paths, with a closing slash; "" for the root."""
    base = ""
    while True:
        inside = [path[len(base) :] for path in paths if path.startswith(base)]
        counts = Counter(rest.partition("/")[0] for rest in inside if "/" in rest)
        name, number = next(iter(counts.most_common(1)), ("", 0))
        if not number or number < NEARLY_ALL * len(paths):
            return base
        base = f"{base}{name}/"


def _published(path: str) -> str:
    """Where a draft will lie once it is published: it is like the posts there."""
    return f"/{path}".replace(DRAFTS, POSTS)[1:]


def _undemanding(content_type: ContentType) -> ContentType:
    fields = tuple(replace(each, required=None, filled=None) for each in content_type.fields)
    return replace(content_type, name="page", fields=fields, front_matter=False)


def _without_supplied(content_type: ContentType, supplied: frozenset[str]) -> ContentType:
    """The type without demanding what the configuration or the file's name gives."""
    if not any(each.required and each.name in supplied for each in content_type.fields):
        return content_type
    fields = tuple(
        replace(each, required=None) if each.name in supplied else each
        for each in content_type.fields
    )
    return replace(content_type, fields=fields)
