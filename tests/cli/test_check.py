"""``reviewer check``: findings as text and JSON, and what the exit code tells."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reviewer.cli import check as check_command
from reviewer.cli.report import dotted
from tests.support.commands import run
from tests.support.sites import post, sample_site, write_site

if TYPE_CHECKING:
    from pathlib import Path

FORD = "_posts/2026-02-01-ford-xiaomi-ev-partnership.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    good = {f"{n}.md": post(f"title: A{n}\nurl: https://a.example/{n}") for n in range(30)}
    return write_site(tmp_path, good)


def test_fine_folder_ends_with_nought(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, "check", str(folder)) == 0
    assert capsys.readouterr().out == "30 posts checked: 0 errors, 0 warnings, 0 hints.\n"


def test_warning_alone_ends_with_nought(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"x.md": post("url: https://a.example")})
    assert run(check_command, "check", str(folder)) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first == f"{folder}/x.md: warning: title: Title is missing. [missing-field]"
    assert last == "31 posts checked: 0 errors, 1 warning, 0 hints."


def test_error_ends_with_one_and_names_the_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(folder, {"x.md": post("title: X\nurl: https://")})
    assert run(check_command, "check", str(folder)) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first == f"{folder}/x.md:3: error: url: This address names no site. [bad-url]"


def test_one_file_is_measured_by_its_site(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"x.md": post("url: https://a.example")})
    assert run(check_command, "check", str(folder / "x.md")) == 0
    assert "Title is missing." in capsys.readouterr().out


def test_one_file_of_a_site_finds_the_site_above(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(check_command, "check", str(sample_site() / FORD)) == 1
    out = capsys.readouterr().out
    assert "No time zone: the site reads this as UTC. [no-time-zone]" in out
    assert "https://x.com/Ford/status/1623456789012345678 [invented-address]" in out
    assert "1 post checked: " in out


def test_missing_path_ends_with_two_after_the_rest_is_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(check_command, "check", str(folder / "gone"), str(folder)) == 2
    captured = capsys.readouterr()
    assert captured.err == f"{folder / 'gone'}: There is no such file or folder.\n"
    assert captured.out.startswith("30 posts checked")


def test_json_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(folder, {"x.md": post("title: X\nurl: htps:/a.example/b")})
    assert run(check_command, "check", str(folder), "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["posts"], report["error"], report["warning"]) == (31, 1, 0)
    assert report["findings"] == [
        {
            "path": f"{folder}/x.md",
            "line": 3,
            "severity": "error",
            "code": "bad-url",
            "field": "url",
            "message": "This is not an address: it should begin with https://.",
            "fixes": ["Use https://a.example/b"],
        }
    ]


def test_file_of_another_kind_is_checked_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"_config.yml": "", "README.md": "# A project\n"})
    assert run(check_command, "check", str(tmp_path / "README.md")) == 0
    assert "1 post checked" in capsys.readouterr().out


def test_only_a_missing_path_prints_no_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(check_command, "check", str(tmp_path / "gone\nmad")) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"{tmp_path}/gone\\nmad: There is no such file or folder.\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_to_nowhere_is_told_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").symlink_to("gone.md")
    assert run(check_command, "check", str(tmp_path / "a.md")) == 2
    assert "This link leads to no file or folder." in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert run(check_command, "check", str(tmp_path / "a.md")) == 2
    assert "This is no file of text." in capsys.readouterr().err


def test_keys_that_are_no_text_are_named_as_written() -> None:
    assert dotted(("seo", None, True, 2, "a")) == "seo.null.true[2].a"


def test_folder_inside_a_site_is_read_as_the_site_reads_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(check_command, "check", str(sample_site() / "_drafts")) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{sample_site()}/_drafts/notes-night-trains.md: warning: No front")
    assert last.startswith("2 posts checked")


def test_folder_inside_a_site_that_the_site_leaves_out_stands_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(tmp_path, {"_config.yml": "", "a.md": post("title: A"), "_notes/b.md": "Text\n"})
    assert run(check_command, "check", str(tmp_path / "_notes")) == 0
    assert capsys.readouterr().out.startswith("1 post checked")
