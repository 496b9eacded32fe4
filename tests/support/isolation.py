"""Keeps a test run away from the user's settings, caches and screen.

Everything here works through environment variables, so that it holds for child
processes as well, and is in place before anything imports Qt.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

PRIVATE_FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "TMPDIR": "tmp",
}


def isolate() -> Path:
    """Point home, settings, caches and temporary files into a new folder; returns it."""
    _keep_shared_places()
    root = Path(tempfile.mkdtemp(prefix="reviewer-tests-"))
    for variable, name in PRIVATE_FOLDERS.items():
        folder = root / name
        folder.mkdir(mode=0o700)
        os.environ[variable] = str(folder)
    tempfile.tempdir = None
    _go_off_screen()
    return root


def remove(root: Path) -> None:
    """Take away what ``isolate`` made."""
    shutil.rmtree(root, ignore_errors=True)


def _keep_shared_places() -> None:
    # These are found through HOME and TMPDIR, yet are meant to outlive one run.
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    os.environ.setdefault("REVIEWER_CORPORA", str(cache / "reviewer-corpora"))
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())


def _go_off_screen() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--disable-gpu"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to start as root with its sandbox on.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
