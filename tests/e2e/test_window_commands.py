"""``reviewer screenshot`` and ``reviewer demo`` as their users run them, each in a process."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.e2e.site import FORD, POSTS
from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def reviewer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the program and wait for it."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("QT")}
    return subprocess.run(
        [sys.executable, "-m", "reviewer", *map(str, arguments)],
        cwd=REPOSITORY,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_screenshot_has_the_size_asked_for(folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = reviewer("screenshot", folder, "--output", picture, "--size", "1200x800")
    assert done.returncode == 0, done.stderr
    assert QImage(str(picture)).size().toTuple() == (1200, 800)


def test_a_screenshot_shows_the_preview(folder: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = reviewer("screenshot", folder, "--output", picture, "--post", FORD)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    # The page stands at the right; its text is dark on paper.
    page = image.copy(image.width() * 3 // 4, 100, image.width() // 5, image.height() // 2)
    dark = sum(
        page.pixelColor(x, y).lightness() < 80
        for x in range(page.width())
        for y in range(page.height())
    )
    assert dark > 100


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_screenshot_wears_its_theme(folder: Path, tmp_path: Path, theme: str) -> None:
    picture = tmp_path / "window.png"
    done = reviewer("screenshot", folder, "--output", picture, "--theme", theme)
    assert done.returncode == 0, done.stderr
    assert (QImage(str(picture)).pixelColor(700, 890).lightness() < 128) == (theme == "dark")


def test_the_tabs_look_different(folder: Path, tmp_path: Path) -> None:
    pictures = []
    for tab in ("details", "body"):
        picture = tmp_path / f"{tab}.png"
        done = reviewer("screenshot", folder / FORD, "--output", picture, "--tab", tab)
        assert done.returncode == 0, done.stderr
        pictures.append(QImage(str(picture)))
    assert pictures[0] != pictures[1]


def test_a_screenshot_leaves_the_posts_alone(folder: Path, tmp_path: Path) -> None:
    reviewer("screenshot", folder, "--output", tmp_path / "window.png")
    assert {path: (folder / path).read_bytes() for path in POSTS} == POSTS


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere", "--output", "x.png"], "nowhere"),
        (["{folder}", "--output", "x.png", "--post", "no-such.md"], "no-such.md"),
        (["{folder}", "--output", "x.png", "--size", "big"], "big is not a size"),
        (["{folder}", "--output", "x.png", "--size", "760x500"], "cannot be 760x500"),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_line(
    folder: Path, arguments: list[str], complaint: str
) -> None:
    done = reviewer("screenshot", *(a.format(folder=folder) for a in arguments))
    assert done.returncode == 2
    last = done.stderr.strip().splitlines()[-1]
    assert complaint in last
    assert "Traceback" not in done.stderr


def test_the_demo_does_the_main_job_and_leaves_pictures(tmp_path: Path) -> None:
    done = reviewer("demo", "--output", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    assert "-date: 2026-02-31 09:10:00 +0000\n  +date: 2026-02-28 09:10:00 +0000" in done.stdout
    assert len(list((tmp_path / "demo").glob("*.png"))) == 5


def test_the_demo_does_not_touch_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    done = reviewer("demo", "--output", tmp_path)
    assert done.returncode == 2
    assert "exists already" in done.stderr
    assert not list((tmp_path / "site").iterdir())
