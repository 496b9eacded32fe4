"""The files of one content folder's local history: appended to, and dropped whole when old.

Only whoever holds the lock writes. A crash can leave no more than a torn last
record, which readers skip. Texts are named by their digests; a segment holds
each text once.
"""

from __future__ import annotations

import logging
import os
import time
from contextlib import suppress
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from filelock import FileLock

from reviewer.desk.local_history.record import Version, packed, places, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from reviewer.desk.local_history.limits import Limits

_log = logging.getLogger(__name__)

FULL = 4_000_000
"""Bytes at which a segment is full: what is dropped at once."""
SPAN = 7 * 86_400
"""Seconds that a segment is written to, so that age can drop it before it is full."""
PATIENCE = 10.0
"""Seconds to wait for another Reviewer that writes."""
ENDING = ".texts"


class Segments:
    """The segments in ``folder``, which need not exist before the first text."""

    def __init__(self, folder: Path, full: int = FULL) -> None:
        self._folder = folder
        self._full = full

    def append(self, kept: Iterable[tuple[Version, bytes]]) -> None:
        """Keep texts; raises ``OSError`` (``filelock.Timeout`` is one)."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(self._folder / "lock", timeout=PATIENCE):
            waiting = iter(kept)
            while self._fill(waiting):
                pass

    def versions(self) -> list[Version]:
        """All versions whose records are whole, the oldest first."""
        return [place.version for segment in self._files() for place in places(_bytes_of(segment))]

    def contents(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Texts by their digests; those that are gone or damaged are left out."""
        wanted, found = set(digests), dict[str, bytes]()
        for file in reversed(self._files()):
            segment = _bytes_of(file)
            for place in places(segment):
                digest = place.version.digest
                if digest in wanted and place.length:
                    text = unpacked(segment, place)
                    if text is not None:
                        found[digest] = text
                        wanted.remove(digest)
        return found

    def tidy(self, limits: Limits) -> None:
        """Drop the segments that are too old or too much, the oldest first."""
        files = self._files()[::-1]
        sizes = accumulate(map(_size_of, files))
        oldest = time.time() - limits.seconds
        for file, taken in zip(files, sizes, strict=True):
            if taken > limits.room or _last_written(file) < oldest:
                with suppress(OSError):
                    file.unlink()

    def _fill(self, waiting: Iterator[tuple[Version, bytes]]) -> bool:
        """Write into one segment until it is full; whether there was anything to write."""
        first = next(waiting, None)
        if first is None:
            return False
        file = self._open_segment()
        known = {place.version.digest for place in places(_bytes_of(file)) if place.length}
        records = bytearray()
        for version, data in chain([first], waiting):
            records += packed(version, None if version.digest in known else data)
            known.add(version.digest)
            if len(records) > self._full:
                break
        _add(file, records)
        return True

    def _open_segment(self) -> Path:
        """The segment to go on with, or the name of a new one."""
        files = self._files()
        if files:
            last = files[-1]
            if _size_of(last) < self._full and time.time() - _begun(last) < SPAN:
                return last
        return self._folder / f"{time.time_ns():020d}{ENDING}"

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{ENDING}"))


def _add(file: Path, records: bytes | bytearray) -> None:
    """Add to a segment; what cannot be written to its end is taken back."""
    with file.open("ab", buffering=0) as out:
        begin = out.seek(0, os.SEEK_END)
        left = memoryview(records)
        try:
            while left:
                left = left[out.write(left) :]
        except BaseException:
            with suppress(OSError):
                os.ftruncate(out.fileno(), begin)
            raise


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""  # another Reviewer has dropped it, or it is yet to be begun
    except OSError as error:
        _log.warning("part of the local history cannot be read: %s", error)
        return b""


def _size_of(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_size
    return 0


def _last_written(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0


def _begun(file: Path) -> float:
    try:
        return int(file.stem) / 1e9
    except ValueError:
        return 0.0
