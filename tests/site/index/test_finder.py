"""Searching while the index changes, in each order, and for words that are misspelt."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reviewer.site.index.finder import Finder
from reviewer.site.index.messages import Search
from reviewer.site.index.shelf import change_content, remove
from reviewer.site.index.store import Store
from tests.support.plain_search import Written, put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POSTS = (
    Written(1, "b.md", "Government talks", "2026-01-01", warnings=3, body="The tea was cold."),
    Written(2, "a.md", "apples", "", errors=1, body="東京の天気"),
    Written(3, "c.md", "Zebra government", "2025-01-01", problem="It is broken."),
    Written(5, "d.md", "Bread", "2026-01-01"),
)


class Shelf:
    """An index with posts in it, and the files that they come from."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store.in_memory("")
        self.finder = Finder(self.store, root)
        self._revision = 0

    def put(self, *posts: Written) -> None:
        self._revision += 1
        for post in posts:
            put(self.store, self.root, post, self._revision)

    def gather(self, query: str) -> None:
        self.finder.gather(Search(query), lambda _done, _total: None, lambda: False)

    def found(self, query: str = "", order: str = "path", *, literal: bool = False) -> list[int]:
        return list(self.finder.search(Search(query, order=order, literal=literal)).ids)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    shelf.put(*POSTS)
    yield shelf
    shelf.store.close()


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("newest", [1, 5, 3, 2]),
        ("oldest", [3, 1, 5, 2]),
        ("title", [2, 5, 1, 3]),
        ("path", [2, 1, 3, 5]),
        ("problems", [2, 3, 1, 5]),
        ("no such order", [1, 5, 3, 2]),
    ],
)
def test_posts_stand_in_the_order_asked_for(shelf: Shelf, order: str, ids: list[int]) -> None:
    assert shelf.found(order=order) == ids


def test_the_best_are_those_whose_titles_begin_so(shelf: Shelf) -> None:
    assert shelf.found("government", "best") == [1, 3]


def test_a_changed_post_is_found_as_it_is_now(shelf: Shelf) -> None:
    assert shelf.found("bread") == [5]
    shelf.put(Written(5, "d.md", "Butter", "2024-01-01"))
    assert shelf.found("bread", literal=True) == []
    assert shelf.found("butter") == [5]
    assert shelf.found(order="oldest") == [5, 3, 1, 2]


def test_a_post_that_is_gone_is_not_found(shelf: Shelf) -> None:
    assert shelf.found("government") == [1, 3]
    with shelf.store.writing() as db:
        change_content(db)
        remove(db, [3])
    assert shelf.found("government") == [1]
    assert shelf.found("-apples") == [1, 5]


def test_a_post_that_gives_way_to_another_is_not_found(shelf: Shelf) -> None:
    assert shelf.found("apples") == [2]
    with shelf.store.writing() as db:
        change_content(db)
        remove(db, [2])
    shelf.put(Written(6, "e.md", "Cheese", ""))
    found = shelf.finder.search(Search("appels"))
    assert (list(found.ids), found.similar) == ([], ())


def test_a_misspelt_word_finds_what_is_like_it_and_says_so(shelf: Shelf) -> None:
    found = shelf.finder.search(Search("goverment", order="path"))
    assert list(found.ids) == [1, 3]
    assert {typed for typed, _word in found.similar} == {"goverment"}


def test_words_taken_literally_find_nothing_else(shelf: Shelf) -> None:
    assert shelf.found("goverment", literal=True) == []


def test_a_misspelt_word_leaves_nothing_out(shelf: Shelf) -> None:
    assert shelf.found("-goverment") == [2, 1, 3, 5]


def test_what_was_not_looked_into_yet_is_said(shelf: Shelf) -> None:
    assert shelf.finder.search(Search('"tea was"')).pending == len(POSTS)
    shelf.gather('"tea was"')
    found = shelf.finder.search(Search('"tea was"'))
    assert (list(found.ids), found.pending) == ([1], 0)


def test_the_text_of_a_changed_post_replaces_the_old_one(shelf: Shelf) -> None:
    shelf.gather("text:tea")
    shelf.put(Written(1, "b.md", "Government talks", "2026-01-01", body="Coffee instead."))
    assert shelf.finder.search(Search("text:tea")).pending == 1
    shelf.gather("text:tea")
    assert shelf.found("text:tea") == []
    assert shelf.found("text:coffee") == [1]


def test_each_sign_of_a_script_without_spaces_is_a_word(shelf: Shelf) -> None:
    shelf.gather("text:a")
    assert shelf.found('"天気"') == [2]
    assert shelf.found('"気天"') == []


@pytest.mark.parametrize("sign", ["\0", "\ud800", "'", "*", "^", "{"])
def test_words_are_found_whatever_signs_stand_between_them(shelf: Shelf, sign: str) -> None:
    shelf.gather('"tea"')
    assert shelf.found(f'"the{sign}tea"') == [1]


def test_values_of_a_changed_post_replace_the_old_ones(shelf: Shelf) -> None:
    shelf.put(Written(5, "d.md", "Bread", data={"tags": ["x", "y"]}))
    shelf.gather("tag:x")
    assert shelf.found("tag:x") == [5]
    shelf.put(Written(5, "d.md", "Bread", data={"tags": ["y"]}))
    shelf.gather("tag:x")
    assert shelf.found("tag:x") == []
    assert [(each.raw, each.count) for each in shelf.finder.values.counts("tags")] == [("y", 1)]
    assert shelf.finder.values.names() == ("tags",)


def test_a_text_that_cannot_be_read_any_more_is_not_waited_for(shelf: Shelf) -> None:
    (shelf.root / "b.md").unlink()
    shelf.gather("text:tea")
    assert shelf.finder.search(Search("text:tea")).pending == 0


def test_a_wrong_query_is_told_as_a_problem(shelf: Shelf) -> None:
    found = shelf.finder.search(Search('"tea'))
    assert found.problem is not None
    assert list(found.ids) == []


@pytest.mark.parametrize("steps", range(5, 60, 5))
def test_a_search_that_was_broken_off_anywhere_leaves_no_post_out(shelf: Shelf, steps: int) -> None:
    left = iter([0] * steps)
    with shelf.store.reading() as db:
        db.set_progress_handler(lambda: next(left, 1), 1)
    with suppress(sqlite3.OperationalError):
        shelf.found()
    with shelf.store.reading() as db:
        db.set_progress_handler(None, 0)
    assert shelf.found() == [2, 1, 3, 5]
