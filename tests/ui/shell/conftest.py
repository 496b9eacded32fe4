"""A site on disk and a shell that has it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reviewer.ui.theme.theme import Scheme, Theme
from tests.support.shell import Desk, make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def newcomer(tmp_path: Path) -> Desk:
    """A shell before any folder is open."""
    return make_desk(tmp_path)


@pytest.fixture
def desk(newcomer: Desk) -> Desk:
    """A shell with the site open, read and checked."""
    newcomer.shell.open_folder(newcomer.root)
    return newcomer


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, taken off afterwards."""
    yield Theme(qapp, Scheme.LIGHT)
    qapp.setStyleSheet("")
