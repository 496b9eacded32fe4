"""What is written into the tables and taken out of them, each in one place.

All functions take a connection; those that change something expect to be
called within ``Store.writing``.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from reviewer.site.index.codec import text_in, text_out
from reviewer.site.index.news import Row
from reviewer.site.reading.posts import ReadPost
from reviewer.site.walking import LARGEST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from reviewer.site.walking import Stamp

ROW = "id, path, title, date, category, draft, problem, errors, warnings, hints, checked, review"
"""The columns of a ``Row`` in their order."""
POST = (
    "path, size, mtime_ns, inode, title, date, category, draft, problem, problem_line, read_only,"
    " format, head, block_start, block_end, notes, data"
)
"""The columns of a ``ReadPost`` in their order."""
AT_ONCE = 500
"""Rows that are fetched and told together."""

_COUNT_ON = "UPDATE meta SET value = value + 1"
_ID_OF = "SELECT id FROM posts WHERE path = ?"
_CONTENT = "SELECT value FROM meta WHERE name = 'content'"
_PUT_POST = f"""
    INSERT OR REPLACE INTO posts (id, path, folder, title, title_key, date, category, draft,
        problem, size, mtime_ns, inode, revision, content)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ({_CONTENT}))
"""
_PUT_DETAILS = """
    INSERT OR REPLACE INTO details (id, format, data, head, block_start, block_end, problem_line,
        read_only, notes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


# Writing


def next_revision(db: sqlite3.Connection) -> int:
    """The number that rows changed in this transaction are to have."""
    return int(_one(db, f"{_COUNT_ON} WHERE name = 'revision' RETURNING value"))


def change_content(db: sqlite3.Connection) -> int:
    """The same where not only findings change, but what the posts are."""
    db.execute(f"{_COUNT_ON} WHERE name = 'content'")
    return next_revision(db)


def content(db: sqlite3.Connection) -> int:
    """A number that grows with every change of what the posts are."""
    return int(_one(db, _CONTENT))


def next_id(db: sqlite3.Connection) -> int:
    """The first id that no post has had."""
    return int(_one(db, "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence"))


def put(db: sqlite3.Connection, posts: Sequence[tuple[int, ReadPost]], revision: int) -> None:
    """Take over posts as they were read, as not yet checked."""
    places = ",".join(str(id) for id, _post in posts)
    db.execute(f"DELETE FROM findings WHERE id IN ({places})")
    _put_rows(db, _PUT_POST, [_post_columns(id, post, revision) for id, post in posts])
    _put_rows(db, _PUT_DETAILS, [_detail_columns(id, post) for id, post in posts])


def _post_columns(id: int, post: ReadPost, revision: int) -> tuple[Any, ...]:
    folder, key = post.path.rpartition("/")[0], post.title.casefold()
    shown = (post.date, post.category, post.draft, post.problem)
    stamp = (post.size, post.mtime_ns % LARGEST, post.inode % LARGEST)
    return (id, post.path, folder, post.title, key, *shown, *stamp, revision)


def _detail_columns(id: int, post: ReadPost) -> tuple[Any, ...]:
    span = (post.block_start, post.block_end)
    odd = (post.problem_line, post.read_only, post.notes)
    return (id, post.format, post.data, post.head, *span, *odd)


def _put_rows(db: sqlite3.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    try:
        db.executemany(statement, rows)
    except UnicodeEncodeError:  # a half surrogate pair; looking for them first takes longer
        kept = [[text_in(each) if type(each) is str else each for each in row] for row in rows]
        db.executemany(statement, kept)


def move(db: sqlite3.Connection, id: int, path: str, revision: int) -> None:
    """A post lies at ``path`` now."""
    folder = text_in(path.rpartition("/")[0])
    db.execute(
        f"UPDATE posts SET path = ?, folder = ?, revision = ?, content = ({_CONTENT}) WHERE id = ?",
        (text_in(path), folder, revision, id),
    )


def remove(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Forget these posts."""
    gone = [(id,) for id in ids]
    db.executemany("DELETE FROM posts WHERE id = ?", gone)
    db.executemany("DELETE FROM details WHERE id = ?", gone)


# Taking out


def known(db: sqlite3.Connection) -> tuple[dict[str, int], dict[str, Stamp]]:
    """Ids and stamps of the files that the index has, by path."""
    found = db.execute("SELECT id, path, size, mtime_ns, inode FROM posts").fetchall()
    is_text = bytes not in {type(each[1]) for each in found}
    paths = [each[1] if is_text else text_out(each[1]) for each in found]
    ids = {path: each[0] for path, each in zip(paths, found, strict=True)}
    return ids, {path: each[2:] for path, each in zip(paths, found, strict=True)}


def ids_of(db: sqlite3.Connection, paths: Iterable[str]) -> dict[str, int]:
    """The ids of those of these paths that the index has."""
    asked = ((path, db.execute(_ID_OF, (text_in(path),)).fetchone()) for path in paths)
    return {path: found[0] for path, found in asked if found}


def newest_revision(db: sqlite3.Connection) -> int:
    """The number that the rows changed last have."""
    return int(_one(db, "SELECT value FROM meta WHERE name = 'revision'"))


def rows(db: sqlite3.Connection, rest: str = "", *values: object) -> Iterator[list[Row]]:
    """Rows in portions; ``rest`` is what follows ``FROM posts``."""
    found = db.execute(f"SELECT {ROW} FROM posts {rest}", values)
    while portion := found.fetchmany(AT_ONCE):
        is_text = bytes not in set(map(type, chain.from_iterable(portion)))
        yield list(map(Row._make, portion if is_text else map(_texts, portion)))


def row_of(id: int, post: ReadPost) -> Row:
    """The row of a post that has just been read."""
    return Row(id, post.path, post.title, post.date, post.category, post.draft, post.problem)


def ids(db: sqlite3.Connection, rest: str = "") -> list[int]:
    """Ids of posts; ``rest`` is what follows ``FROM posts``."""
    return [id for (id,) in db.execute(f"SELECT id FROM posts {rest}")]


def posts(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, ReadPost]]:
    """These posts as they were read, in the order of their ids."""
    places = ",".join(map(str, ids))
    found = db.execute(
        f"SELECT id, {POST} FROM posts JOIN details USING (id) WHERE id IN ({places}) ORDER BY id"
    )
    return [(id, ReadPost._make((*_texts(values), None))) for id, *values in found]


def paths_of(db: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """These posts' ids and paths, in the order of their ids."""
    places = ",".join(map(str, ids))
    found = db.execute(f"SELECT id, path FROM posts WHERE id IN ({places}) ORDER BY id")
    return [(id, text_out(path)) for id, path in found]


def folders(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """How many posts lie right in each folder, the fullest first."""
    found = db.execute("SELECT folder, count(*) FROM posts GROUP BY folder ORDER BY 2 DESC, 1")
    return [(text_out(folder), count) for folder, count in found]


def _texts(values: Sequence[Any]) -> Sequence[Any]:
    """The values with those as text that were kept as bytes."""
    if bytes not in map(type, values):
        return values
    return [text_out(each) if type(each) is bytes else each for each in values]


def _one(db: sqlite3.Connection, question: str) -> Any:
    found = db.execute(question).fetchall()
    return found[0][0]
