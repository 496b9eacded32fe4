"""Makes one call to the system fail, the k-th, and knows the calls that there are."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = (
    *("open", "write", "fsync", "close", "replace", "unlink", "mkdir", "ftruncate"),
    *("stat", "lstat", "fstat", "chmod", "chown", "listxattr", "scandir"),
)
"""What ``os`` offers of that which saving and journalling use."""
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EINTR)


@dataclass(slots=True)
class Fault:
    """The ``at``-th call fails, or with ``on`` all from then on; counts what it sees."""

    at: int
    error: int
    calls: tuple[str, ...] = CALLS
    on: bool = False
    seen: int = 0
    struck: str = ""

    def strikes(self, name: str) -> bool:
        """Whether this call, the next one, is to fail."""
        self.seen += 1
        strikes = self.seen == self.at or (self.on and self.seen > self.at)
        if strikes and not self.struck:
            self.struck = name
        return strikes


@contextmanager
def failing(fault: Fault) -> Iterator[Fault]:
    """Let calls of ``os`` fail meanwhile as ``fault`` says."""
    real = {name: getattr(os, name) for name in fault.calls if hasattr(os, name)}
    for name, call in real.items():
        setattr(os, name, _failing(name, call, fault))
    try:
        yield fault
    finally:
        for name, call in real.items():
            setattr(os, name, call)


@contextmanager
def short_writes(most: int) -> Iterator[None]:
    """Let the system take at most so many bytes at a time."""
    real = os.write
    os.write = lambda handle, data: real(handle, memoryview(data)[:most])
    try:
        yield
    finally:
        os.write = real


def _failing(name: str, call: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def fail(*args: Any, **options: Any) -> Any:
        if fault.strikes(name):
            if name == "close":  # it is closed all the same, as on Linux
                call(*args, **options)
            raise OSError(fault.error, os.strerror(fault.error), str(args[0]) if args else "")
        return call(*args, **options)

    return fail
