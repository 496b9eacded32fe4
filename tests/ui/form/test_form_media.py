"""Which file a field names, and how another one is named in its style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.errors import ReviewerError
from reviewer.ui.panels.form.media import Media

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("assets/a.png", "assets/b.png", "static/img/c.png", "blog/one/post.md", "blog/one/d.png")


@pytest.fixture
def media(tmp_path: Path) -> Media:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    return Media(tmp_path, "blog/one/post.md")


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("/assets/a.png", "assets/a.png"),
        ("assets/a.png?v=2", "assets/a.png"),
        ("/img/c.png", "static/img/c.png"),
        ("d.png", "blog/one/d.png"),
        ("./d.png", "blog/one/d.png"),
        ("../../assets/a.png", "assets/a.png"),
    ],
)
def test_a_path_means_the_file_that_the_site_would_take(
    media: Media, written: str, file: str
) -> None:
    found = media.file_of(written)
    assert found is not None
    assert found.resolve() == media.root / file


@pytest.mark.parametrize(
    "written", ["", "/", "none.png", "https://a.example/assets/a.png", "../../../etc/passwd", "\0"]
)
def test_what_names_no_file_of_the_folder_means_none(media: Media, written: str) -> None:
    assert media.file_of(written) is None


@pytest.mark.parametrize(
    ("file", "examples", "written"),
    [
        ("assets/b.png", ("/assets/a.png",), "/assets/b.png"),
        ("assets/b.png", ("assets/a.png",), "assets/b.png"),
        ("static/img/c.png", ("/assets/a.png",), "/static/img/c.png"),
        ("static/img/c.png", (), "/img/c.png"),
        ("assets/b.png", ("./d.png",), "../../assets/b.png"),
        ("blog/one/d.png", (), "d.png"),
        ("assets/b.png", ("gone.png", "/assets/a.png"), "/assets/b.png"),
        ("assets/b.png", ("gone.png",), "/assets/b.png"),
    ],
)
def test_a_file_is_named_like_the_ones_before(
    media: Media, file: str, examples: tuple[str, ...], written: str
) -> None:
    assert media.written(media.root / file, *examples) == written


def test_a_file_elsewhere_is_refused(media: Media) -> None:
    elsewhere = media.root.parent / "e.png"
    with pytest.raises(ReviewerError, match="outside"):
        media.written(elsewhere)


def test_looking_for_a_file_begins_where_the_schema_says(media: Media) -> None:
    assert media.start == media.root / "assets"
    assert Media(media.root, "post.md", "static/img").start == media.root / "static/img"
