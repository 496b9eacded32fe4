"""The record of one bulk edit: written to disk before any post is, kept for undo.

A batch is one file. It holds every post's old content whole and its new one as
a patch, so that after a crash each post can be taken to either side, and tells
by digests on which side each stands. The file's ending says what is going on:
a batch that ends in ``writing``, ``undoing`` or ``redoing`` while nobody holds
the lock was cut short. Changing the ending is one step on disk.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reviewer.desk.bulk.patch import Patch
from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.desk.bulk.planning import Planned

WRITING, DONE, UNDOING, UNDONE, REDOING = "writing", "done", "undoing", "undone", "redoing"
STATES = (WRITING, DONE, UNDOING, UNDONE, REDOING)
INTERRUPTED = (WRITING, UNDOING, REDOING)
VERSION = 1


class Record(NamedTuple):
    """One post of a batch: its name in the folder, its file, and both contents."""

    path: str
    file: str
    before: str
    after: str
    old: bytes
    patch: Patch

    def digest(self, *, new: bool) -> str:
        """The digest of the new or old content."""
        return self.after if new else self.before

    def content(self, *, new: bool) -> bytes:
        """The new or old content."""
        return self.patch.apply(self.old) if new else self.old


@dataclass(frozen=True, slots=True)
class Batch:
    """A bulk edit that is on record; ``label`` says in plain words what it did."""

    record: Path
    label: str
    count: int

    @property
    def id(self) -> str:
        """Names the batch; later ones sort behind earlier ones."""
        return self.record.stem

    @property
    def state(self) -> str:
        """What is going on: one of ``STATES``."""
        return self.record.suffix[1:]

    @property
    def size(self) -> int:
        """The bytes that the record takes."""
        return self.record.stat().st_size

    def records(self) -> Iterator[Record]:
        """The posts, one by one."""
        with self.record.open("rb") as file:
            file.readline()
            for _ in range(self.count):
                yield _read_record(file)

    def moved_to(self, state: str) -> Batch:
        """The batch in another state, lastingly."""
        record = self.record.with_suffix(f".{state}")
        os.replace(self.record, record)
        storage.flush_folder(record.parent)
        return replace(self, record=record)

    def drop(self) -> None:
        """Forget the batch."""
        with suppress(FileNotFoundError):
            self.record.unlink()
        storage.flush_folder(self.record.parent)


def begin(folder: Path, root: Path, label: str, plan: Iterable[Planned]) -> Batch:
    """Put the changes of a plan on record, flushed to the disk; nothing else is written.

    Raises ``ChangedOnDisk`` where a post is no longer what was planned, and
    ``StorageError`` where it cannot be read or the record cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    unfinished = folder / f"{name}.part"
    try:
        count = _write(unfinished, root, label, plan)
        return Batch(unfinished, label, count).moved_to(WRITING)
    except OSError as error:
        raise storage.explained(error, unfinished) from error
    finally:
        unfinished.unlink(missing_ok=True)


def known(folder: Path) -> list[Batch]:
    """The batches on record, the oldest first."""
    found = sorted(folder.glob("*-*.*")) if folder.is_dir() else []
    records = (record for record in found if record.suffix[1:] in STATES)
    return [batch for record in records if (batch := _opened(record)) is not None]


def sweep(folder: Path) -> None:
    """Take away records that were never finished; only whoever holds the lock may."""
    for record in folder.glob("*-*.part"):
        record.unlink(missing_ok=True)


def _opened(record: Path) -> Batch | None:
    """The batch on record; ``None`` for a file that another version or hand has written."""
    try:
        with record.open("rb") as file:
            head = json.loads(file.readline())
        if head["version"] != VERSION:
            return None
        return Batch(record, head["label"], _count_at_end(record))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _count_at_end(record: Path) -> int:
    with record.open("rb") as file:
        file.seek(-min(record.stat().st_size, 100), os.SEEK_END)
        return int(json.loads(file.read().rpartition(b"\n\n")[2])["count"])


def _write(record: Path, root: Path, label: str, plan: Iterable[Planned]) -> int:
    seen: set[str] = set()
    with record.open("xb") as file:
        os.chmod(record, 0o600)
        _write_line(file, {"version": VERSION, "root": str(root), "label": label})
        for planned in plan:
            target = _target(root, planned.path)
            if target not in seen:  # else a symbolic link leads to a post that is there already
                seen.add(target)
                _write_record(file, target, planned)
        file.write(b"\n\n")
        _write_line(file, {"count": len(seen)})
        file.flush()
        os.fsync(file.fileno())
    return len(seen)


def _target(root: Path, path: str) -> str:
    """The file itself: a symbolic link is written through."""
    file = os.path.join(root, path)
    return os.path.realpath(file) if os.path.islink(file) else file


def _write_record(file: BinaryIO, target: str, planned: Planned) -> None:
    stored = storage.read(Path(target))
    if stored.digest != planned.digest or planned.patch is None:
        raise storage.ChangedOnDisk(Path(target), stored)
    head, tail, text = planned.patch
    after = sha256(planned.patch.apply(stored.data)).hexdigest()
    sizes = {"old": len(stored.data), "text": len(text), "head": head, "tail": tail}
    places = {"path": planned.path, "file": target}
    _write_line(file, {**places, "before": stored.digest, "after": after, **sizes})
    file.write(stored.data)
    file.write(text)


def _read_record(file: BinaryIO) -> Record:
    head = json.loads(file.readline())
    old, text = file.read(head["old"]), file.read(head["text"])
    patch = Patch(head["head"], head["tail"], text)
    return Record(head["path"], head["file"], head["before"], head["after"], old, patch)


def _write_line(file: BinaryIO, values: dict[str, object]) -> None:
    # Escaped, so that file names that are no UTF-8 survive as well.
    file.write(json.dumps(values).encode("ascii") + b"\n")
