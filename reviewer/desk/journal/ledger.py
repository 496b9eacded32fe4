"""The file of one journal: appended to, rewritten when it has grown, and locked while in use.

The lock is the operating system's, so that it tells for certain whether the
process that writes here is still alive. Everything raises ``OSError``.
"""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from reviewer.site import storage

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

ENDING = ".journal"
_PATIENCE = 5.0
_OPEN: int = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def new_file(folder: Path) -> Path:
    """Where a new journal goes."""
    return folder / f"{secrets.token_hex(8)}{ENDING}"


def lock_of(file: Path) -> Path:
    """The lock of the journal at ``file``."""
    return file.with_suffix(".lock")


def locked(file: Path, patience: float = 0) -> BaseFileLock | None:
    """The lock of the journal at ``file``, or nothing where a living process holds it."""
    lock = FileLock(lock_of(file), patience, 0o600, thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    except NotImplementedError as error:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(file)) from error
    return lock


class Ledger:
    """One journal on disk; nothing is there before the first ``append``."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.size = 0
        self._handle = -1
        self._lock: BaseFileLock | None = None

    def append(self, data: bytes) -> None:
        """Write to the end, and wait until it is on the disk."""
        self._open()
        try:
            storage.write_all(self._handle, data)
            os.fsync(self._handle)
        except OSError:
            self._cut()
            raise
        self.size += len(data)

    def rewrite(self, data: bytes) -> None:
        """Have nothing but ``data``: the whole of it, or still all that was there."""
        self._open()
        temporary = self.file.with_suffix(".new")
        try:
            handle = os.open(temporary, _OPEN | os.O_TRUNC, 0o600)
            try:
                storage.write_all(handle, data)
                os.fsync(handle)
            finally:
                os.close(handle)
            self._close()
            os.replace(temporary, self.file)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        storage.flush_folder(self.file.parent)
        self.size = len(data)

    def empty(self) -> None:
        """Have nothing; even a full disk allows that."""
        if self._handle < 0 and not self.file.exists():
            return
        self._open()
        os.ftruncate(self._handle, 0)
        os.fsync(self._handle)
        self.size = 0

    def remove(self) -> None:
        """Take the journal away, and let go of it."""
        try:
            self._close()
            self.file.unlink(missing_ok=True)
            lock_of(self.file).unlink(missing_ok=True)
        finally:
            self.release()

    def put_down(self) -> None:
        """Open the file anew the next time; it stays locked."""
        with suppress(OSError):
            self._close()

    def release(self) -> None:
        """Leave the journal to whoever comes next."""
        lock, self._lock = self._lock, None
        try:
            self._close()
        finally:
            if lock is not None:
                lock.release()

    def adopt(self, lock: BaseFileLock) -> Ledger:
        """Go on in a journal that the caller has locked."""
        self._lock = lock
        return self

    def _open(self) -> None:
        if self._handle >= 0 and os.fstat(self._handle).st_nlink:
            return
        self._close()
        if self._lock is None:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = locked(self.file, _PATIENCE)
        if self._lock is None:
            raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT), str(self.file))
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._handle = os.open(self.file, _OPEN, 0o600)
        self.size = os.fstat(self._handle).st_size

    def _cut(self) -> None:
        # Readers skip what is torn; this only gives a full disk its bytes back.
        with suppress(OSError):
            os.ftruncate(self._handle, self.size)

    def _close(self) -> None:
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)
