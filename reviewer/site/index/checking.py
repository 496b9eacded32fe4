"""Judges posts by the schema of their folder, from what the index keeps of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.site.entries import recalled
from reviewer.site.index import shelf
from reviewer.site.index.verdicts import verdict_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.document.dialect import Dialect
    from reviewer.schema.inference import Schema
    from reviewer.site.index.store import Store
    from reviewer.site.index.verdicts import Verdict
    from reviewer.site.reading.posts import ReadPost

AT_ONCE = 250


class Checker:
    """Checks posts by one schema."""

    def __init__(self, schema: Schema, dialect: Dialect) -> None:
        self._schema = schema
        self._dialect = dialect

    def judge(self, id: int, post: ReadPost) -> Verdict:
        """What is to be said of one post."""
        entry = recalled(post)
        content_type = self._schema.type_for(entry.path, entry.data)
        return verdict_of(id, check_entry(entry, content_type, self._dialect))


def check_all(
    store: Store,
    checker: Checker,
    on_batch: Callable[[list[Verdict], int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """Judge all posts that have not been, telling ``on_batch(verdicts, done, total)``."""
    with store.working() as db:
        ids = shelf.ids(db, "WHERE NOT checked ORDER BY date DESC")
    for start in range(0, len(ids), AT_ONCE):
        if cancelled():
            return
        with store.working() as db:
            posts = shelf.posts(db, ids[start : start + AT_ONCE])
        verdicts = [checker.judge(id, post) for id, post in posts]
        with store.writing() as db:
            shelf.judge(db, verdicts, shelf.next_revision(db))
        on_batch(verdicts, min(start + AT_ONCE, len(ids)), len(ids))
