"""Whatever becomes of a database: nobody hears of it, and the posts are listed as before."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from reviewer.site.index.messages import Gone, Rows, Search
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = 40
PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    files = {f"posts/{n}.md": post(f"title: Post {n}\ncategory: News") for n in range(NUMBER)}
    return Folder.open(write_site(tmp_path / "site", files))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "index" / "posts.sqlite"


def fill(folder: Folder, place: Path) -> dict[str, int]:
    """Make the index as it should be; returns the ids of the paths."""
    with Library(folder, place=place) as library:
        return use(library)


def use(library: Library) -> dict[str, int]:
    """Do with a library all that is done with one; returns the ids of the paths."""
    library.refresh(lambda _news: None)
    library.learn()
    found = library.safely(lambda: library.search(Search("Post")))
    assert len(found.ids) == NUMBER
    assert len(list(library.entries())) == NUMBER
    library.check(lambda _checked, _done, _total: None)
    rows = library.rows()
    assert all(row.checked and row.title.startswith("Post") for row in rows)
    return {row.path: row.id for row in rows}


def expected() -> list[str]:
    return sorted(f"posts/{n}.md" for n in range(NUMBER))


@pytest.mark.parametrize("content", [b"", b"garbage", b"garbage" * 9000, b"SQLite format 3\0"])
def test_garbage_is_replaced(folder: Folder, place: Path, content: bytes) -> None:
    place.parent.mkdir()
    place.write_bytes(content)
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()
        assert library.store.lasts


@pytest.mark.parametrize("tenth", range(10))
def test_truncated_database_is_replaced(folder: Folder, place: Path, tenth: int) -> None:
    fill(folder, place)
    os.truncate(place, place.stat().st_size * tenth // 10)
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()


@pytest.mark.parametrize("tenth", range(10))
def test_database_with_overwritten_pages_is_replaced(
    folder: Folder, place: Path, tenth: int
) -> None:
    fill(folder, place)
    pages = place.stat().st_size // PAGE
    with place.open("r+b") as file:
        file.seek(pages * tenth // 10 * PAGE)
        file.write(b"\xa5" * (pages // 10 * PAGE))
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()


def test_database_of_something_else_is_replaced(folder: Folder, place: Path) -> None:
    place.parent.mkdir()
    with closing(sqlite3.connect(place)) as db:
        db.execute("CREATE TABLE posts (name TEXT)")
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()
        assert library.store.lasts


def test_database_made_by_other_code_is_replaced(folder: Folder, place: Path) -> None:
    fill(folder, place)
    with closing(sqlite3.connect(place)) as db:
        db.execute("UPDATE meta SET value = 'Reviewer 0' WHERE name = 'stamp'")
        db.execute("UPDATE posts SET title = 'Old'")
        db.commit()
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()


def test_cache_that_cannot_be_written_is_done_without(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("where the folder of the index should be")
    with Library(folder, place=tmp_path / "file" / "posts.sqlite") as library:
        assert list(use(library)) == expected()
        assert not library.store.lasts


def test_database_that_another_process_does_not_let_go_of_is_done_without(
    folder: Folder, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.site.index.store.PATIENCE", 0.05)
    fill(folder, place)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with Library(folder, place=place) as library:
            assert list(use(library)) == expected()
            assert not library.store.lasts
    with Library(folder, place=place) as library:
        assert library.store.lasts
        assert list(use(library)) == expected()


def test_full_disk_is_done_without(folder: Folder, place: Path) -> None:
    long = post(f"title: Post 1\nsummary: {'long ' * 20_000}")
    write_site(folder.root, {"posts/1.md": long})
    with Library(folder, place=place) as library:
        with library.store.working() as db:
            (pages,) = db.execute("PRAGMA page_count").fetchone()
            db.execute(f"PRAGMA max_page_count = {pages + 2}")
        assert list(use(library)) == expected()
        assert not library.store.lasts


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be deleted there")
def test_database_deleted_while_it_is_open(folder: Folder, place: Path) -> None:
    with Library(folder, place=place) as library:
        before = use(library)
        for file in place.parent.iterdir():
            file.unlink()
        write_site(folder.root, {"posts/1.md": post("title: Post new")})
        assert use(library) == before
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be replaced there")
def test_posts_keep_their_ids_when_the_database_breaks_while_it_is_open(
    folder: Folder, place: Path
) -> None:
    with Library(folder, place=place) as library:
        before = use(library)
        (folder.root / "posts/0.md").unlink()
        write_site(folder.root, {"posts/new.md": post("title: Post new")})
        with library.store.writing() as db:
            db.execute("DROP TABLE posts")
        news: list[Any] = []
        library.refresh(news.append)
        after = {row.path: row.id for row in library.rows()}
    assert {path: after[path] for path in after if path in before} == {
        path: id for path, id in before.items() if path != "posts/0.md"
    }
    assert after["posts/new.md"] not in before.values()
    assert [list(each.ids) for each in news if isinstance(each, Gone)] == [[before["posts/0.md"]]]


def test_two_libraries_share_a_database(folder: Folder, place: Path) -> None:
    with Library(folder, place=place) as one, Library(folder, place=place) as other:
        assert use(one) == use(other)
        assert one.store.lasts
        assert other.store.lasts
        write_site(folder.root, {"posts/1.md": post("title: Post of today")})
        one.refresh(lambda _news: None)
        news: list[Any] = []
        other.refresh(news.append)
        told = [row.title for each in news if isinstance(each, Rows) for row in each.rows]
        assert "Post of today" in told
        (folder.root / "posts/2.md").unlink()
        one.refresh(lambda _news: None)
        news.clear()
        other.refresh(news.append)
        assert [len(each.ids) for each in news if isinstance(each, Gone)] == [1]


def test_unchanged_folder_is_not_read_again(
    folder: Folder, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, place)
    read: list[str] = []
    monkeypatch.setattr(
        "reviewer.site.reading.pool.Readers.read",
        lambda _self, _root, paths, *_others, **_more: read.extend(paths),
    )
    with Library(folder, place=place) as library:
        assert list(use(library)) == expected()
    assert read == []


def test_only_what_changed_is_read(
    folder: Folder, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(folder, place)
    write_site(folder.root, {"posts/7.md": post("title: Post seven, changed")})
    read: list[str] = []
    monkeypatch.setattr(
        "reviewer.site.reading.pool.Readers.read",
        lambda _self, _root, paths, *_others, **_more: read.extend(paths),
    )
    with Library(folder, place=place) as library:
        library.refresh(lambda _news: None)
    assert read == ["posts/7.md"]
