"""A librarian that answers at once: what it tells of a folder, and in what order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from reviewer.site.index.inline import InlineLibrarian
from reviewer.site.index.messages import (
    Answer,
    Checked,
    Failed,
    Found,
    Gone,
    Learnt,
    Moved,
    Opened,
    Read,
    Ready,
    Rows,
    Search,
)
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def librarian() -> Iterator[InlineLibrarian]:
    made = InlineLibrarian()
    yield made
    made.close()


def kinds(news: list[Any]) -> list[str]:
    return list(dict.fromkeys(type(each).__name__ for each in news))


def paths(news: list[Any]) -> list[str]:
    return [row.path for each in news if isinstance(each, Rows) for row in each.rows]


def ids(librarian: InlineLibrarian, query: str) -> list[int]:
    answers: list[Answer] = []
    librarian.search(Search(query, order="path"), answers.append)
    assert isinstance(answers[0].value, Found)
    return list(answers[0].value.ids)


def test_folder_is_read_learnt_and_checked(tmp_path: Path, librarian: InlineLibrarian) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}") for n in range(6)})
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    first = ["Opened", "Rows", "Read", "Learnt", "Checked", "Ready"]
    assert kinds(news) == [*first, "Examined"]
    assert sorted(paths(news)) == [f"{n}.md" for n in range(6)]
    checked = next(each for each in news if isinstance(each, Checked))
    assert sorted(checked.ids) == sorted(row.id for row in news[1].rows)


def test_second_opening_shows_rows_from_the_index(
    tmp_path: Path, librarian: InlineLibrarian
) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}") for n in range(6)})
    first: list[Any] = []
    librarian.open(tmp_path, first.append)
    again: list[Any] = []
    librarian.open(tmp_path, again.append)
    assert kinds(again) == ["Opened", "Rows", "Read", "Learnt", "Ready"]
    assert all(row.checked for row in again[1].rows)
    assert again[1].rows[0].title.startswith("Post")


def test_changed_file_is_told_with_its_findings(tmp_path: Path, librarian: InlineLibrarian) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}\ndate: 2026-01-01") for n in range(6)})
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    before = {row.path: row.id for row in news[1].rows}
    news.clear()
    write_site(tmp_path, {"3.md": post("title: Post: broken")})
    librarian.refresh(["3.md"])
    assert kinds(news) == ["Rows", "Read", "Checked", "Ready", "Examined"]
    (row,) = news[0].rows
    assert row.id == before["3.md"]
    checked = next(each for each in news if isinstance(each, Checked))
    assert (list(checked.ids), list(checked.errors)) == ([before["3.md"]], [1])


def test_renamed_file_keeps_its_id(tmp_path: Path, librarian: InlineLibrarian) -> None:
    write_site(tmp_path, {"a.md": post("title: A"), "b.md": post("title: B")})
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    known = {row.path: row.id for row in news[1].rows}
    news.clear()
    (tmp_path / "a.md").rename(tmp_path / "c.md")
    librarian.refresh()
    assert news[0] == Moved(known["a.md"], "c.md")
    assert [(row.id, row.path) for row in news[1].rows] == [(known["a.md"], "c.md")]
    assert not any(isinstance(each, Gone) for each in news)


def test_deleted_file_is_told(tmp_path: Path, librarian: InlineLibrarian) -> None:
    write_site(tmp_path, {"a.md": post("title: A"), "b.md": post("title: B")})
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    known = {row.path: row.id for row in news[1].rows}
    news.clear()
    (tmp_path / "a.md").unlink()
    librarian.refresh(["a.md"])
    assert [list(each.ids) for each in news if isinstance(each, Gone)] == [[known["a.md"]]]
    assert ids(librarian, "") == [known["b.md"]]


def test_search_by_field_and_by_words_of_the_body(
    tmp_path: Path, librarian: InlineLibrarian
) -> None:
    write_site(
        tmp_path,
        {
            "a.md": post("title: A\ncategory: News", "About wheat prices.\n"),
            "b.md": post("title: B\ncategory: Policy"),
        },
    )
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    known = {row.path: row.id for row in news[1].rows}
    assert ids(librarian, "category:Policy") == [known["b.md"]]
    assert ids(librarian, '"wheat prices"') == [known["a.md"]]


def test_many_small_changes_are_learnt_from(tmp_path: Path, librarian: InlineLibrarian) -> None:
    write_site(tmp_path, {f"{n}.md": post(f"title: Post {n}") for n in range(40)})
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    news.clear()
    for number in range(25):
        write_site(tmp_path, {f"{number}.md": post(f"title: New {number}\nmood: bright")})
        librarian.refresh([f"{number}.md"])
    (learnt,) = [each for each in news if isinstance(each, Learnt)]
    fields = learnt.schema.type_for("0.md", {}).fields
    assert "mood" in {field.name for field in fields}
    assert isinstance(news[-1], Ready)


def test_folder_that_is_not_there_is_told(tmp_path: Path, librarian: InlineLibrarian) -> None:
    news: list[Any] = []
    librarian.open(tmp_path / "missing", news.append)
    (failed,) = news
    assert isinstance(failed, Failed)
    assert "no such folder" in str(failed.error)


def test_news_of_an_empty_folder(tmp_path: Path, librarian: InlineLibrarian) -> None:
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    assert [type(each) for each in news] == [Opened, Read, Learnt, Ready]


def test_forced_look_finds_text_that_changed_under_the_same_stamp(
    tmp_path: Path, librarian: InlineLibrarian
) -> None:
    write_site(tmp_path, {"a.md": post("title: Old")})
    status = os.stat(tmp_path / "a.md")
    news: list[Any] = []
    librarian.open(tmp_path, news.append)
    with open(tmp_path / "a.md", "r+b") as file:
        file.write(post("title: New").encode())
    os.utime(tmp_path / "a.md", ns=(status.st_atime_ns, status.st_mtime_ns))
    news.clear()
    librarian.refresh(["a.md"])
    assert paths(news) == []
    librarian.refresh(["a.md"], force=True)
    assert [row.title for each in news if isinstance(each, Rows) for row in each.rows] == ["New"]
    assert isinstance(news[-1], Ready)
    assert any(isinstance(each, Read) for each in news)
