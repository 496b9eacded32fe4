"""A small site on disk, and an editor who has it open in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.automation.stage import stage
from tests.e2e.driver import Answers, Editor
from tests.e2e.site import write_site
from tests.support.qt import leftovers, light_heap, qapp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

__all__ = ["leftovers", "light_heap", "qapp"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Jekyll site with a few posts."""
    return write_site(tmp_path / "economy-news")


@pytest.fixture
def newcomer(qapp: QApplication, folder: Path) -> Iterator[Editor]:
    """An editor before the window, with no folder open yet."""
    answers = Answers()
    with stage(prompts=answers) as scene:
        yield Editor(scene, answers, folder)


@pytest.fixture
def editor(newcomer: Editor) -> Editor:
    """An editor with the site open."""
    newcomer.open_folder()
    return newcomer
