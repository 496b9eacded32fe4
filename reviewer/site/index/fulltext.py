"""The words of all posts, front matter and body, in an index of SQLite's FTS5.

The index keeps no texts ("contentless"), so it is a fraction of the files'
size. Nothing can be taken out of such an index; a post that changed gets a new
number there and its old words lead nowhere, until so many do that the index is
made anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.document import source
from reviewer.site.index.codec import text_out
from reviewer.site.index.pending import Queue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reviewer.site.index.store import Store

PORTION = 200
WASTE = 0.5
"""The share of numbers that lead nowhere at which the index is made anew."""
FEW = 1_000
LARGEST = 20_000_000
"""Bytes of a file of which no more are looked at."""

_INDEX = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS fulltext USING fts5"
    " (text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2')"
)
TABLES = (
    _INDEX,
    # Which post each number of the index means; none where the post has another one by now.
    "CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, post_id INTEGER UNIQUE)",
)

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Scripts that put no spaces between words: each sign counts as a word."""


def matching(words: str, *, open_end: bool) -> str:
    """What FTS5 calls these words in a row; with ``open_end`` the last may go on."""
    quoted = _words(words).replace('"', " ")
    return f'"{quoted}"{" *" if open_end else ""}'


def words_of(data: bytes) -> str:
    """The text of a file as the index takes it."""
    return _words(source.decode(data).text)


def _words(text: str) -> str:
    """``text`` without what SQLite takes for its end or cannot take at all."""
    text = text.replace("\0", " ")
    return text if text.isascii() else _UNSPACED.sub(r" \g<0> ", _whole(text))


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


class FullText:
    """Fills the index from the files at ``root``, in portions."""

    def __init__(self, store: Store, root: Path) -> None:
        self._store = store
        self._root = root
        self.queue = Queue(store, "unread", "details", "head", TABLES)

    def gather(self, portion: int = PORTION) -> int:
        """Take in the texts of some more posts; returns how many posts that were."""
        with self._store.reading() as db:
            posts = self.queue.next(db, portion)
            stamps = _stamps(db, posts)
        # Files are read outside of the transaction, for which nobody should have to wait.
        texts = {post: self._words(stamp[0]) for post, stamp in stamps.items()}
        with self._store.writing() as db:
            now = _stamps(db, posts)
            seen = [post for post in posts if now.get(post) == stamps.get(post)]
            given_up = _forget(db, seen)
            _add(db, {post: texts[post] for post in seen if post in texts})
            self.queue.done(db, seen)
            if given_up:
                self._sweep(db)
        return len(posts)

    def _words(self, path: str) -> str:
        try:
            with open(self._root / path, "rb") as file:
                return words_of(file.read(LARGEST))
        except OSError:
            return ""

    def _sweep(self, db: sqlite3.Connection) -> None:
        """Make the index anew once most of it leads nowhere."""
        given, used = db.execute("SELECT count(*), count(post_id) FROM texts").fetchone()
        if given - used < max(FEW, given * WASTE):
            return
        db.execute("DROP TABLE fulltext")
        db.execute("DELETE FROM texts")
        db.execute(_INDEX)
        self.queue.refill(db)


def _stamps(db: sqlite3.Connection, posts: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The path of each post that is there, and what tells whether its file is another."""
    places = ",".join(map(str, posts))
    rows = db.execute(f"SELECT id, path, size, mtime_ns, inode FROM posts WHERE id IN ({places})")
    return {post: (text_out(path), *stamp) for post, path, *stamp in rows}


def _forget(db: sqlite3.Connection, posts: Sequence[int]) -> int:
    """Let the numbers of these posts lead nowhere; returns how many had one."""
    places = ",".join(map(str, posts))
    return db.execute(f"UPDATE texts SET post_id = NULL WHERE post_id IN ({places})").rowcount


def _add(db: sqlite3.Connection, texts: Mapping[int, str]) -> None:
    (first,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM texts").fetchone()
    rows = list(enumerate(texts, first))
    db.executemany("INSERT INTO texts VALUES (?, ?)", rows)
    words = ((number, texts[post]) for number, post in rows)
    db.executemany("INSERT INTO fulltext (rowid, text) VALUES (?, ?)", words)
