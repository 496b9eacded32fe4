"""All posts in each of the orders of the list, sorted once and kept while that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.site.index.columns import COUNTS, DATES, NAMES
from reviewer.site.index.ids import ids_of
from reviewer.site.query import sql

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from reviewer.site.index.store import Store

NEWEST = "newest"
NEED = """
    max(errors, problem != '') > 0 DESC,
    date >= date('now') AND date < date('now', '+8 days') DESC,
    review = 'reopened' DESC,
    min(max(errors, problem != ''), 20) * 3 + min(warnings, 20) DESC,
    mtime_ns, path
"""
"""What needs an editor most: errors, what is to appear within a week, what was changed since
it was signed off, then by the weight of findings and by how long nobody has touched it."""
_ORDERS = {
    NEWEST: ("date DESC, path", {NAMES, DATES}),
    "oldest": ("date = '', date, path", {NAMES, DATES}),
    "title": ("title_key, path", {NAMES}),
    "path": ("path", {NAMES}),
    "problems": (f"{sql.COUNTS['errors']} DESC, warnings DESC, path", {NAMES, COUNTS}),
    "need": (NEED, {NAMES, DATES, COUNTS}),
}
"""How each order is said in SQL, and what must stay the same for it to last."""


class Orders:
    """The ids of all posts, order by order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, array[int]] = {}

    def get(self, name: str) -> array[int]:
        """All posts in the order ``name``, the newest first where there is no such order."""
        name = name if name in _ORDERS else NEWEST
        if name not in self._known:
            by, _lasting = _ORDERS[name]
            with self._store.reading() as db:
                self._known[name] = ids_of(db, f"SELECT id FROM posts ORDER BY {by}")
        return self._known[name]

    def prepare(self) -> Iterator[None]:
        """Sort all, one at each step."""
        for name in _ORDERS:
            self.get(name)
            yield

    def drop(self, changed: frozenset[str]) -> None:
        """Sort anew where the kinds of what has changed (``columns.py``) matter."""
        for name in tuple(self._known):
            if changed & _ORDERS[name][1]:
                del self._known[name]
