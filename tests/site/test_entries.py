"""Rows of the list: what they show, and that no file can stop the reading."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reviewer.site.entries import Entry, read_entry
from reviewer.site.folder import Folder
from reviewer.site.reading import files
from tests.support.judged import entries_of
from tests.support.sites import post, write_site

if TYPE_CHECKING:
    from pathlib import Path


def read(root: Path) -> dict[str, Entry]:
    return {entry.path: entry for entry in entries_of(Folder.open(root))}


def one(tmp_path: Path, text: str | bytes, name: str = "a.md", config: str = "") -> Entry:
    write_site(tmp_path, {name: text, **({config: ""} if config else {})})
    return read_entry(Folder.open(tmp_path), name)


def test_row_of_a_post(tmp_path: Path) -> None:
    text = post('title: "Ford"\ndate: 2026-02-01 06:54:02 +0200\ncategory: News\ndraft: true')
    entry = one(tmp_path, text)
    assert (entry.title, entry.date, entry.category, entry.draft) == (
        "Ford",
        "2026-02-01 04:54:02",
        "News",
        True,
    )
    assert entry.format == "yaml"
    assert entry.block.startswith('title: "Ford"\n')
    assert entry.size == len(text)
    assert entry.mtime_ns == (tmp_path / "a.md").stat().st_mtime_ns


def test_title_falls_back_to_the_heading_and_then_to_the_name(tmp_path: Path) -> None:
    assert one(tmp_path / "1", "Text\n\n# A heading #\n").title == "A heading"
    assert one(tmp_path / "2", "Text\n").title == "a.md"


def test_broken_front_matter_becomes_a_problem_with_its_line(tmp_path: Path) -> None:
    entry = one(tmp_path, post("layout: post\ntitle: Wheat: what it means"))
    assert entry.title == "Wheat: what it means"
    assert entry.problem
    assert entry.problem_line == 3
    assert entry.data == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_unreadable_file_becomes_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    entry = read_entry(Folder.open(tmp_path), "a.md")
    assert entry.problem.startswith("The file cannot be read")
    assert entry.problem_line == 0


def test_huge_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    assert "too large" in one(tmp_path, "x" * 11).problem


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff\xfe", b"---\n", b"---\n---\n", b"---\n- a\n---\n", b"---\n5\n---\n", b"\xc2"],
)
def test_any_bytes_make_a_row(tmp_path: Path, data: bytes) -> None:
    entry = one(tmp_path, data)
    assert entry.title == "a.md"
    assert entry.data == {}


def test_jekyll_date_comes_from_the_name(tmp_path: Path) -> None:
    entry = one(tmp_path, post("title: A"), "_posts/2026-01-05-a.md", "_config.yml")
    assert entry.date == "2026-01-05"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-02-01", "2026-02-01"),
        ("2026-02-01T06:54:02Z", "2026-02-01 06:54:02"),
        ('"2026-02-01T06:54:02-05:00"', "2026-02-01 11:54:02"),
        ('"2026-02-31"', "2026-02-31"),
        ("soon", ""),
        ("{created: 2026-02-01, updated: 2026-02-03}", "2026-02-01"),
        ("[2026]", ""),
        ("0001-01-01 00:00:00 +1400", "0001-01-01 00:00:00"),
    ],
)
def test_dates_sort_as_text(tmp_path: Path, written: str, shown: str) -> None:
    assert one(tmp_path, post(f"date: {written}")).date == shown


def test_several_categories_are_shown_between_commas(tmp_path: Path) -> None:
    assert one(tmp_path, post("categories: [News, Policy]")).category == "News, Policy"


def test_template_is_marked_read_only(tmp_path: Path) -> None:
    entry = one(tmp_path, "---\ntitle: {{ name }}\n---\n")
    assert entry.read_only
    assert not entry.problem


def test_all_rows_of_a_site(tmp_path: Path) -> None:
    write_site(tmp_path, {"a.md": post("title: A"), "b/c.md": "+++\ntitle = 'C'\n+++\n"})
    assert {path: entry.title for path, entry in read(tmp_path).items()} == {
        "a.md": "A",
        "b/c.md": "C",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert read_entry(Folder.open(tmp_path), "a.md").problem == "This is a pipe, not a file."
