"""Pictures that fields name, small enough for the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from reviewer.ui.panels.form.media import Media
from reviewer.ui.panels.form.thumbnails import SIZE, Thumbnails, read_picture
from tests.support.inline_tasks import InlineTasks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def media(tmp_path: Path) -> Media:
    for name, size in (("small", QSize(20, 10)), ("wide", QSize(1920, 200))):
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(0x336699)
        assert picture.save(str(tmp_path / f"{name}.png"))
    (tmp_path / "text.png").write_text("no picture")
    return Media(tmp_path, "post.md")


def test_a_large_picture_is_made_to_fit_and_keeps_its_shape(media: Media) -> None:
    picture = read_picture(media, "/wide.png")
    assert picture is not None
    assert picture.size() == QSize(SIZE.width(), 20)


def test_a_small_picture_stays_as_it_is(media: Media) -> None:
    picture = read_picture(media, "small.png")
    assert picture is not None
    assert picture.size() == QSize(20, 10)


@pytest.mark.parametrize("written", ["", "/none.png", "text.png", "https://a.example/small.png"])
def test_what_is_no_picture_of_the_folder_is_not_shown(media: Media, written: str) -> None:
    assert read_picture(media, written) is None


def test_without_a_folder_there_is_nothing_to_show() -> None:
    told: list[QImage | None] = []
    Thumbnails(InlineTasks(), lambda: None).fetch("picture", "a.png", told.append)
    assert told == [None]
