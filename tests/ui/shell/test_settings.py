"""What is remembered comes back with its type, from a file written by another run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from reviewer.ui.settings import RECENT_LIMIT, Settings


def reopened(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def keep(file: Path, **values: object) -> Settings:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for key, value in values.items():
        Settings(store).keep(key, value)
    store.sync()
    return reopened(file)


def test_values_keep_their_types(file: Path) -> None:
    settings = keep(
        file, a="x", b=True, c=False, d=7, e=["one"], f=["p", "q"], g=QByteArray(b"\0z"), h="true"
    )
    assert settings.text("a") == "x"
    assert settings.flag("b") is True
    assert settings.flag("c", default=True) is False
    assert settings.number("d") == 7
    assert settings.texts("e") == ["one"]
    assert settings.texts("f") == ["p", "q"]
    assert settings.state("g") == QByteArray(b"\0z")
    assert settings.text("h") == "true"


def test_what_was_never_kept_has_its_default(file: Path) -> None:
    settings = reopened(file)
    assert settings.text("a", "d") == "d"
    assert settings.flag("a", default=True) is True
    assert settings.number("a", 5) == 5
    assert settings.texts("a") == []
    assert settings.state("a").isEmpty()


def test_nonsense_in_the_file_has_the_default_too(file: Path) -> None:
    settings = keep(file, a="maybe")
    assert settings.number("a", 5) == 5
    assert settings.flag("a", default=True) is True
    assert settings.state("a").isEmpty()


def test_recent_folders_stand_newest_first_once_each(file: Path) -> None:
    settings = reopened(file)
    for name in ("a", "b", "a"):
        settings.remember_folder(Path("/x") / name)
    assert settings.recent_folders == [Path("/x/a"), Path("/x/b")]


def test_old_folders_are_forgotten(file: Path) -> None:
    settings = reopened(file)
    for number in range(RECENT_LIMIT + 5):
        settings.remember_folder(Path(f"/x/{number}"))
    assert len(settings.recent_folders) == RECENT_LIMIT
    settings.forget_folders()
    assert settings.recent_folders == []
