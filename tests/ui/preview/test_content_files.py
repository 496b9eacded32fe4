"""Only images, and only those inside the folder, symbolic links followed to their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.web.content_files import ContentFiles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "static" / "img").mkdir(parents=True)
    for name in ("a.png", "static/img/b.JPG", "notes.md", "page.html", "no-ending"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "outside.png").write_bytes(b"x")
    (folder / "folder.png").mkdir()
    return folder


@pytest.mark.parametrize(
    ("path", "kind"), [("a.png", "image/png"), ("/a.png", "image/png"), ("img/b.JPG", "image/jpeg")]
)
def test_finds_images_in_the_root_and_in_asset_folders(root: Path, path: str, kind: str) -> None:
    found = ContentFiles(root, ("", "static")).find(path)
    assert found is not None
    assert found.type == kind


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        ".",
        "../outside.png",
        "static/../../outside.png",
        "static/../a.png",
        "..\\outside.png",
        "/etc/passwd",
        "notes.md",
        "page.html",
        "no-ending",
        "folder.png",
        "a.png\0",
        "C:/outside.png",
        "missing.png",
        "x" * 5000 + ".png",
    ],
)
def test_everything_else_is_not_there(root: Path, path: str) -> None:
    assert ContentFiles(root, ("", "static")).find(path) is None


def test_a_link_that_stays_inside_is_followed(root: Path) -> None:
    (root / "inside.png").symlink_to(root / "a.png")
    found = ContentFiles(root).find("inside.png")
    assert found is not None
    assert found.path == (root / "a.png").resolve()


def test_links_that_lead_out_are_refused(root: Path) -> None:
    (root / "out.png").symlink_to(root.parent / "outside.png")
    (root / "up").symlink_to(root.parent, target_is_directory=True)
    (root / "text.png").symlink_to(root / "notes.md")
    (root / "loop.png").symlink_to(root / "loop.png")
    files = ContentFiles(root)
    assert [files.find(p) for p in ("out.png", "up/outside.png", "text.png", "loop.png")] == [
        None
    ] * 4


def test_asset_folders_cannot_lead_out_either(root: Path) -> None:
    assert ContentFiles(root, ("..",)).find("outside.png") is None
