"""What holds for every test: a private environment, and which rooms need Qt."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.isolation import isolate, remove

HERE = Path(__file__).parent
QT_ROOMS = ("ui", "e2e")
HAS_QT = find_spec("PySide6") is not None and find_spec("pytestqt") is not None

# Warnings of Qt that say nothing about Reviewer; all others fail the test.
HARMLESS_QT_WARNINGS = (
    # The offscreen platform has no window manager and no real screen.
    r"This plugin does not support",
    # Software rendering is what these tests ask for.
    r"QRhiGles2: Failed to create",
    r"Failed to create RHI for backend",
    r"QVulkanInstance: Failed to initialize Vulkan",
    r"GBM is not supported with the current configuration",
    r"GPUInfo not initialized",
    r"Unable to detect GPU vendor",
    # Said once as root, where Chromium cannot keep its sandbox.
    r"Sandboxing disabled by user",
)

collect_ignore = [] if HAS_QT else list(QT_ROOMS)

# At import, since Qt reads the environment when the first plugin touches it.
_private = isolate()

# Two cores shared with other work: a deadline per example would only flicker.
settings.register_profile("search", deadline=None, print_blob=True)
# CI judges a change, so it tries the same examples each time; the search for
# new ones goes on wherever somebody works on the code.
settings.register_profile("judge", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("judge" if "CI" in os.environ else "search")


def pytest_report_header() -> str:
    """Say it when the window's tests are left out."""
    return "Qt: " + ("present" if HAS_QT else "absent, so tests/ui and tests/e2e are left out")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let unexpected Qt warnings fail the tests of the window.

    By marks, since pytest-qt's settings in pyproject.toml would be unknown, and
    so an error, where the unit tests run without it.
    """
    rooms = tuple(HERE / name for name in QT_ROOMS)
    for item in items:
        if any(item.path.is_relative_to(room) for room in rooms):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS_QT_WARNINGS))


def pytest_unconfigure() -> None:
    """Leave nothing behind in the machine's temporary folder."""
    remove(_private)
