"""``reviewer list``: the posts of a folder in three formats."""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from reviewer.cli import list as list_command
from tests.support.commands import run
from tests.support.sites import post, sample_site, write_site

if TYPE_CHECKING:
    from pathlib import Path


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(list_command, "list", *arguments) == 0
    return capsys.readouterr().out.splitlines()


def test_table_has_date_category_path_and_title(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"a.md": post("title: A\ndate: 2026-02-01 10:00:00\ncategory: News")})
    assert lines(capsys, str(tmp_path)) == ["2026-02-01  News  a.md  A"]


def test_table_marks_drafts_and_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"a.md": post("title: A\ndraft: true"), "b.md": post("title: a: b")})
    first, second = lines(capsys, str(tmp_path))
    assert first.endswith("A  (draft)")
    assert "(problem: " in second


def test_json_has_the_front_matter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {"a.md": post("title: A\ndate: 2026-02-01\nx: [.nan, {1: 2}]")})
    (row,) = json.loads("\n".join(lines(capsys, str(tmp_path), "--format", "json")))
    assert row["path"] == "a.md"
    assert row["draft"] is False
    assert row["data"] == {"title": "A", "date": "2026-02-01", "x": ["nan", {"1": 2}]}


def test_csv_quotes_what_needs_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {"a.md": post('title: "A, b"')})
    text = "\n".join(lines(capsys, str(tmp_path), "--format", "csv"))
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["title"], row["draft"], row["path"]) == ("A, b", "no", "a.md")


def test_sample_site_is_listed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(lines(capsys, str(sample_site()))) == 19


def test_empty_folder_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, str(tmp_path)) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_table_has_one_line_for_each_post(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"a\nb.md": post('title: "A\\x1b[31m"')})
    assert lines(capsys, str(tmp_path)) == [r"              a\nb.md  A\x1b[31m"]


def test_only_posts_that_fit_a_query_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"a.md": post("title: A\ntags: [x]"), "b.md": post("title: B")})
    assert lines(capsys, str(tmp_path), "--where", "tags:x") == ["              a.md  A"]
    assert lines(capsys, str(tmp_path), "--where=-tags:x") == ["              b.md  B"]
