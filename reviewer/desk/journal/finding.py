"""Finds the journals that dead processes left, and takes them off piece by piece."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.desk.journal.frames import packed, unpacked
from reviewer.desk.journal.ledger import ENDING, Ledger, lock_of, locked
from reviewer.desk.journal.work import Left, gone_record, left_by
from reviewer.errors import ReviewerError
from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reviewer.desk.journal.work import Place

_log = logging.getLogger(__name__)


class Found:
    """The journal of a process that is no more; nobody else has it meanwhile."""

    def __init__(self, ledger: Ledger, left: Left) -> None:
        self._ledger = ledger
        self.kept = left.kept
        self.works = left.works

    def settle(self, places: Iterable[Place]) -> None:
        """Take posts off the record: they are restored, or nobody wants them.

        Raises ``OSError``; they are then offered once more by the next start.
        """
        gone = set(places)
        self.works = tuple(work for work in self.works if work.place not in gone)
        if self.works:
            self._ledger.append(b"".join(packed(gone_record(place)) for place in sorted(gone)))
        else:
            self._ledger.remove()

    def release(self) -> None:
        """Leave what is still on record to the next start."""
        self._ledger.release()


def claim(folder: Path) -> list[Found]:
    """All journals in ``folder`` that no living process writes, with something in them."""
    return list(_claimed(folder)) if folder.is_dir() else []


def _claimed(folder: Path) -> Iterator[Found]:
    for file in sorted(folder.glob(f"*{ENDING}")):
        try:
            found = _claim(file)
        except OSError as error:
            _log.warning("could not look into the journal %s: %s", file, error)
            continue
        if found is not None:
            yield found


def _claim(file: Path) -> Found | None:
    lock = locked(file)
    if lock is None:
        return None
    ledger = Ledger(file).adopt(lock)
    try:
        if not file.exists():  # taken and settled by another since it was listed
            lock_of(file).unlink(missing_ok=True)
            ledger.release()
            return None
        left = _left_in(file)
        if not left.works:
            ledger.remove()
            return None
    except OSError:
        ledger.release()
        raise
    return Found(ledger, left)


def _left_in(file: Path) -> Left:
    return left_by(unpacked(file.read_bytes()), _on_disk)


def _on_disk(place: Place, digest: str) -> bytes | None:
    """The file, if nobody changed it: then it is the base that was lost."""
    try:
        stored = storage.read(Path(place.root) / place.path)
    except ReviewerError:
        return None
    return stored.data if stored.digest == digest else None
