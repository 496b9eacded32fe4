"""Merges of real posts are never worse than Git's own: a small sibling of the measure of merges."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from reviewer.document.merge import merge
from reviewer.resources import resource
from tests.measure.merge import by_git, cases, verdict
from tests.support.corpora import require_corpora

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="Git is not installed")


def check(folder: Path, scratch: Path) -> None:
    rows = [
        verdict(case, merge(case.base, case.mine, case.theirs), by_git(case, scratch))
        for case in cases(folder, 200, seed=7)
    ]
    assert [row for row in rows if row.startswith(("WORSE", "WRONG"))] == []
    assert rows.count("clean where git conflicts") > 20


def test_two_hundred_merges_of_real_posts(tmp_path: Path) -> None:
    check(require_corpora() / "dev" / "sites", tmp_path)


def test_two_hundred_merges_of_sample_posts(tmp_path: Path) -> None:
    check(resource("sample-site"), tmp_path)
