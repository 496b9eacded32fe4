"""Keeping an index step by step: what is told of a look that nobody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reviewer.site.index.keeping import Keeper
from reviewer.site.index.messages import Read, Ready, Rows
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def told() -> list[Any]:
    return []


@pytest.fixture
def keeper(tmp_path: Path, told: list[Any]) -> Iterator[Keeper]:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}") for n in range(6)})
    made = Keeper(told.append)
    made.open(tmp_path)
    made.refresh()
    told.clear()
    yield made
    made.close()


def test_look_that_finds_nothing_new_is_not_told_of(keeper: Keeper, told: list[Any]) -> None:
    keeper.look()
    assert told == []


def test_look_that_finds_a_change_ends_like_a_refresh(
    keeper: Keeper, told: list[Any], tmp_path: Path
) -> None:
    write_site(tmp_path, {"3.md": post("title: Changed meanwhile")})
    keeper.look()
    assert [row.title for news in told if isinstance(news, Rows) for row in news.rows] == [
        "Changed meanwhile"
    ]
    assert isinstance(told[-1], Ready)
    assert any(isinstance(news, Read) for news in told)


def test_refresh_that_finds_nothing_new_says_that_it_is_done(
    keeper: Keeper, told: list[Any]
) -> None:
    keeper.refresh()
    assert [type(news) for news in told] == [Read, Ready]
