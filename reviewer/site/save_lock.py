"""Lets one save at a time come to the file that it is about to replace.

A save looks at what stands on disk and then puts another file in its place;
between the two another Reviewer could do the same, and its work would be gone.
The lock is the operating system's own, on a file in the user's state folder: it
goes with the process that holds it, however that ends, and no file appears
beside the posts. Where there can be no lock (a state folder that cannot be
written, a disk without locks) a save goes on without, and has looked twice.
"""

from __future__ import annotations

import errno
import logging
import os
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from platformdirs import user_state_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import BaseFileLock

_log = logging.getLogger(__name__)

PATIENCE = 20.0
"""Seconds to wait for other saves, each of which takes some milliseconds."""
_POLL = 0.002


@contextmanager
def only_save(target: str | Path) -> Iterator[None]:
    """Hold the lock of the file at ``target``, a path without symbolic links.

    Raises ``TimeoutError`` where another process does not let go of it.
    """
    lock = _acquired(lock_file(target))
    try:
        yield
    finally:
        if lock is not None:
            _release(lock)


def lock_file(target: str | Path) -> Path:
    """The file that is locked; a few hundred serve all posts, so that they do not pile up."""
    state = user_state_path("reviewer", appauthor=False)
    return state / "locks" / f"{sha256(os.fsencode(target)).hexdigest()[:2]}.lock"


def _acquired(file: Path) -> BaseFileLock | None:
    # A soft lock, which is a mere file, would stand in the way for ever after a crash.
    lock = FileLock(file, timeout=PATIENCE, poll_interval=_POLL, fallback_to_soft=False)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire()
    except Timeout as error:
        raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(file)) from error
    except (OSError, NotImplementedError) as error:
        _log.warning("saving without a lock: %s", error)
        return None
    return lock


def _release(lock: BaseFileLock) -> None:
    try:
        lock.release()
    except OSError as error:
        # What was saved is saved; the system lets go of the lock with the process at the latest.
        _log.warning("could not release a lock: %s", error)
