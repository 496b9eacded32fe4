"""Two thousand posts: listed, filtered and opened without the window standing still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from reviewer.ui.automation.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.driver import Editor

POSTS = 2_000
# Generous, since the machine may be busy elsewhere; a window that reads on the
# GUI thread stands still for the whole of the reading.
LONGEST_STANDSTILL = 1_500


@pytest.fixture
def large_folder(tmp_path: Path) -> Path:
    """A Jekyll site with many posts."""
    root = tmp_path / "large"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: Large\n", encoding="utf-8")
    for number in range(POSTS):
        name = f"2026-01-{number % 28 + 1:02}-post-{number:04}.md"
        (root / "_posts" / name).write_text(
            f'---\ntitle: "Post {number:04}"\ncategory: {"News" if number % 2 else "Markets"}\n'
            f"date: 2026-01-{number % 28 + 1:02} 08:00:00 +0000\n---\n\nText {number}.\n",
            encoding="utf-8",
        )
    return root


def test_many_posts_are_all_listed(newcomer: Editor, large_folder: Path) -> None:
    newcomer.open_folder(large_folder)
    assert len(newcomer.listed()) == POSTS


def test_the_window_answers_while_the_folder_is_read(newcomer: Editor, large_folder: Path) -> None:
    gaps: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    pulse = QTimer()
    pulse.timeout.connect(lambda: gaps.append(clock.restart()))
    pulse.start(20)
    newcomer.open_folder(large_folder)
    pulse.stop()
    assert max(gaps) < LONGEST_STANDSTILL


def test_filtering_many_posts_leaves_those_that_fit(newcomer: Editor, large_folder: Path) -> None:
    newcomer.open_folder(large_folder)
    newcomer.filter("Post 0042")
    until(lambda: len(newcomer.listed()) == 1, "one post is left")
    assert newcomer.listed() == ["_posts/2026-01-15-post-0042.md"]
    newcomer.pick("_posts/2026-01-15-post-0042.md")
    assert newcomer.field_text("title") == "Post 0042"
