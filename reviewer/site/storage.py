"""Files on disk: read whole, written whole or not at all, and never over other people's work.

A save compares what stands on disk with what was read, by content and not by
time; writes a temporary file beside the target, flushes it to the disk, looks
once more under a lock that all Reviewers share, and puts it in the target's
place in one step. Whatever goes wrong on the way leaves the target as it was
and no temporary file behind.
"""

from __future__ import annotations

import errno
import logging
import os
import re
import secrets
import stat
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from reviewer.errors import ReviewerError, Where
from reviewer.site.save_lock import only_save

_log = logging.getLogger(__name__)

LARGEST = 10_000_000
"""Bytes of a post that is opened; the longest known of a real one has 303,245."""
LEFT_OVER = 10.0
"""Seconds after which nobody writes a temporary file any more; it takes milliseconds."""
_TEMPORARY = re.compile(r"\.reviewer-[0-9a-f]{12}\.tmp")
_NEW: int = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Free some space and save again."),
    errno.EDQUOT: ("Your share of the disk is full.", "Free some space and save again."),
    errno.EROFS: ("This disk is read-only.", "Save elsewhere."),
    errno.EACCES: ("There is no permission to do this here.", "Check the rights of the file."),
    errno.EPERM: ("There is no permission to do this here.", "Check the rights of the file."),
    errno.ENOENT: ("The file or its folder is gone.", "It may have been moved or deleted."),
    errno.ENOTDIR: ("The folder is gone: a file stands in its place.", ""),
    errno.EISDIR: ("A folder stands where the file should be.", ""),
    errno.ENAMETOOLONG: ("The file name is too long for this disk.", "Choose a shorter one."),
    errno.ENODEV: ("This is no ordinary file, but a device, a pipe or a socket.", ""),
    errno.ELOOP: ("This symbolic link leads round in circles.", ""),
    errno.EFBIG: ("The file is larger than it may be here.", "Save elsewhere."),
    errno.EINTR: ("The system interrupted this.", "Save again."),
    errno.ETIMEDOUT: ("Another Reviewer is saving here and does not finish.", "Save again."),
    errno.ENOLCK: ("The system has no file locks to give here.", ""),
    errno.EIO: ("The disk does not answer properly.", "Check it, and save elsewhere."),
}


@dataclass(frozen=True, slots=True)
class Stored:
    """What stands in a file, and a digest by which to know it again."""

    data: bytes
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Stored:
        """The content with its digest."""
        return cls(data, sha256(data).hexdigest())


class StorageError(ReviewerError):
    """A file could not be read or written; ``where`` names it."""


class ChangedOnDisk(ReviewerError):
    """The file is not what was read; ``theirs`` is what stands there now, if anything."""

    def __init__(self, path: Path, theirs: Stored | None) -> None:
        what = "The file has been changed by another program." if theirs else "The file is gone."
        super().__init__(what, where=Where(path), remedy="Nothing has been written.")
        self.theirs = theirs


def read(path: Path) -> Stored:
    """The content of a file; raises ``StorageError``."""
    try:
        return Stored.of(content_of(path))
    except OSError as error:
        raise explained(error, path) from error


def read_post(path: Path) -> Stored:
    """The content of a file that somebody may have written; raises ``StorageError``."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise explained(error, path) from error
    if size > LARGEST:
        what = f"This file is too large to be opened as a post ({size / 1e6:,.0f} MB)."
        raise StorageError(what, where=Where(path), remedy="It is left as it is.")
    return read(path)


def save(path: Path, data: bytes, expected: str | None) -> Stored:
    """Write a file, all or nothing, if its content still has the digest ``expected``.

    ``None`` expects that there is no file. A symbolic link is written through;
    mode, owner and extended attributes stay. Raises ``ChangedOnDisk`` or
    ``StorageError``; the file is then as it was.
    """
    try:
        target = Path(os.path.realpath(path))
        if _is_there(target, expected, path) and expected == Stored.of(data).digest:
            return Stored.of(data)
        _replace(target, data, expected, path)
    except OSError as error:
        raise explained(error, path) from error
    flush_folder(target.parent)
    return Stored.of(data)


def keep_both(path: Path, data: bytes) -> Path:
    """Write beside ``path``, as ``name (mine).md`` or the next free name; returns its path."""
    names = (f" {number}" if number > 1 else "" for number in count(1))
    while True:
        beside = path.with_name(f"{path.stem} (mine{next(names)}){path.suffix}")
        if os.path.islink(beside):  # it may lead to a file elsewhere that is yet to be made
            continue
        with suppress(ChangedOnDisk):
            save(beside, data, None)
            return beside


def content_of(path: Path) -> bytes:
    """The bytes of an ordinary file: a pipe would never end, and a device must not be replaced."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))
    return path.read_bytes()


def _is_there(target: Path, expected: str | None, shown: Path) -> bool:
    """Whether the file exists; raises ``ChangedOnDisk`` where it is not what is expected."""
    try:
        found = Stored.of(content_of(target))
    except FileNotFoundError:
        found = None
    if (found.digest if found else None) != expected:
        raise ChangedOnDisk(shown, found)
    return found is not None


def _replace(target: Path, data: bytes, expected: str | None, shown: Path) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    # A short name of its own: the target's may be as long as the disk allows.
    temporary = target.with_name(f".reviewer-{secrets.token_hex(6)}.tmp")
    try:
        _write(temporary, data)
        if target.exists():
            take_on(temporary, target)
        with only_save(target):
            # Once more, since writing may have taken a while.
            _is_there(target, expected, shown)
            os.replace(temporary, target)
    except BaseException:
        _remove(temporary)
        raise


def _remove(temporary: Path) -> None:
    # A second time, for a system that was only interrupted.
    for _ in range(2):
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
            return


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, _NEW, 0o666)
    try:
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write ``data`` to the end, however little the system takes at a time."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def take_on(path: Path | str, model: Path | str) -> None:
    """Give ``path`` the mode, owner and extended attributes of ``model``."""
    status, own = os.stat(model), os.stat(path)
    if sys.platform != "win32" and (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        with suppress(PermissionError):
            os.chown(path, status.st_uid, status.st_gid)
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(model):
                _take_on_attribute(path, model, name)
    # Last, since a change of owner takes away the set-uid bits.
    os.chmod(path, stat.S_IMODE(status.st_mode))


def _take_on_attribute(path: Path | str, model: Path | str, name: str) -> None:
    # One that only the system may set must not keep the others from being set.
    with suppress(OSError):
        os.setxattr(path, name, os.getxattr(model, name))


def remove_left_over(folder: Path) -> None:
    """Take away what a process left that was killed while it saved a post in ``folder``."""
    for file in folder.glob(".reviewer-*.tmp"):
        with suppress(OSError):
            is_old = time.time() - file.stat().st_mtime > LEFT_OVER
            if is_old and _TEMPORARY.fullmatch(file.name):
                file.unlink()


def flush_folder(folder: Path) -> None:
    """Make the renaming last through a power cut; the file itself is safe already."""
    if sys.platform == "win32":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        _log.warning("could not flush the folder %s: %s", folder, error)


def explained(error: OSError, path: Path) -> StorageError:
    reason = (f"{error.strerror or error}.", "")
    what, remedy = _REASONS.get(error.errno or 0, reason)
    return StorageError(what, where=Where(path), remedy=remedy)
