"""What a row, the header and an empty list say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.desk.catalogue import Counts
from reviewer.document.operations import SetValue
from reviewer.schema.finding import Severity
from reviewer.ui.panels.posts.presenter import PostsPresenter, badges
from tests.support.shell import DRAFT, FORD, RAIL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.shell import Desk


@pytest.fixture
def posts(desk: Desk) -> PostsPresenter:
    return PostsPresenter(desk.context)


def test_a_row_says_date_and_category(desk: Desk, posts: PostsPresenter) -> None:
    row = posts.row(desk.id_of(FORD))
    assert (row.title, row.about, row.changed) == ("Ford talks", "1 Feb 2026 · News", False)


def test_a_faulty_post_has_a_badge_and_is_not_clear(desk: Desk, posts: PostsPresenter) -> None:
    row = posts.row(desk.id_of(RAIL))
    assert (Severity.ERROR, 1) in list(badges(row))
    assert not row.clear


def test_a_post_without_findings_is_clear_once_checked(desk: Desk, posts: PostsPresenter) -> None:
    assert posts.row(desk.id_of(FORD)).clear
    desk.workspace.catalogue.count(desk.id_of(FORD), Counts(), checked=False)
    assert not posts.row(desk.id_of(FORD)).clear


def test_a_broken_post_says_so_and_counts_as_an_error(desk: Desk, posts: PostsPresenter) -> None:
    row = posts.row(desk.id_of(DRAFT))
    assert row.broken
    assert row.about == "Front matter cannot be read"
    assert row.errors == 1


def test_unsaved_work_is_marked_and_spoken(desk: Desk, posts: PostsPresenter) -> None:
    desk.show(FORD).edit(SetValue(("title",), "Other"), label="Title")
    row = posts.row(desk.id_of(FORD))
    assert row.changed
    assert row.spoken == "Other, 1 Feb 2026 · News, unsaved, clear"


def test_the_header_counts_what_is_shown(desk: Desk, posts: PostsPresenter) -> None:
    assert posts.headline == "4 posts"
    posts.filter("ford")
    assert posts.headline == "1 of 4 posts"


def test_an_empty_list_says_why_and_what_helps(newcomer: Desk, tmp_path: Path) -> None:
    posts = PostsPresenter(newcomer.context)
    assert _empty_action(posts) == "open-folder"
    empty = tmp_path / "empty"
    empty.mkdir()
    newcomer.shell.open_folder(empty)
    assert _empty_action(posts) == "open-folder"
    newcomer.shell.open_folder(newcomer.root)
    assert posts.empty() is None
    posts.filter("nothing like it")
    assert _empty_action(posts) == "everything"


def _empty_action(posts: PostsPresenter) -> str:
    empty = posts.empty()
    assert empty is not None
    return empty.action
