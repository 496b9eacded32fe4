"""Which posts are still to be looked through, kept in the database by triggers.

Whatever writes to the table that is watched, in this process or in another,
the posts in question are noted down; nobody needs to remember to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from reviewer.site.index.store import Store


class Queue:
    """The ids in table ``name`` of posts whose ``column`` in ``watched`` is new or gone.

    ``tables`` are made with it. ``generation`` grows with all that is done.
    """

    def __init__(
        self, store: Store, name: str, watched: str, column: str, tables: Iterable[str]
    ) -> None:
        self._store = store
        self._name = name
        self._watched = watched
        self._column = column
        self._tables = tuple(tables)
        self._made = False
        self.generation = 0

    @property
    def is_made(self) -> bool:
        """Whether anybody has ever asked for what is gathered from these posts."""
        if not self._made:
            with self._store.reading() as db:
                asked = "SELECT count(*) FROM sqlite_master WHERE name = ?"
                self._made = bool(db.execute(asked, (self._name,)).fetchone()[0])
        return self._made

    def missing(self) -> int:
        """How many posts wait: all of them where nobody has asked yet."""
        table = self._name if self.is_made else self._watched
        with self._store.reading() as db:
            return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def make(self) -> None:
        """Put all posts into the queue and watch for changes, if that was not done before."""
        if self.is_made:
            return
        with self._store.writing() as db:
            for table in self._tables:
                db.execute(table)
            db.execute(f"CREATE TABLE IF NOT EXISTS {self._name} (id INTEGER PRIMARY KEY)")
            for event, row in (
                ("INSERT", "new"),
                (f"UPDATE OF {self._column}", "new"),
                ("DELETE", "old"),
            ):
                db.execute(self._trigger(event, row))
            self.refill(db)

    def refill(self, db: sqlite3.Connection) -> None:
        """Put all posts into the queue."""
        db.execute(f"INSERT OR IGNORE INTO {self._name} SELECT id FROM {self._watched}")

    def next(self, db: sqlite3.Connection, most: int) -> list[int]:
        """The posts that come next."""
        rows = db.execute(f"SELECT id FROM {self._name} ORDER BY id LIMIT ?", (most,))
        return [post for (post,) in rows]

    def done(self, db: sqlite3.Connection, posts: Sequence[int]) -> None:
        """These need not be looked through again until they change."""
        places = ",".join(map(str, posts))
        db.execute(f"DELETE FROM {self._name} WHERE id IN ({places})")
        self.generation += 1

    def _trigger(self, event: str, row: str) -> str:
        name = f"{self._name}_{event.split()[0].lower()}"
        return (
            f"CREATE TRIGGER IF NOT EXISTS {name} AFTER {event} ON {self._watched}"
            f" BEGIN INSERT OR IGNORE INTO {self._name} VALUES ({row}.id); END"
        )
