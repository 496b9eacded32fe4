"""What a journal has to say at any moment, and how much of it is written already."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.journal.frames import Record, packed
from reviewer.desk.journal.ledger import Ledger, new_file
from reviewer.desk.journal.work import (
    Work,
    base_record,
    digest_of,
    gone_record,
    kept_record,
    text_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from reviewer.desk.journal.work import Place
    from reviewer.document.post import Post

_log = logging.getLogger(__name__)

ROOM = 4_000_000
"""Bytes from which a journal is rewritten, if most of them are out of date."""
SPARE = 4
"""So many times what is needed makes most of a journal out of date."""
REPEAT = 32
"""After so many texts their base is written again, lest foreign bytes hit the only one."""


@dataclass(frozen=True, slots=True)
class Note:
    """A post as it is, and as it is on disk."""

    saved: Post
    now: Post
    title: str
    time: float

    @property
    def is_clean(self) -> bool:
        """Whether nothing is unsaved."""
        return (self.saved.text, self.saved.encoding) == (self.now.text, self.now.encoding)


@dataclass(slots=True)
class _Live:
    """What is unsaved of a post; ``written``: how many texts stand on the base on disk."""

    base: bytes
    work: Work
    written: int = 0
    due: bool = True


class Pages:
    """The journal of one window, for one thread. Writing raises ``OSError``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ledger = Ledger(new_file(folder))
        self._live: dict[Place, _Live] = {}
        self._gone: set[Place] = set()
        self._enough = 0

    def take(self, notes: Mapping[Place, Note | None]) -> None:
        """Remember what is to be written; nothing for a post takes it off the record."""
        for place, note in notes.items():
            if note is None or note.is_clean:
                self._take_off(place)
            else:
                self._take_on(place, note)

    def write(self) -> None:
        """Bring the file up to date. After an error all of it is written anew the next time."""
        try:
            self._write()
        except OSError:
            self._forget_file()
            raise

    def keep(self) -> None:
        """Have the next start open all that stands here, and begin another journal."""
        self.write()
        if self._live:
            self._ledger.append(packed(kept_record()))
            self._ledger.release()
            self._live = {}
            self._ledger = Ledger(new_file(self._folder))

    def close(self) -> None:
        """Let go of the file, which stays only if something is unsaved."""
        if self._live:
            self._ledger.release()
        else:
            self._ledger.remove()

    def _take_on(self, place: Place, note: Note) -> None:
        base = note.saved.to_bytes()
        known = self._live.get(place)
        written = known.written if known is not None and known.base == base else 0
        work = Work(place, base, digest_of(base), note.now.text, note.time, note.title)
        self._live[place] = _Live(base, work, written)
        self._gone.discard(place)

    def _take_off(self, place: Place) -> None:
        if self._live.pop(place, None) is not None:
            self._gone.add(place)

    def _write(self) -> None:
        if not self._live:
            self._ledger.empty()
            self._gone.clear()
            return
        data = b"".join(map(packed, self._due()))
        if data:
            self._ledger.append(data)
        self._gone.clear()
        if self._ledger.size > max(ROOM, self._enough):
            self._compact()

    def _due(self) -> Iterator[Record]:
        for place in self._gone:
            yield gone_record(place)
        for place, live in self._live.items():
            if not live.due:
                continue
            if live.written % REPEAT == 0:
                yield base_record(place, live.base)
            yield text_record(live.work, live.base)
            live.written += 1
            live.due = False

    def _compact(self) -> None:
        records = (
            record
            for place, live in self._live.items()
            for record in (base_record(place, live.base), text_record(live.work, live.base))
        )
        data = b"".join(map(packed, records))
        if len(data) * SPARE >= self._ledger.size:
            return
        try:
            self._ledger.rewrite(data)
        except OSError as error:
            # All stands in the file that there is; a full disk may have no room for two.
            _log.warning("could not rewrite the journal: %s", error)
            self._enough = 2 * self._ledger.size
            return
        self._enough = 0
        for live in self._live.values():
            live.written = 1

    def _forget_file(self) -> None:
        self._ledger.put_down()
        for live in self._live.values():
            live.written, live.due = 0, True
