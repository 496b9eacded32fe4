"""Titles, paths and dates of all posts in memory, for what is asked at every key press.

Looking for a word in a hundred thousand titles takes SQLite tens of
milliseconds and Python's ``in`` a few. What changes in the database is found
by its revision, so nobody needs to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.index import masks, shelf
from reviewer.site.index.codec import text_out

if TYPE_CHECKING:
    import sqlite3

    from reviewer.site.index.store import Store

_ROWS = "SELECT id, title_key, path, date, content FROM posts WHERE content > ? ORDER BY content"

MEMBERS, NAMES, DATES, COUNTS = "members", "names", "dates", "counts"
"""What can have changed: which posts there are, their titles or paths, dates, anything else."""


class Columns:
    """Columns by id; titles and paths are casefolded, a path is "" where no post has the id.

    ``everyone`` is the set of all posts.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version = (-1, -1)
        self._content = -1
        self._counter = -1
        self._revision = -1
        self._count = 0
        self._kinds: set[str] = set()
        self.titles: list[str] = []
        self.paths: list[str] = []
        self.dates: list[str] = []
        self.everyone = masks.NOBODY

    def refresh(self) -> frozenset[str]:
        """Take over what is new in the database; returns the kinds of what changed."""
        with self._store.reading() as db:
            (version,) = db.execute("PRAGMA data_version").fetchone()
            # The one tells what other connections have written, the other what this one has.
            written = (version, db.total_changes)
            if written == self._version:
                return frozenset()
            self._take_over(db)
            self._recount(db)
        # Only now: what is broken off before has to be gone on with, and told, the next time.
        self._version = written
        kinds, self._kinds = frozenset(self._kinds), set()
        if MEMBERS in kinds:
            self.everyone = masks.from_bytes(bytes(map(bool, self.paths)))
        return kinds

    # Which posts fit, as one byte of 0 or 1 for each id

    def with_word(self, word: str) -> bytes:
        """The posts with this in title or path."""
        return bytes(
            [
                word in title or word in path
                for title, path in zip(self.titles, self.paths, strict=True)
            ]
        )

    def with_text(self, name: str, text: str) -> bytes:
        """The posts with this in ``title``, ``path`` or ``folder``."""
        if name == "folder":
            return bytes([text in path.rpartition("/")[0] for path in self.paths])
        return bytes([text in each for each in (self.titles if name == "title" else self.paths)])

    def dated(self, first: str, end: str) -> bytes:
        """The posts from ``first`` to before ``end``."""
        return bytes([first <= date < end for date in self.dates])

    # Taking over changes

    def _take_over(self, db: sqlite3.Connection) -> None:
        """Look at the rows only where the posts have changed, not what was found in them."""
        counter = shelf.content(db)
        if counter == self._counter:
            return
        self._adopt(db)
        (count,) = db.execute("SELECT count(*) FROM posts").fetchone()
        if count != self._count:  # all that are there have just been taken over
            self._kinds |= self._remove(db)
        self._counter = counter

    def _adopt(self, db: sqlite3.Connection) -> None:
        latest = self._content  # many rows share one: only the end of all tells that it is done
        for post, title, path, date, content in db.execute(_ROWS, (self._content,)):
            row = (text_out(title), text_out(path).casefold(), text_out(date))
            self._kinds |= self._put(post, *row)
            latest = content
        self._content = latest

    def _recount(self, db: sqlite3.Connection) -> None:
        """Findings change far more often than texts, which need not be taken over again."""
        revision = shelf.newest_revision(db)
        if revision != self._revision:
            self._kinds.add(COUNTS)
            self._revision = revision

    def _put(self, post: int, title: str, path: str, date: str) -> set[str]:
        """Write one row; returns what is different."""
        self._reserve(post)
        kinds: set[str] = set()
        if not self.paths[post]:
            self._count += 1
            kinds |= {MEMBERS, NAMES, DATES}
        if self.titles[post] != title or self.paths[post] != path:
            kinds.add(NAMES)
        if self.dates[post] != date:
            kinds.add(DATES)
        self.titles[post], self.paths[post], self.dates[post] = title, path, date
        return kinds

    def _reserve(self, post: int) -> None:
        missing = [""] * (post + 1 - len(self.paths))
        self.titles += missing
        self.paths += missing
        self.dates += missing

    def _remove(self, db: sqlite3.Connection) -> set[str]:
        """Forget the posts that are gone."""
        here = {post for (post,) in db.execute("SELECT id FROM posts")}
        gone = [post for post, path in enumerate(self.paths) if path and post not in here]
        for post in gone:
            self.titles[post] = self.paths[post] = self.dates[post] = ""
        self._count -= len(gone)
        return {MEMBERS, COUNTS} if gone else set()
