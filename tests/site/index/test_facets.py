"""What the list can be narrowed to: which lines there are, and that each counts what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.schema.inference import Sample, infer
from reviewer.site.index.facets import folders, groups, values, worth_showing
from reviewer.site.index.finder import Finder
from reviewer.site.index.folders import Place, telling_places
from reviewer.site.index.messages import FIELD, Choice, Group, Scope, Search
from reviewer.site.index.store import Store
from tests.support.plain_search import Written, put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POSTS = (
    Written(1, "en/a/1.md", date="2025-01-01", data={"tags": ["x", "y"], "category": "News"}),
    Written(2, "en/a/b/2.md", date="2026-01-01", data={"tags": ["x"], "category": "News"}),
    Written(3, "en/c/3.md", date="2026-05-01", data={"tags": "y", "category": "Tea"}, draft=True),
    Written(4, "en/c/4.md", date="soon", data={"category": "Tea"}, problem="It is broken."),
    Written(5, "6.md", data={"category": "Tea", "tags": ["x", "x"]}, warnings=1),
)


@pytest.fixture
def store() -> Iterator[Store]:
    found = Store.in_memory("")
    yield found
    found.close()


@pytest.fixture
def finder(store: Store, tmp_path: Path) -> Finder:
    for post in POSTS:
        put(store, tmp_path, post)
    return Finder(store, tmp_path)


def gathered(finder: Finder) -> Finder:
    finder.gather(Search("tag:"), lambda _done, _total: None, lambda: False)
    return finder


def test_a_folder_that_holds_all_gives_way_to_what_is_in_it() -> None:
    places = telling_places({"content/en/docs": 7, "content/en/docs/old": 1, "content/en/blog": 5})
    assert places == [Place("content/en/docs", 8), Place("content/en/blog", 5)]


def test_a_folder_that_holds_nearly_all_keeps_a_line_for_its_own_posts() -> None:
    places = telling_places({"content": 1, "content/en": 2, "content/en/a": 5, "content/en/b": 4})
    assert places == [
        Place("content/en/a", 5),
        Place("content/en/b", 4),
        Place("content/en", 2, alone=True),
        Place("content", 1, alone=True),
    ]


def test_posts_that_all_lie_in_one_folder_are_not_told_apart() -> None:
    assert folders({"_posts": 2}, "site").choices == ()
    assert folders({}, "site").choices == ()


def test_folders_of_one_name_are_told_apart_by_their_paths() -> None:
    group = folders({"a/x": 4, "x": 1, "a/y": 4}, "site")
    assert [choice.label for choice in group.choices] == ["a/x", "y", "x"]


def test_each_line_counts_the_posts_that_it_shows(store: Store, finder: Finder) -> None:
    schema = infer(Sample(post.path, post.data) for post in POSTS)
    found = groups(store, gathered(finder).values, schema, "site")
    assert [group.label for group in found] == ["Folders", "Category", "Tags", "Year", "State"]
    for group in found:
        for choice in group.choices:
            assert len(finder.search(Search(scope=choice.scope)).ids) == choice.count, choice


def test_values_are_counted_once_a_post_the_commonest_first(finder: Finder) -> None:
    assert values(gathered(finder).values, "tags", "Tags").choices == (
        Choice(Scope(FIELD, "tags", "x"), "x", 3),
        Choice(Scope(FIELD, "tags", "y"), "y", 2),
    )


def test_values_of_a_field_that_nobody_asked_for_yet_are_none(finder: Finder) -> None:
    assert values(finder.values, "tags", "Tags").choices == ()


def test_values_that_each_only_one_post_has_are_not_worth_a_group() -> None:
    single = tuple(Choice(Scope(FIELD, "author", name), name, 1) for name in "abc")
    assert not worth_showing(Group("Author", single))
    assert worth_showing(Group("Author", (Choice(Scope(FIELD, "author", "d"), "d", 2), single[0])))
