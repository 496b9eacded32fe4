"""The values of all fields, so that searches and facets need not look into front matter.

Gathered on first demand and in portions: whoever merely lists posts does not
pay for it. Triggers note which posts are to be gathered anew, whoever changes
them. A value that many posts share is kept once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from reviewer.schema.scalar_text import show_scalar
from reviewer.site.index.codec import decode, text_in, text_out
from reviewer.site.index.pending import Queue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from reviewer.site.index.store import Store

PORTION = 500
CACHED = 100_000
"""How many values' ids are remembered while values are gathered."""

TABLES = (
    # `key` is the name casefolded; names of nested fields are written with dots.
    "CREATE TABLE IF NOT EXISTS fields ("
    " id INTEGER PRIMARY KEY, name NOT NULL UNIQUE, key NOT NULL)",
    # `raw` is the value as facets write it, `text` the same casefolded; `number` and `moment`
    # (ISO text in UTC) are set where it is one. `digest` of `raw` finds it without an index of
    # long texts. The values of a field lie side by side, since they are searched together.
    "CREATE TABLE IF NOT EXISTS known_values ("
    " field_id INTEGER NOT NULL, id INTEGER NOT NULL, digest INTEGER NOT NULL,"
    " raw NOT NULL, text NOT NULL, number REAL, moment TEXT,"
    " PRIMARY KEY (field_id, id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS known_by_digest ON known_values (field_id, digest)",
    "CREATE TABLE IF NOT EXISTS post_values ("
    " field_id INTEGER NOT NULL, value_id INTEGER NOT NULL, post_id INTEGER NOT NULL,"
    " PRIMARY KEY (field_id, value_id, post_id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS values_by_post ON post_values (post_id)",
    "INSERT OR IGNORE INTO meta VALUES ('values', 0)",
)

# By itself SQLite would look through all values of the field.
_KNOWN = (
    "SELECT id FROM known_values INDEXED BY known_by_digest"
    " WHERE field_id = ? AND digest = ? AND raw = ?"
)
_COUNTS = """
    SELECT raw, posts FROM known_values JOIN (
        SELECT value_id, count(*) AS posts FROM post_values
        WHERE field_id = (SELECT id FROM fields WHERE name = ?1) GROUP BY value_id
    ) ON id = value_id
    WHERE field_id = (SELECT id FROM fields WHERE name = ?1)
    ORDER BY posts DESC, raw
"""
_NAMES = """
    SELECT name FROM fields JOIN (
        SELECT field_id, count(*) AS posts FROM post_values GROUP BY field_id
    ) ON field_id = id
    ORDER BY posts DESC, name
"""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T].{1,30})?", re.ASCII)


class Written(NamedTuple):
    """One value of a post: the field's name with dots, and what it says."""

    field: str
    raw: str
    number: float | None = None
    moment: str | None = None


def values_in(data: Any, name: str = "") -> Iterator[Written]:
    """All values of front matter; of a list each item, of a map what its fields say."""
    if isinstance(data, Mapping):
        start = f"{name}." if name else ""
        for key, value in data.items():
            yield from values_in(
                value, f"{start}{key if isinstance(key, str) else show_scalar(key)}"
            )
    elif isinstance(data, list | tuple | set | frozenset):
        for item in data:
            yield from values_in(item, name)
    elif data is not None:
        yield Written(name, show_scalar(data), *measures(data))


def measures(value: Any) -> tuple[float | None, str | None]:
    """A value as a number and as a moment, each ``None`` where it is none."""
    if isinstance(value, bool):
        return None, None
    if isinstance(value, int | float):
        return _finite(value), None
    if isinstance(value, date):
        return None, _moment(value)
    if isinstance(value, str) and value[:1] in "0123456789+-." and len(value) < 60:
        return _read(value.strip())
    return None, None


def _read(text: str) -> tuple[float | None, str | None]:
    if _NUMBER.fullmatch(text):
        return _finite(float(text)), None
    if _MOMENT.fullmatch(text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None, None
        return None, _moment(moment) if len(text) > len("2026-01-31") else text
    return None, None


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _moment(value: date) -> str:
    """ISO text that sorts, in UTC where the value names a zone."""
    if not isinstance(value, datetime):
        return value.isoformat()
    with suppress(OverflowError):  # within a day of the year 1 or 9999
        value = value if value.tzinfo is None else value.astimezone(UTC)
    return value.replace(tzinfo=None).isoformat(" ", "seconds")


@dataclass(frozen=True, slots=True)
class Count:
    """A value, and how many posts have it."""

    raw: str
    count: int


class Values:
    """Gathers and counts the values of the posts in ``store``."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.queue = Queue(store, "unvalued", "details", "data", TABLES)
        self._ids = _Ids()

    def gather(self, portion: int = PORTION) -> int:
        """Gather the values of some more posts; returns how many posts that were."""
        try:
            with self._store.writing() as db:
                posts = self.queue.next(db, portion)
                _forget(db, posts)
                rows = self._ids.rows(db, _written(db, posts))
                db.executemany("INSERT OR IGNORE INTO post_values VALUES (?, ?, ?)", rows)
                self.queue.done(db, posts)
        except BaseException:  # what was given an id in this transaction has none after all
            self._ids = _Ids()
            raise
        return len(posts)

    def counts(self, field: str) -> tuple[Count, ...]:
        """The values of the field of just this name, the commonest first."""
        self.queue.make()
        with self._store.reading() as db:
            rows = db.execute(_COUNTS, (text_in(field),)).fetchall()
        return tuple(Count(text_out(raw), count) for raw, count in rows)

    def names(self) -> tuple[str, ...]:
        """The names of all fields, those of nested ones with dots, the commonest first."""
        self.queue.make()
        with self._store.reading() as db:
            rows = db.execute(_NAMES).fetchall()
        return tuple(text_out(name) for (name,) in rows)


def _forget(db: sqlite3.Connection, posts: Sequence[int]) -> None:
    places = ",".join(map(str, posts))
    db.execute(f"DELETE FROM post_values WHERE post_id IN ({places})")


def _written(db: sqlite3.Connection, posts: Sequence[int]) -> Iterator[tuple[int, Written]]:
    places = ",".join(map(str, posts))
    for post, data in db.execute(f"SELECT id, data FROM details WHERE id IN ({places})").fetchall():
        for value in values_in(decode(data) if data else None):
            yield post, value


class _Ids:
    """Ids of fields and of their values: remembered, looked up, or given."""

    def __init__(self) -> None:
        self._fields: dict[str, int] = {}
        self._values: dict[tuple[int, str], int] = {}

    def rows(
        self, db: sqlite3.Connection, found: Iterable[tuple[int, Written]]
    ) -> list[tuple[int, int, int]]:
        """Field, value and post of all that was found; what is new is written down."""
        if len(self._values) > CACHED:
            self._values.clear()
        (last,) = db.execute("SELECT value FROM meta WHERE name = 'values'").fetchone()
        rows: list[tuple[int, int, int]] = []
        new: list[tuple[Any, ...]] = []
        for post, value in found:
            field = self._fields.get(value.field) or self._field(db, value.field)
            known = self._values.get((field, value.raw))
            if known is None:
                raw = text_in(value.raw)
                digest = crc32(raw if isinstance(raw, bytes) else raw.encode())
                known = _looked_up(db, field, digest, raw)
                if known is None:
                    known = last = last + 1
                    text = text_in(value.raw.casefold())
                    new.append((field, known, digest, raw, text, value.number, value.moment))
                self._values[field, value.raw] = known
            rows.append((field, known, post))
        db.executemany("INSERT INTO known_values VALUES (?, ?, ?, ?, ?, ?, ?)", new)
        db.execute("UPDATE meta SET value = ? WHERE name = 'values'", (last,))
        return rows

    def _field(self, db: sqlite3.Connection, name: str) -> int:
        row = (text_in(name), text_in(name.casefold()))
        db.execute("INSERT OR IGNORE INTO fields (name, key) VALUES (?, ?)", row)
        (found,) = db.execute("SELECT id FROM fields WHERE name = ?", row[:1]).fetchone()
        self._fields[name] = found
        return int(found)


def _looked_up(db: sqlite3.Connection, field: int, digest: int, raw: str | bytes) -> int | None:
    found = db.execute(_KNOWN, (field, digest, raw)).fetchone()
    return found[0] if found else None
