"""Keeps what was found in posts until they, or the rules, change.

All functions take a connection; those that change something expect to be
called within ``Store.writing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.index import relations
from reviewer.site.index.codec import text_in, text_out

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from reviewer.site.index.verdicts import Verdict

NOTHING = "[]"
"""How no findings at all are written, which is not kept."""


def judge(db: sqlite3.Connection, verdicts: Sequence[Verdict], revision: int) -> None:
    """Take over what was found in posts as they stand."""
    db.executemany(
        "UPDATE posts SET errors = ?, warnings = ?, hints = ?, checked = 1, revision = ?"
        " WHERE id = ?",
        [(each.errors, each.warnings, each.hints, revision, each.id) for each in verdicts],
    )
    places = ",".join(str(each.id) for each in verdicts)
    db.execute(f"DELETE FROM findings WHERE id IN ({places})")
    db.executemany(
        "INSERT INTO findings VALUES (?, ?)",
        [(each.id, text_in(each.findings)) for each in verdicts if each.findings != NOTHING],
    )


def unjudge(db: sqlite3.Connection) -> None:
    """All posts are to be checked again, by other rules."""
    db.execute("UPDATE posts SET checked = 0 WHERE checked")
    db.execute("DELETE FROM findings")
    relations.forget(db)


def unjudge_found(db: sqlite3.Connection) -> None:
    """Posts in which something was found are to be checked again."""
    db.execute("UPDATE posts SET checked = 0 WHERE id IN (SELECT id FROM findings)")


def found(db: sqlite3.Connection) -> list[tuple[int, str, str]]:
    """Ids and paths of checked posts in which something was found, and what was, as JSON."""
    kept = db.execute(
        "SELECT id, path, text FROM findings JOIN posts USING (id) WHERE checked ORDER BY path"
    )
    return [(id, text_out(path), text_out(text)) for id, path, text in kept]
