"""Which folders the sidebar offers, and which posts each of them holds."""

from __future__ import annotations

from reviewer.site.entries import Entry
from reviewer.ui.listing.facets import folders
from reviewer.ui.listing.folders import Place, telling_places
from reviewer.ui.listing.scope import within


def entries(*paths: str) -> list[Entry]:
    return [Entry(path) for path in paths]


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


def test_a_full_folder_without_folders_stays_one_line() -> None:
    assert telling_places({"_posts": 90, "_drafts": 2}) == [
        Place("_posts", 90),
        Place("_drafts", 2),
    ]


def test_posts_that_all_lie_in_one_folder_are_not_told_apart() -> None:
    assert folders(entries("_posts/a.md", "_posts/b.md"), "site").choices == ()
    assert folders([], "site").choices == ()


def test_each_line_counts_the_posts_that_it_shows() -> None:
    posts = entries("en/a/1.md", "en/a/x/2.md", "en/b/3.md", "en/b/4.md", "en/5.md", "6.md")
    for choice in folders(posts, "site").choices:
        assert sum(within(choice.scope, post, ()) for post in posts) == choice.count


def test_folders_of_one_name_are_told_apart_by_their_paths() -> None:
    posts = entries("a/x/1.md", "a/x/2.md", "a/x/3.md", "a/x/4.md", "x/5.md")
    posts += entries("a/y/6.md", "a/y/7.md", "a/y/8.md", "a/y/9.md")
    assert [choice.label for choice in folders(posts, "site").choices] == ["a/x", "y", "x"]


def test_a_folder_is_not_taken_for_one_whose_name_begins_alike() -> None:
    (docs, *_others) = folders(entries("docs/1.md", "docs/2.md", "docs-old/3.md"), "site").choices
    assert (docs.label, docs.count) == ("docs", 2)
