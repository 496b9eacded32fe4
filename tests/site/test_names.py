"""No name of a post leads out of its folder, however it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.errors import ReviewerError
from reviewer.site import storage
from reviewer.site.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

LEADING_OUT = (
    "../out.md",
    "posts/../../out.md",
    "/etc/passwd",
    "linked/out.md",
    "out-link.md",
    "not-there-link.md",
    "round.md",
    "nul\0.md",
    "linked/../../out.md",
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    root = tmp_path / "site"
    (root / "posts").mkdir(parents=True)
    (tmp_path / "out.md").write_text("outside", "utf-8")
    (root / "linked").symlink_to(tmp_path, target_is_directory=True)
    (root / "out-link.md").symlink_to(tmp_path / "out.md")
    (root / "not-there-link.md").symlink_to(tmp_path / "not-there.md")
    (root / "round.md").symlink_to(root / "round.md")
    return Folder.open(root)


@pytest.mark.parametrize("name", LEADING_OUT)
def test_a_name_that_leads_out_is_refused(folder: Folder, name: str) -> None:
    with pytest.raises(ReviewerError, match="out of the folder"):
        folder.resolve(name)


@pytest.mark.parametrize("name", ["posts/a.md", "a\\..\\b.md", "C:a.md", "CON.md", "~/a.md"])
def test_a_name_that_is_odd_elsewhere_stays_inside(folder: Folder, name: str) -> None:
    assert folder.resolve(name).is_relative_to(folder.root)


def test_a_copy_beside_the_post_is_written_through_no_link(folder: Folder) -> None:
    elsewhere = folder.root.parent / "elsewhere.md"
    (folder.root / "a (mine).md").symlink_to(elsewhere)
    copy = storage.keep_both(folder.root / "a.md", b"mine")
    assert copy.name == "a (mine 2).md"
    assert not elsewhere.exists()
