"""``reviewer merge-driver``: real merges by a real Git, and its installation."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from reviewer.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

BASE = """\
---
title: "Talks" # as reported
date: 2026-03-01
tags: [cars]
---

First paragraph.

Second paragraph.
"""


@pytest.fixture(autouse=True)
def _settings_of_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git must neither read nor write the settings of who runs the tests."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Editor")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "editor@example.org")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / ".config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    (tmp_path / "home").mkdir()


def git(folder: Path, *arguments: str, code: int = 0) -> str:
    answer = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False
    )
    assert answer.returncode == code, answer.stdout + answer.stderr
    return answer.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def driver(*arguments: str | Path) -> int:
    return main(["merge-driver", *map(str, arguments)])


def commit(folder: Path, name: str, text: str | bytes) -> None:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", f"Change {name}")


def two_branches(folder: Path, name: str, base: str, mine: str, theirs: str) -> None:
    """``main`` with my version, ``other`` with theirs."""
    commit(folder, name, base)
    git(folder, "checkout", "-q", "-b", "other")
    commit(folder, name, theirs)
    git(folder, "checkout", "-q", "main")
    commit(folder, name, mine)


def test_git_merges_neighbouring_fields_without_a_conflict(repository: Path) -> None:
    assert driver("--install", "--repository", repository) == 0
    mine = BASE.replace('"Talks"', '"Talks held"').replace("First", "1st")
    theirs = BASE.replace("2026-03-01", "2026-03-02 # moved").replace("[cars]", "[cars, china]")
    two_branches(repository, "a post's text.md", BASE, mine, theirs)
    git(repository, "merge", "-q", "other", "-m", "Merge")
    merged = (repository / "a post's text.md").read_text(encoding="utf-8")
    assert merged == (
        mine.replace("2026-03-01", "2026-03-02 # moved").replace("[cars]", "[cars, china]")
    )


def test_git_alone_meets_a_conflict_there(repository: Path) -> None:
    mine, theirs = BASE.replace("Talks", "Held"), BASE.replace("2026-03-01", "2026-03-02")
    two_branches(repository, "post.md", BASE, mine, theirs)
    git(repository, "merge", "-q", "other", "-m", "Merge", code=1)


def test_a_true_conflict_stops_git_and_stands_between_markers(repository: Path) -> None:
    driver("--install", "--repository", repository)
    mine = BASE.replace("Talks", "Mine").replace("[cars]", "[cars, mine]")
    theirs = BASE.replace("Talks", "Theirs").replace("2026-03-01", "2026-03-02")
    two_branches(repository, "post.md", BASE, mine, theirs)
    git(repository, "merge", "-q", "other", "-m", "Merge", code=1)
    assert git(repository, "diff", "--name-only", "--diff-filter=U") == "post.md"
    assert (repository / "post.md").read_text(encoding="utf-8") == BASE.replace(
        'title: "Talks" # as reported\ndate: 2026-03-01\ntags: [cars]\n',
        "<<<<<<< ours\n"
        'title: "Mine" # as reported\n'
        "=======\n"
        'title: "Theirs" # as reported\n'
        ">>>>>>> theirs\n"
        "date: 2026-03-02\n"
        "tags: [cars, mine]\n",
    )


def test_a_name_that_looks_like_an_option_is_merged_too(repository: Path) -> None:
    driver("--install", "--repository", repository)
    mine, theirs = BASE.replace("Talks", "Held"), BASE.replace("2026-03-01", "2026-03-02")
    two_branches(repository, "--install.md", BASE, mine, theirs)
    git(repository, "merge", "-q", "other", "-m", "Merge")


# The command by itself


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path, Path]:
    return tmp_path / "base", tmp_path / "ours", tmp_path / "theirs"


def write(versions: tuple[Path, Path, Path], *texts: str | bytes) -> None:
    for file, text in zip(versions, texts, strict=True):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_files_without_front_matter_merge_line_by_line(versions: tuple[Path, Path, Path]) -> None:
    write(versions, "a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n")
    assert driver(*versions, "notes.md") == 0
    assert versions[1].read_bytes() == b"A\nb\nc\nD\n"


def test_markers_take_the_size_and_the_line_ends_that_are_asked_for(
    versions: tuple[Path, Path, Path],
) -> None:
    write(versions, "a\r\nb\r\n", "a\r\nmine\r\n", "a\r\ntheirs")
    assert driver("--marker-size", "3", "--", *versions, "notes.md") == 1
    assert versions[1].read_bytes() == (b"a\r\n<<< ours\r\nmine\r\n===\r\ntheirs\r\n>>> theirs\r\n")


def test_deleted_here_and_edited_there_is_shown_with_an_empty_side(
    versions: tuple[Path, Path, Path],
) -> None:
    write(
        versions,
        BASE,
        BASE.replace("tags: [cars]\n", ""),
        BASE.replace("[cars]", "[cars, china]"),
    )
    assert driver(*versions, "post.md") == 1
    assert versions[1].read_text(encoding="utf-8") == BASE.replace(
        "tags: [cars]\n", "<<<<<<< ours\n=======\ntags: [cars, china]\n>>>>>>> theirs\n"
    )


def test_broken_front_matter_keeps_both_versions(versions: tuple[Path, Path, Path]) -> None:
    write(versions, BASE, BASE.replace("[cars]", "[cars"), BASE.replace("[cars]", "[china]"))
    assert driver(*versions, "post.md") == 1
    text = versions[1].read_text(encoding="utf-8")
    assert "tags: [cars\n=======\ntags: [china]\n" in text


def test_binary_files_are_left_as_they_are(
    versions: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    write(versions, b"\0a", b"\0b", b"\0c")
    assert driver(*versions, "post.md") == 1
    assert versions[1].read_bytes() == b"\0b"
    assert "ours is kept" in capsys.readouterr().err


def test_a_missing_file_is_told_in_one_line(
    versions: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert driver(*versions, "post.md") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_too_few_files_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert driver("one", "two") == 2
    assert "four files" in capsys.readouterr().err


# Installation


def test_installing_twice_changes_nothing_more(repository: Path) -> None:
    (repository / ".gitattributes").write_bytes(b"*.png binary\r\n*.sh text")
    driver("--install", "--repository", repository)
    once = (repository / ".gitattributes").read_bytes(), (repository / ".git/config").read_bytes()
    driver("--install", "--repository", repository)
    assert once == (
        (repository / ".gitattributes").read_bytes(),
        (repository / ".git/config").read_bytes(),
    )
    assert once[0].startswith(b"*.png binary\r\n*.sh text\r\n# Posts")
    assert b"\r\n*.md merge=reviewer\r\n" in once[0]


def test_uninstalling_leaves_what_was_there(repository: Path) -> None:
    before = (repository / ".git/config").read_bytes()
    (repository / ".gitattributes").write_bytes(b"*.png binary\n")
    driver("--install", "--repository", repository)
    driver("--uninstall", "--repository", repository)
    assert (repository / ".gitattributes").read_bytes() == b"*.png binary\n"
    assert (repository / ".git/config").read_bytes() == before
    assert driver("--uninstall", "--repository", repository) == 0


def test_attributes_that_installing_made_go_away_again(repository: Path) -> None:
    driver("--install", "--repository", repository)
    driver("--uninstall", "--repository", repository)
    assert not (repository / ".gitattributes").exists()


def test_a_merge_setting_of_ones_own_stays(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / ".gitattributes").write_bytes(b"*.md text merge=union\n")
    driver("--install", "--repository", repository)
    assert git(repository, "check-attr", "merge", "a.md") == "a.md: merge: union"
    assert git(repository, "check-attr", "merge", "a.mdx") == "a.mdx: merge: reviewer"
    assert "*.md has a merge setting of its own" in capsys.readouterr().out


def test_a_repository_of_ones_own_is_all_that_is_set_up(repository: Path, tmp_path: Path) -> None:
    driver("--install", "--repository", repository)
    assert list((tmp_path / "home").iterdir()) == []


def test_for_all_repositories(repository: Path, tmp_path: Path) -> None:
    driver("--install", "--global", "--repository", repository)
    assert git(repository, "check-attr", "merge", "a.md") == "a.md: merge: reviewer"
    assert "merge-driver" in git(repository, "config", "--global", "merge.reviewer.driver")
    assert not (repository / ".gitattributes").exists()
    driver("--uninstall", "--global", "--repository", repository)
    assert git(repository, "check-attr", "merge", "a.md") == "a.md: merge: unspecified"


def test_outside_a_repository_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert driver("--install", "--repository", tmp_path) == 2
    assert "not a git repository" in capsys.readouterr().err
