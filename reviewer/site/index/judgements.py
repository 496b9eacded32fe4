"""Keeps what was found in posts until they, or the rules, change.

All functions take a connection; those that change something expect to be
called within ``Store.writing``.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reviewer.site.index import relations
from reviewer.site.index.codec import text_in, text_out
from reviewer.site.index.stages import Stage

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from reviewer.site.index.verdicts import Verdict

NOTHING = "[]"
"""How no findings at all are written, which is not kept."""
_COUNT = """
    UPDATE posts SET (errors, warnings, hints) = (
        SELECT coalesce(sum(errors), 0), coalesce(sum(warnings), 0), coalesce(sum(hints), 0)
        FROM findings WHERE findings.id = posts.id
    )
"""


def judge(db: sqlite3.Connection, stage: Stage, verdicts: Sequence[Verdict], revision: int) -> None:
    """Take over what one stage found in posts as they stand."""
    places = ",".join(str(each.id) for each in verdicts)
    db.execute(f"DELETE FROM findings WHERE id IN ({places}) AND stage = ?", (stage,))
    db.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?)",
        [
            (each.id, stage, each.errors, each.warnings, each.hints, text_in(each.findings))
            for each in verdicts
            if each.findings != NOTHING
        ],
    )
    done = f"{stage.flag} = 1, revision = ?"
    db.execute(f"{_COUNT}, {done} WHERE id IN ({places})", (revision,))


def counts(db: sqlite3.Connection, verdicts: Sequence[Verdict]) -> list[tuple[int, int, int, int]]:
    """Ids, errors, warnings and hints of these posts, all stages together."""
    places = ",".join(str(each.id) for each in verdicts)
    return db.execute(
        f"SELECT id, errors, warnings, hints FROM posts WHERE id IN ({places})"
    ).fetchall()


def unjudge(db: sqlite3.Connection, stage: Stage) -> None:
    """All posts are to be judged again, by other rules."""
    db.execute(f"UPDATE posts SET {stage.flag} = 0 WHERE {stage.flag}")
    relations.forget(db, stage)


def unjudge_found(db: sqlite3.Connection) -> None:
    """Posts in which something was found are to be judged again."""
    for stage in Stage:
        found = "SELECT id FROM findings WHERE stage = ?"
        db.execute(f"UPDATE posts SET {stage.flag} = 0 WHERE id IN ({found})", (stage,))


def found(db: sqlite3.Connection) -> list[tuple[int, str, list[tuple[Stage, str]]]]:
    """Ids and paths of posts in which something was found, and what each stage found, as JSON."""
    kept = db.execute(
        "SELECT id, path, stage, text FROM findings JOIN posts USING (id)"
        " WHERE CASE stage WHEN 0 THEN checked ELSE examined END ORDER BY path, stage"
    )
    return [
        (id, text_out(path), [(Stage(stage), text_out(text)) for _id, _path, stage, text in rows])
        for (id, path), rows in groupby(kept, key=itemgetter(0, 1))
    ]
