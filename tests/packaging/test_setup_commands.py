"""The set-up commands: what they bring, and what they say where they may not."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.source_tree import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

NAMES = ("system", "environment", "start")


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts import each other from the folder that they are run from."""
    monkeypatch.syspath_prepend(str(REPOSITORY / "packaging"))
    yield
    for name in NAMES:
        sys.modules.pop(name, None)


@pytest.fixture
def system() -> ModuleType:
    return importlib.import_module("system")


@pytest.fixture
def environment() -> ModuleType:
    return importlib.import_module("environment")


def test_scripts_need_nothing_but_the_standard_library() -> None:
    allowed = {*sys.stdlib_module_names, *NAMES}
    for script in (REPOSITORY / "packaging").glob("*.py"):
        lines = script.read_text(encoding="utf-8").splitlines()
        imported = {line.split()[1].split(".")[0] for line in lines if line.startswith("import ")}
        imported |= {line.split()[1].split(".")[0] for line in lines if line.startswith("from ")}
        assert imported <= allowed, script.name


def test_without_root_the_one_line_to_run_is_told(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "is_root", lambda: False)
    with pytest.raises(SystemExit) as stop:
        system.install([("libnss3",), ("libegl1",)], "Qt needs some system libraries")
    assert "sudo apt-get update && sudo apt-get install -y" in str(stop.value)
    assert "libnss3 libegl1" in str(stop.value)


def test_a_library_that_loads_is_not_missing(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_loads", lambda name: name != "libnss3.so")
    assert system.missing_libraries() == {"libnss3.so": ("libnss3",)}


def test_libraries_for_windows_on_a_screen_are_left_out_without_one(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_loads", lambda name: False)
    monkeypatch.setattr(system, "has_display", lambda: False)
    assert "libxcb-cursor.so.0" not in system.missing_libraries()
    monkeypatch.setattr(system, "has_display", lambda: True)
    assert "libxcb-cursor.so.0" in system.missing_libraries()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_seen_by_its_variable(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not system.has_display()
    monkeypatch.setenv(variable, ":0")
    assert system.has_display()


def test_an_old_python_is_refused_in_plain_words(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(SystemExit, match="Reviewer needs Python"):
        environment.prepare()


def test_other_requirements_are_another_environment(environment: ModuleType) -> None:
    assert environment._fingerprint(["a"]) == environment._fingerprint(["a"])
    assert environment._fingerprint(["a"]) != environment._fingerprint(["a", "b"])


def test_every_dependency_has_a_lower_bound(environment: ModuleType) -> None:
    assert not [line for line in environment.requirements() if ">=" not in line]
