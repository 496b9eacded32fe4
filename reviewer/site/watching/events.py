"""The system's events of changed files, from folders that are named one by one.

Not a whole tree: the watches that a system grants are limited, and a site's
``node_modules`` or built pages would use them up and make much noise for nothing.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Protocol

from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

GATHERED = 400
"""Milliseconds for which changes are put together at most; half of that is soon enough to see."""
QUIET = 50
"""Milliseconds without any change after which those so far are told."""

_LIMITS = {errno.ENOSPC, errno.EMFILE, errno.ENFILE}


class NoEvents(Exception):
    """The system tells of no changes here; the text says why, in plain words."""


class Events(Protocol):
    """Changes in some folders, but not in the folders below them."""

    def wait(self, milliseconds: int) -> set[str]:
        """Absolute paths of what changed; none where nothing did. Raises ``NoEvents``."""
        ...

    def close(self) -> None:
        """Give the watches back."""
        ...


class SystemEvents:
    """What the system itself tells, until ``stopped`` is set."""

    def __init__(self, folders: Sequence[str], stopped: Event) -> None:
        self._stopped = stopped
        try:
            self._notify = RustNotify(list(folders), False, False, 0, False, True)
        except FileNotFoundError:
            raise
        except (OSError, WatchfilesRustInternalError) as error:
            raise NoEvents(_reason(error)) from error

    def wait(self, milliseconds: int) -> set[str]:
        """Absolute paths of what changed."""
        try:
            found = self._notify.watch(GATHERED, QUIET, milliseconds, self._stopped)
        except (OSError, WatchfilesRustInternalError) as error:
            raise NoEvents(_reason(error)) from error
        return set() if isinstance(found, str) else {path for _kind, path in found}

    def close(self) -> None:
        """Give the watches back."""
        self._notify.close()


def _reason(error: Exception) -> str:
    text = str(error)
    if getattr(error, "errno", None) in _LIMITS or "limit" in text:
        return "the system's limit on watched folders is reached"
    return f"the system does not watch this folder ({text})"
