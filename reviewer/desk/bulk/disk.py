"""The steps in which the files of a batch reach the disk, each on its own.

Flushing is what takes the time. All files are written beside their targets
before the first target is touched: then the flushes of many files can wait
together (the disk groups them), and the commonest failure, a full disk, shows
while every post is still as it was.
"""

from __future__ import annotations

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path

from reviewer.site import storage

BLOCK = 1 << 20
_BINARY: int = getattr(os, "O_BINARY", 0)
# A pipe would let its reader wait for ever; a link in a file's place is not that file.
_SURE: int = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_OLD = os.O_RDONLY | _BINARY | _SURE
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_NO_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EISDIR)
"""Errors that tell of nothing, or of something else, where a file was."""


class Disk:
    """What a transaction does to files; raises ``OSError``."""

    def write(self, temporary: str, data: bytes, model: str) -> int:
        """Write a new file that has the mode, owner and attributes of ``model``.

        Returns its handle, which ``flush`` closes.
        """
        handle = os.open(temporary, _NEW, 0o600)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
            storage.take_on(temporary, model)
        except BaseException:
            os.close(handle)
            raise
        return handle

    def flush(self, handle: int) -> None:
        """Wait until what was written is on the disk."""
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def digest(self, file: str) -> str:
        """What an ordinary file holds; nothing where there is none."""
        try:
            handle = os.open(file, _OLD)
        except OSError as error:
            if error.errno in _NO_FILE:
                return ""
            raise
        try:
            return _digest(handle) if stat.S_ISREG(os.fstat(handle).st_mode) else ""
        finally:
            os.close(handle)

    def replace(self, temporary: str, target: str) -> None:
        """Put a file in the place of another in one step."""
        os.replace(temporary, target)

    def remove(self, temporary: str) -> None:
        """Take away a file, if it is there."""
        Path(temporary).unlink(missing_ok=True)

    def flush_folder(self, folder: str) -> None:
        """Make the replacing in a folder last."""
        storage.flush_folder(Path(folder))


def _digest(handle: int) -> str:
    found = sha256()
    while block := os.read(handle, BLOCK):
        found.update(block)
    return found.hexdigest()
