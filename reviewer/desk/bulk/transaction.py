"""All files of a batch taken to one side, the new contents or the old, or none of them.

First every content is written to a temporary file beside its target and flushed;
then each target is looked at once more and replaced. Whatever goes wrong on the
way, or when the user cancels, the files that were replaced are put back.
"""

from __future__ import annotations

import errno
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Semaphore
from typing import TYPE_CHECKING

from reviewer.desk.bulk.disk import Disk
from reviewer.errors import ReviewerError
from reviewer.site import storage
from reviewer.site.save_lock import only_save
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reviewer.desk.bulk.batch import Batch, Record

THREADS = 8
"""Waiting for the disk takes no processor: so many flushes are under way at once."""
CHUNK = 16
"""Files that a thread holds open until they are flushed together."""
AHEAD = 4 * THREADS
"""How many chunks may be under way, so that a large batch does not fill the memory."""
STEPS = 1000
"""How often at most a run tells how far it is: whoever paints that must not hold it up."""


class Cancelled(Exception):
    """The user does not want it any more; all files are as they were."""


class NotPutBack(ReviewerError):
    """Some files could be neither finished nor put back; ``paths`` names them."""

    def __init__(self, cause: str, paths: tuple[str, ...]) -> None:
        super().__init__(
            f"{cause} Some files could not be put back: {', '.join(paths[:5])}"
            + (f" and {len(paths) - 5} more." if len(paths) > 5 else "."),
            remedy="Their old contents are kept. Reviewer offers to put them back when it opens "
            "the folder; so does: reviewer edit --undo FOLDER",
        )
        self.paths = paths


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many files were written, and which were left since others had changed them."""

    written: int
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file that waits beside its target."""

    index: int
    path: str
    target: str
    temporary: str
    expected: str


class Transaction:
    """One batch taken to one side.

    With ``strict`` a file that is at neither side stops it all; otherwise such
    files are left as they are and named. Files that are there already stay.
    """

    def __init__(
        self, batch: Batch, *, new: bool, strict: bool = False, disk: Disk | None = None
    ) -> None:
        self._batch = batch
        self._new = new
        self._strict = strict
        self._disk = disk or Disk()
        self._replaced: list[_Staged] = []
        self._left: list[str] = []
        # An executor that is interrupted while it starts a thread does not know that thread.
        self._berths = Semaphore(THREADS)
        self.is_put_back = False
        """Whether a run that failed has left all files as they were."""

    def run(
        self,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = never,
    ) -> Outcome:
        """Write all files; raises ``ReviewerError`` or ``Cancelled`` with all put back.

        ``progress(done, total)`` counts a file once when it is written beside
        its target, and once when it is in its place. Raises ``NotPutBack``
        where even putting back failed.
        """
        meter = _Meter(progress, 2 * self._batch.count, cancelled)
        try:
            staged = self._stage(meter)
            self._swap(staged, meter)
        except BaseException as error:
            self._put_back(error)
            self.is_put_back = True
            raise
        return Outcome(len(self._replaced), tuple(self._left))

    # Writing beside the targets

    def _stage(self, meter: _Meter) -> list[_Staged]:
        """All new contents in temporary files, flushed."""
        staged: list[_Staged] = []
        pending: deque[Future[list[_Staged]]] = deque()
        with ThreadPoolExecutor(THREADS) as pool:
            try:
                for chunk in _chunks(enumerate(self._batch.records())):
                    meter.check()
                    pending.append(pool.submit(self._write_chunk, chunk))
                    if len(pending) >= AHEAD:
                        staged += _taken(pending, meter)
                while pending:
                    staged += _taken(pending, meter)
            finally:
                pool.shutdown(cancel_futures=True)
        return staged

    def _write_chunk(self, chunk: Sequence[tuple[int, Record]]) -> list[_Staged]:
        written: list[_Staged] = []
        if not self._berths.acquire(blocking=False):
            return written  # too late: all is being put back
        with ExitStack() as handles:
            handles.callback(self._berths.release)
            for index, record in chunk:
                with _named(record.file):
                    if (staged := self._written(index, record, handles)) is not None:
                        written.append(staged)
        return written

    def _written(self, index: int, record: Record, handles: ExitStack) -> _Staged | None:
        """The content beside its target, unless the file needs none or is not ours.

        It is flushed when ``handles`` are closed, all of a chunk together.
        """
        found = self._disk.digest(record.file)
        if found == record.digest(new=self._new):
            return None
        expected = record.digest(new=not self._new)
        if found != expected:
            self._leave(record.path, record.file)
            return None
        _refuse_read_only(record.file)
        temporary = temporary_of(self._batch, index, record.file)
        handle = self._disk.write(temporary, record.content(new=self._new), record.file)
        handles.callback(self._flush, handle, record.file)
        return _Staged(index, record.path, record.file, temporary, expected)

    def _flush(self, handle: int, file: str) -> None:
        with _named(file):
            self._disk.flush(handle)

    # Putting in place

    def _swap(self, staged: list[_Staged], meter: _Meter) -> None:
        for one in staged:
            meter.check()
            with _named(one.target), only_save(one.target):
                # Once more, since writing may have taken a while.
                if self._disk.digest(one.target) != one.expected:
                    self._leave(one.path, one.target)
                    self._disk.remove(one.temporary)
                    continue
                self._replaced.append(one)
                self._disk.replace(one.temporary, one.target)
            meter.add(1)
        self._flush_folders()

    def _flush_folders(self) -> None:
        for folder in {os.path.dirname(one.target) for one in self._replaced}:
            self._disk.flush_folder(folder)

    def _leave(self, path: str, file: str) -> None:
        if self._strict:
            raise storage.ChangedOnDisk(Path(file), _theirs(file))
        self._left.append(path)

    # Putting back

    def _put_back(self, error: BaseException) -> None:
        """All files as they were before this run; no temporary file stays."""
        for _ in range(THREADS):
            self._berths.acquire()
        remove_temporaries(self._batch, self._disk)
        replaced = {one.index for one in self._replaced}
        lost: list[str] = []
        records = self._batch.records() if replaced else iter(())
        for index, record in enumerate(records):
            if index in replaced:
                try:
                    self._restore(index, record)
                except OSError:
                    lost.append(record.path)
        self._flush_folders()
        if lost:
            raise NotPutBack(_cause(error), tuple(lost)) from error

    def _restore(self, index: int, record: Record) -> None:
        """One file as it was, unless somebody else has written it since."""
        if self._disk.digest(record.file) != record.digest(new=self._new):
            return
        temporary = temporary_of(self._batch, index, record.file)
        try:
            content = record.content(new=not self._new)
            self._disk.flush(self._disk.write(temporary, content, record.file))
            self._disk.replace(temporary, record.file)
        except OSError:
            with suppress(OSError):
                self._disk.remove(temporary)
            raise


def temporary_of(batch: Batch, index: int, target: str) -> str:
    """The temporary file of one post: its name is known without looking."""
    return os.path.join(os.path.dirname(target), f".reviewer-{batch.id[-8:]}-{index}.tmp")


def remove_temporaries(batch: Batch, disk: Disk) -> None:
    """Take away what a run that was cut short left beside its targets."""
    for index, record in enumerate(batch.records()):
        with suppress(OSError):
            disk.remove(temporary_of(batch, index, record.file))


class _Meter:
    """Counts what has been done, and asks whether to go on."""

    def __init__(
        self, progress: Callable[[int, int], None], total: int, cancelled: Callable[[], bool]
    ) -> None:
        self._progress = progress
        self._total = total
        self._cancelled = cancelled
        self._done = 0
        self._told = 0

    def add(self, number: int) -> None:
        self._done += number
        if self._done == self._total or (self._done - self._told) * STEPS >= self._total:
            self._told = self._done
            self._progress(self._done, self._total)

    def check(self) -> None:
        if self._cancelled():
            raise Cancelled


def _chunks(records: Iterator[tuple[int, Record]]) -> Iterator[list[tuple[int, Record]]]:
    while chunk := list(islice(records, CHUNK)):
        yield chunk


def _taken(pending: deque[Future[list[_Staged]]], meter: _Meter) -> list[_Staged]:
    staged = pending.popleft().result()
    meter.add(len(staged))
    return staged


@contextmanager
def _named(file: str) -> Iterator[None]:
    """Say in plain words which file an error of the system is about."""
    try:
        yield
    except OSError as error:
        raise storage.explained(error, Path(file)) from error


def _refuse_read_only(file: str) -> None:
    if not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)


def _theirs(file: str) -> storage.Stored | None:
    with suppress(storage.StorageError):
        return storage.read(Path(file))
    return None


def _cause(error: BaseException) -> str:
    return error.what if isinstance(error, ReviewerError) else "The change was stopped."
