"""Whether the folder that was opened is still the one that stands at its path."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_Identity = tuple[int, int]


class Root:
    """Remembers which folder it was: its device and its number there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._identity = _identity(path)

    def missing(self) -> str:
        """Why the folder cannot be worked in, in plain words; "" where it can.

        An empty folder that stands where another one was is what is left of a
        drive that was taken out, and so it counts as missing too.
        """
        found = _identity(self.path)
        if found is None:
            return f"The folder {self.path} cannot be reached: it was moved or deleted."
        if found != self._identity and _is_empty(self.path):
            return f"The folder {self.path} is empty now: its drive may have been taken out."
        return ""

    def replaced(self) -> bool:
        """Whether another folder stands there since; from now on it is the one."""
        before, self._identity = self._identity, _identity(self.path)
        return before != self._identity


def _identity(path: Path) -> _Identity | None:
    try:
        status = os.stat(path)
        with os.scandir(path):
            return status.st_dev, status.st_ino
    except OSError:
        return None


def _is_empty(path: Path) -> bool:
    try:
        with os.scandir(path) as items:
            return next(items, None) is None
    except OSError:
        return True
