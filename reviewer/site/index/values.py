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

from reviewer.schema.kinds.wording import show_scalar
from reviewer.site.index.codec import decode, text_in, text_out
from reviewer.site.index.pending import Queue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

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
    # long texts.
    "CREATE TABLE IF NOT EXISTS known_values ("
    " id INTEGER PRIMARY KEY, field_id INTEGER NOT NULL, digest INTEGER NOT NULL,"
    " raw NOT NULL, text NOT NULL, number REAL, moment TEXT)",
    "CREATE INDEX IF NOT EXISTS known_by_field ON known_values (field_id, digest)",
    "CREATE TABLE IF NOT EXISTS post_values ("
    " value_id INTEGER NOT NULL, post_id INTEGER NOT NULL,"
    " PRIMARY KEY (value_id, post_id)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS values_by_post ON post_values (post_id)",
)

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
        self._fields: dict[str, int] = {}
        self._ids: dict[tuple[int, str], int] = {}

    def gather(self, portion: int = PORTION) -> int:
        """Gather the values of some more posts; returns how many posts that were."""
        with self._store.writing() as db:
            posts = self.queue.next(db, portion)
            self._forget(db, posts)
            rows = self._rows(db, posts)
            db.executemany("INSERT OR IGNORE INTO post_values VALUES (?, ?)", rows)
            self.queue.done(db, posts)
        return len(posts)

    def counts(self, field: str) -> tuple[Count, ...]:
        """The values of the field of just this name, the commonest first."""
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT raw, count(*) AS posts FROM known_values"
                " JOIN post_values ON value_id = known_values.id"
                " WHERE field_id = (SELECT id FROM fields WHERE name = ?)"
                " GROUP BY value_id ORDER BY posts DESC, raw",
                (text_in(field),),
            ).fetchall()
        return tuple(Count(text_out(raw), count) for raw, count in rows)

    def names(self) -> tuple[str, ...]:
        """The names of all fields, those of nested ones with dots, the commonest first."""
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT name FROM fields JOIN (SELECT field_id, count(*) AS posts"
                " FROM known_values JOIN post_values ON value_id = known_values.id"
                " GROUP BY field_id) ON field_id = fields.id ORDER BY posts DESC, name"
            ).fetchall()
        return tuple(text_out(name) for (name,) in rows)

    def _forget(self, db: sqlite3.Connection, posts: Sequence[int]) -> None:
        db.executemany("DELETE FROM post_values WHERE post_id = ?", ((post,) for post in posts))

    def _rows(self, db: sqlite3.Connection, posts: Sequence[int]) -> list[tuple[int, int]]:
        places = ",".join(map(str, posts))
        found = db.execute(f"SELECT id, data FROM details WHERE id IN ({places})").fetchall()
        return [
            (self._id(db, value), post)
            for post, data in found
            for value in values_in(decode(data) if data else None)
        ]

    def _id(self, db: sqlite3.Connection, value: Written) -> int:
        field = self._fields.get(value.field) or self._field_id(db, value.field)
        known = self._ids.get((field, value.raw))
        if known is None:
            if len(self._ids) >= CACHED:
                self._ids.clear()
            known = self._ids[field, value.raw] = self._value_id(db, field, value)
        return known

    def _field_id(self, db: sqlite3.Connection, name: str) -> int:
        row = (text_in(name), text_in(name.casefold()))
        db.execute("INSERT OR IGNORE INTO fields (name, key) VALUES (?, ?)", row)
        (found,) = db.execute("SELECT id FROM fields WHERE name = ?", row[:1]).fetchone()
        self._fields[name] = found
        return int(found)

    def _value_id(self, db: sqlite3.Connection, field: int, value: Written) -> int:
        raw = text_in(value.raw)
        digest = crc32(raw if isinstance(raw, bytes) else raw.encode())
        found = db.execute(
            "SELECT id FROM known_values WHERE field_id = ? AND digest = ? AND raw = ?",
            (field, digest, raw),
        ).fetchone()
        if found:
            return int(found[0])
        row = (field, digest, raw, text_in(value.raw.casefold()), value.number, value.moment)
        added = db.execute(
            "INSERT INTO known_values (field_id, digest, raw, text, number, moment)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            row,
        )
        return int(added.lastrowid or 0)
