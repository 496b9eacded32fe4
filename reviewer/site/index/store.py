"""One SQLite database: opened, shared with other processes, replaced when it is of no use.

Whatever is wrong with a database (it is garbage, was made by other code, cannot
be written, or another Reviewer does not let go of it), there is one answer: a
new one in its place or, where that does not help, one in memory that lasts as
long as the process.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import contextmanager, suppress
from threading import RLock
from typing import TYPE_CHECKING

from reviewer.site.index.tables import COUNTERS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds to wait while another process writes; it does so for some hundredths at a time."""
CACHED = 16_000
"""KiB of pages that a connection may keep."""
CHECKPOINT = 8_000
"""Pages of 4 KiB after which what was written is moved into the database itself."""

_NO_DAMAGE = {
    *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY),
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM),
}
"""Errors that a new file in the same place would not help against."""


class Damaged(sqlite3.DatabaseError):
    """What the database holds is not what was put into it."""


class Store:
    """A connection that writes and one that reads meanwhile, each used by one thread at a time.

    A database in memory has but one connection, which its users take in turns.
    """

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self._lock = RLock()
        self._reading_lock = self._lock if place is None else RLock()
        self._db = _connection(place)
        self._reader = self._db

    @classmethod
    def open(cls, place: Path, stamp: str) -> Store:
        """The database at ``place``, which holds what code with this ``stamp`` put there."""
        try:
            return cls._at(place, stamp)
        except (sqlite3.Error, OSError) as error:
            return cls.instead_of(place, stamp, error)

    @classmethod
    def instead_of(cls, place: Path | None, stamp: str, error: Exception) -> Store:
        """A new database for one that ``error`` came from: at its place, else in memory."""
        _log.info("The index %s is made anew: %s", place, error)
        if place is not None and _is_damage(error):
            try:
                _remove(place)
                return cls._at(place, stamp)
            except (sqlite3.Error, OSError) as again:
                _log.warning("The index %s is kept in memory: %s", place, again)
        return cls.in_memory(stamp)

    @classmethod
    def in_memory(cls, stamp: str) -> Store:
        """An empty database that is gone once it is closed."""
        store = cls(None)
        store._prepare(stamp)
        return store

    @classmethod
    def _at(cls, place: Path, stamp: str) -> Store:
        place.parent.mkdir(parents=True, exist_ok=True)
        store = cls(place)
        try:
            store._prepare(stamp)
            store._share()
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _prepare(self, stamp: str) -> None:
        """Make the tables in an empty database; raises ``Damaged`` for one of other code."""
        with self.writing() as db:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
            if not tables:
                for statement in (*TABLES, COUNTERS):
                    db.execute(statement)
                db.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp,))
            elif "meta" not in tables or self.recalled(db, "stamp") != stamp:
                raise Damaged("it was made by other code")

    def _share(self) -> None:
        """Let others read while this process writes."""
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
        # Now and not on first use: by then another database may stand at this place.
        self._reader = _connection(self.place)
        self._reader.execute("SELECT count(*) FROM meta").fetchone()

    @property
    def lasts(self) -> bool:
        """Whether what is written here will be found again."""
        return self.place is not None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all that is done with the connection, or nothing."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def working(self) -> Iterator[sqlite3.Connection]:
        """The connection that writes, to ask what the writing needs to know."""
        with self._lock:
            yield self._db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to ask, also while another thread is writing."""
        with self._reading_lock:
            yield self._reader

    def interrupt(self) -> None:
        """Let the question that ``reading`` is busy with fail."""
        if self.lasts:
            with suppress(sqlite3.ProgrammingError):  # it has just been closed
                self._reader.interrupt()

    def version(self) -> int:
        """A number that differs once another connection has changed the database."""
        with self._lock:
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the database."""
        if self._reader is not self._db:
            self._reader.close()
        self._db.close()

    @staticmethod
    def recalled(db: sqlite3.Connection, name: str) -> object:
        """A single value by its name, ``None`` if there is none."""
        found = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    @staticmethod
    def put(db: sqlite3.Connection, **values: object) -> None:
        """Keep single values by name."""
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def _connection(place: Path | None) -> sqlite3.Connection:
    db = sqlite3.connect(
        place or ":memory:", timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    db.execute(f"PRAGMA cache_size = -{CACHED}")
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def _is_damage(error: Exception) -> bool:
    """Whether a new file in the same place may do better."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return isinstance(error, sqlite3.Error) and code & 0xFF not in _NO_DAMAGE


def _remove(place: Path) -> None:
    for name in (place.name, f"{place.name}-wal", f"{place.name}-shm"):
        place.with_name(name).unlink(missing_ok=True)
