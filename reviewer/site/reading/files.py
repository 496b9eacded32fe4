"""Reads the bytes of one file with the stamp by which to know it again, in few system calls."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

LARGEST = 20_000_000
"""Bytes beyond which a file is no post but something that bears its ending."""

_FLAGS = os.O_RDONLY
for _name in ("O_CLOEXEC", "O_BINARY", "O_NONBLOCK"):  # the last so that no pipe is waited for
    _FLAGS |= getattr(os, _name, 0)


class Content(NamedTuple):
    """What a file holds, and its stamp; ``problem`` says in plain words why it was not read."""

    data: bytes = b""
    size: int = 0
    mtime_ns: int = 0
    inode: int = 0
    problem: str = ""


def read_content(path: str) -> Content:
    """The file at ``path``; nothing is raised for one that cannot be read."""
    try:
        handle = os.open(path, _FLAGS)
        try:
            return _content(handle)
        finally:
            os.close(handle)
    except OSError as error:
        return Content(problem=f"The file cannot be read: {error.strerror}.")


def _content(handle: int) -> Content:
    status = os.fstat(handle)
    if stat.S_ISFIFO(status.st_mode):
        return Content(problem="This is a pipe, not a file.")
    data = _read(handle, status.st_size)
    stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
    if len(data) > LARGEST:
        return Content(b"", *stamp, "The file is too large for a post.")
    return Content(data, *stamp)


def _read(handle: int, size: int) -> bytes:
    """All that can be read, and no more than a byte over the limit."""
    data = os.read(handle, min(size, LARGEST) + 1)
    if len(data) == size and size:
        return data  # one byte more was asked for, so this was the end
    parts = [data]
    left = LARGEST + 1 - len(data)
    while left > 0 and (data := os.read(handle, min(left, 1_000_000))):
        parts.append(data)
        left -= len(data)
    return b"".join(parts)
