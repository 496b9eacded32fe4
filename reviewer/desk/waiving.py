"""Accepting findings: one in one post, with a reason, or all that a folder has had for long.

What is written lies in the folder's ``.reviewer/``, so that Git shares it.
"""

from __future__ import annotations

import getpass
import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from reviewer.checks import baseline, waivers
from reviewer.site import storage

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.checks.waivers import Waiver

PATIENCE = 5.0
"""Seconds that Git has to say who works here."""


def author(root: Path) -> str:
    """Who works here: as Git calls them in this folder, else as the system does."""
    git = shutil.which("git")
    if git is not None:
        with suppress(OSError, subprocess.TimeoutExpired):
            told = subprocess.run(
                [git, "-C", str(root), "config", "user.name"],
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
            name = told.stdout.decode("utf-8", "replace").strip()
            if name:
                return name
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        return ""


def accept(root: Path, waiver: Waiver) -> None:
    """Keep a waiver; raises ``StorageError``."""
    _put(root / waiver.file, waiver.text())


def take_back(root: Path, waiver: Waiver) -> None:
    """Forget a waiver, and folders that are empty without it; raises ``StorageError``."""
    path = root / waiver.file
    _remove(path)
    top = root / waivers.FOLDER
    for folder in path.parents:
        if folder == top.parent:
            return
        with suppress(OSError):  # it holds other waivers
            folder.rmdir()


def begin_baseline(root: Path, text: str) -> None:
    """Count only new findings from now on; raises ``StorageError``."""
    _put(root / baseline.FILE, text)


def end_baseline(root: Path) -> None:
    """Count all findings again; raises ``StorageError``."""
    _remove(root / baseline.FILE)


def _put(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage.explained(error, path) from error
    before = storage.read(path).digest if path.exists() else None
    storage.save(path, text.encode(), before)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise storage.explained(error, path) from error
