"""The texts that a file had in Git's commits."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from reviewer.site.commits import commits

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")


def git(folder: Path, *words: str) -> None:
    who = {
        f"GIT_{role}_{key}": "ann@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def commit(folder: Path, path: str, data: bytes, subject: str) -> None:
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", subject)


def test_each_commit_of_the_file_comes_with_its_text(repository: Path) -> None:
    commit(repository, "a.md", b"one\n", "Begin")
    commit(repository, "b.md", b"other\n", "Another file")
    commit(repository, "a.md", b"two\r\n\xff", "Go on: é")
    found = commits(repository / "a.md")
    assert [(each.subject, each.data) for each in found] == [
        ("Go on: é", b"two\r\n\xff"),
        ("Begin", b"one\n"),
    ]
    assert found[0].author == "ann@example.org"
    assert found[0].when >= found[1].when > 1_000_000_000


def test_a_renamed_file_keeps_its_commits(repository: Path) -> None:
    commit(repository, "posts/a.md", b"one\ntwo\nthree\n", "Begin")
    git(repository, "mv", "posts/a.md", "posts/ü b.md")
    git(repository, "commit", "-q", "-m", "Rename")
    found = commits(repository / "posts" / "ü b.md")
    assert [each.subject for each in found] == ["Rename", "Begin"]
    assert found[1].data == b"one\ntwo\nthree\n"


def test_only_the_newest_are_read(repository: Path) -> None:
    for number in range(5):
        commit(repository, "a.md", b"%d" % number, f"Number {number}")
    assert [each.data for each in commits(repository / "a.md", newest=2)] == [b"4", b"3"]


def test_without_a_repository_there_are_none(tmp_path: Path) -> None:
    assert commits(tmp_path / "a.md") == ()


def test_a_file_that_was_never_committed_has_none(repository: Path) -> None:
    commit(repository, "a.md", b"one", "Begin")
    assert commits(repository / "new.md") == ()


def test_a_broken_repository_has_none(repository: Path) -> None:
    commit(repository, "a.md", b"one", "Begin")
    (repository / ".git" / "HEAD").write_text("nonsense", encoding="utf-8")
    assert commits(repository / "a.md") == ()


def test_nothing_that_the_repository_names_is_run(repository: Path) -> None:
    commit(repository, "a.md", b"one\n", "Begin")
    commit(repository, "a.md", b"two\n", "Go on")
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{repository}/ran'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    (repository / ".gitattributes").write_text("*.md diff=trap filter=trap\n", encoding="utf-8")
    for setting in (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "gpg.program",
        "diff.external",
        "diff.trap.command",
        "diff.trap.textconv",
        "filter.trap.smudge",
        "filter.trap.clean",
        "core.sshCommand",
        "core.editor",
        "alias.log",
    ):
        git(repository, "config", setting, str(trap))
    git(repository, "config", "log.showSignature", "true")
    assert len(commits(repository / "a.md")) == 2
    assert not (repository / "ran").exists()
