"""Keeps what posts offer to and ask about each other, and finds whose findings that concerns.

All functions take a connection; those that change something expect to be
called within ``Store.writing``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.neighbours import Answered, Target
from reviewer.site.index.codec import text_in, text_out

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from reviewer.schema.neighbours import Question
    from reviewer.site.index.stages import Stage
    from reviewer.site.index.topics import Facts, Topics

MOST_VALUES = 1_000
"""Of more values none is looked for that may have been meant: that would take too long."""
MOST_SHARING = 100
"""Posts that are named as sharing what a rule compares: of thousands of copies, each would
otherwise read the names of all others, several times."""
ALL = -1
_OFFERED_HERE = "FROM offered WHERE offered.topic = asked.topic AND offered.key = asked.key"
# A post asks about values that it shares with nobody and about posts that it refers to.
_SUSPECT = f"""
    CASE WHEN topic < ?1
    THEN EXISTS (SELECT 1 {_OFFERED_HERE} AND offered.post_id != asked.post_id)
    ELSE NOT EXISTS (SELECT 1 {_OFFERED_HERE}) END
"""
_ANY_SUSPECTS = f"SELECT DISTINCT post_id FROM asked WHERE {{topics}} AND {_SUSPECT}"
_NEW_SUSPECTS = f"""
    SELECT post_id FROM asked WHERE {{topics}} AND {_SUSPECT}
        AND post_id IN (SELECT id FROM unsettled WHERE stage = ?2)
    UNION SELECT post_id FROM asked JOIN touched USING (topic, key) WHERE {{topics}}
    UNION SELECT post_id FROM asked WHERE {{topics}} AND {_SUSPECT}
        AND topic IN (SELECT topic FROM touched WHERE topic >= ?1)
"""


def is_settled(db: sqlite3.Connection, stage: Stage) -> bool:
    """Whether all findings that were made once took the other posts into account."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (_settled(stage),)).fetchone()
    return bool(found and found[0])


def _settled(stage: Stage) -> str:
    return f"settled {stage.flag}"


def note(db: sqlite3.Connection, stage: Stage, facts: Sequence[Facts], *, settled: bool) -> None:
    """Take over what posts offer and ask as they stand."""
    places = ",".join(str(each.id) for each in facts)
    offers = [(*offer[:2], each.id, offer.text) for each in facts for offer in each.offers]
    asks = [(*ask, each.id) for each in facts for ask in each.asks]
    if settled:
        before = set(_offers_of(db, stage, places))
        changed = before.symmetric_difference(offer[:3] for offer in offers)
        _touch(db, (offer[:2] for offer in changed))
        asking = {(ask[2], stage) for ask in asks}
        db.executemany("INSERT OR IGNORE INTO unsettled VALUES (?, ?)", asking)
    db.execute(f"DELETE FROM offered WHERE post_id IN ({places}) AND {stage.topics}")
    db.execute(f"DELETE FROM asked WHERE post_id IN ({places}) AND {stage.topics}")
    rows = ((*offer[:3], offer[3] and text_in(offer[3])) for offer in offers)
    db.executemany("INSERT OR IGNORE INTO offered VALUES (?, ?, ?, ?)", rows)
    db.executemany("INSERT OR IGNORE INTO asked VALUES (?, ?, ?)", asks)


def _offers_of(db: sqlite3.Connection, stage: Stage, places: str) -> list[tuple[int, int, int]]:
    return db.execute(
        f"SELECT topic, key, post_id FROM offered WHERE post_id IN ({places}) AND {stage.topics}"
    ).fetchall()


def _touch(db: sqlite3.Connection, changed: Iterable[tuple[int, ...]]) -> None:
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", changed)


def suspects(db: sqlite3.Connection, stage: Stage, topics: Topics, *, settled: bool) -> list[int]:
    """The posts whose findings are to be made anew in the light of all others."""
    wanted = (_NEW_SUSPECTS if settled else _ANY_SUSPECTS).format(topics=stage.topics)
    asked = (len(topics.names), stage) if settled else (len(topics.names),)
    return [post for (post,) in db.execute(wanted, asked)]


def settle(db: sqlite3.Connection, stage: Stage) -> None:
    """Those that ``suspects`` gave have been judged."""
    db.execute(f"DELETE FROM touched WHERE {stage.topics}")
    db.execute("DELETE FROM unsettled WHERE stage = ?", (stage,))
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, 1)", (_settled(stage),))


def forget(db: sqlite3.Connection, stage: Stage) -> None:
    """Nothing is known of any post; other questions are to be asked from now on."""
    for table in ("offered", "asked", "touched"):
        db.execute(f"DELETE FROM {table} WHERE {stage.topics}")
    db.execute("DELETE FROM unsettled WHERE stage = ?", (stage,))
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, 0)", (_settled(stage),))


def answered(
    db: sqlite3.Connection, topics: Topics, path: str, question: Question
) -> Answered | None:
    """What the index knows, asked by the post at ``path``; ``None`` where it was not noted."""
    place = topics.place(question)
    if place is None:
        return None
    if isinstance(question, Target):
        return _target(db, *place)
    most = MOST_SHARING if place.topic < 0 else ALL
    found = db.execute(
        "SELECT path FROM (SELECT path FROM offered JOIN posts ON posts.id = post_id"
        " WHERE topic = ? AND key = ? AND path != ? ORDER BY post_id LIMIT ?) ORDER BY path",
        (*place, text_in(path), most),
    )
    return Answered(tuple(text_out(other) for (other,) in found))


def _target(db: sqlite3.Connection, topic: int, key: int) -> Answered:
    known = "SELECT 1 FROM offered WHERE topic = ?"
    if db.execute(f"{known} AND key = ?", (topic, key)).fetchone():
        return Answered()
    if db.execute(f"{known} LIMIT 1", (topic,)).fetchone():
        return Answered(found=False, values=values(db, topic))
    return Answered()


def values(db: sqlite3.Connection, topic: int) -> tuple[str, ...]:
    """All that a reference may say, sorted; nothing where that is too much."""
    asked = "SELECT DISTINCT text FROM offered WHERE topic = ? LIMIT ?"
    texts = db.execute(asked, (topic, MOST_VALUES + 1)).fetchall()
    return tuple(sorted(text_out(text) for (text,) in texts)) if len(texts) <= MOST_VALUES else ()
