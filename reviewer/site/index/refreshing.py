"""One look at the files of a folder: what changed is read, what is gone forgotten.

A file is the same while its size, its time of change and its inode are; one
that turns up elsewhere with all three has been moved and keeps its id.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.site.index import shelf
from reviewer.site.index.news import Away, Gone, Moved, Read, Rows
from reviewer.site.walking import age_by_name, never

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reviewer.site.folder import Folder
    from reviewer.site.index.messages import News, Row
    from reviewer.site.index.store import Store
    from reviewer.site.reading.pool import Readers
    from reviewer.site.reading.posts import ReadPost
    from reviewer.site.walking import Stamp

FIRST = 50
"""Rows that are told before all others, since so many can be seen."""
AT_ONCE = 250
"""Posts that are read before they are written and told."""


@dataclass(slots=True)
class Told:
    """What whoever listens has been told: the ids of paths, and up to which revision.

    ``version`` is that of the database, which differs once another process wrote to it.
    """

    ids: dict[str, int] = field(default_factory=dict)
    highest: int = 0
    revision: int = -1
    version: int = -1


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: files to read, old and new paths of those moved, paths that are gone."""

    read: list[str]
    moved: list[tuple[str, str]]
    gone: list[str]


class Refresh:
    """A look at the files that tells ``on_news`` what it finds."""

    def __init__(
        self,
        folder: Folder,
        store: Store,
        readers: Readers,
        told: Told,
        on_news: Callable[[News], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        self._folder = folder
        self._store = store
        self._readers = readers
        self._told = told
        self._tell = on_news
        self._cancelled = cancelled

    def run(self, places: Iterable[str] | None = None, *, force: bool = False) -> None:
        """Look at all files or at those at and below ``places``; ``force`` reads them anyway."""
        known = self.catch_up()
        if not _is_there(self._folder.root):
            self._tell(Away(f"The folder {self._folder.root} cannot be reached."))
            self._tell(Read(complete=False))
            return
        places = None if places is None else tuple(places)
        if known is None:
            with self._store.working() as db:
                known = shelf.known(db)
        ids, stamps = known
        found = self._folder.stamps(stamps, self._cancelled, places)
        if not self._cancelled():
            if ids is not self._told.ids:
                ids = {**self._told.ids, **ids}
            plan = plan_of(found, stamps, _within(ids, places), force=force)
            self._rearrange(plan, ids)
            self._read(plan, ids, found)
            self.catch_up()
        self._tell(Read(complete=not self._cancelled()))

    def glimpse(self) -> None:
        """Tell a few rows before looking at all files, for someone who waits for the first ones.

        They are those that the database has, else some of what the folder has.
        """
        with self._store.working() as db:
            (count,) = db.execute("SELECT count(*) FROM posts").fetchone()
            revision = shelf.newest_revision(db)
        if count:
            self._tell_rows("ORDER BY date DESC, path LIMIT ?", FIRST, total=count)
        else:
            paths = self._folder.glance(FIRST)
            self._readers.read(self._folder.root, paths, self._folder.engine, self._show)
            self._skip(revision + 1)

    def _show(self, posts: list[ReadPost], _done: int, _total: int) -> None:
        if posts:
            self._tell(Rows(tuple(self._put(posts)), 0, 0))

    def _skip(self, revision: int) -> None:
        """What was just shown need not be told again, if nobody else has written anything."""
        with self._store.working() as db:
            if shelf.newest_revision(db) == revision:
                self._told.revision = revision

    # What other processes did, or this one when it was last here

    def catch_up(self) -> tuple[dict[str, int], dict[str, Stamp]] | None:
        """Tell what stands in the database and has not been told.

        Returns ids and stamps by path if that had to be looked into.
        """
        version = self._store.version()
        if version == self._told.version:
            return None
        with self._store.working() as db:
            ids, stamps = shelf.known(db)
            newest = shelf.newest_revision(db)
        self._reconcile(ids)
        self._tell_rows("WHERE revision > ? ORDER BY id", self._told.revision, total=len(ids))
        self._told.revision, self._told.version = newest, version
        return ids, stamps

    def _reconcile(self, ids: dict[str, int]) -> None:
        """Tell what is gone and what moved; an empty database says nothing of files."""
        if ids:
            paths = {id: path for path, id in ids.items()}
            before = self._told.ids
            self._forget(id for id in before.values() if id not in paths)
            for path, id in before.items():
                if paths.get(id, path) != path:
                    self._tell(Moved(id, paths[id]))
            self._told.ids = ids
            self._told.highest = max(self._told.highest, max(paths))

    def _tell_rows(self, rest: str, value: int, total: int) -> None:
        done = 0
        with self._store.working() as db:
            for portion in shelf.rows(db, rest, value):
                done += len(portion)
                self._tell(Rows(tuple(portion), done, total))

    # What the files say

    def _rearrange(self, plan: Plan, ids: dict[str, int]) -> None:
        if not plan.moved and not plan.gone:
            return
        with self._store.writing() as db:
            revision = shelf.change_content(db)
            shelf.remove(db, [ids[path] for path in plan.gone])
            for old, new in plan.moved:
                ids[new] = ids.pop(old)
                shelf.move(db, ids[new], new, revision)
        self._told.ids = ids
        self._forget([ids.pop(path) for path in plan.gone])
        for _old, new in plan.moved:
            self._tell(Moved(ids[new], new))

    def _forget(self, ids: Iterable[int]) -> None:
        gone = array("I", ids)
        if gone:
            self._tell(Gone(gone))

    def _read(self, plan: Plan, ids: dict[str, int], found: Mapping[str, Stamp]) -> None:
        self._told.ids = ids
        same = len(found) - len(plan.read)
        waiting: list[ReadPost] = []

        def adopt(posts: list[ReadPost], done: int, total: int) -> None:
            waiting.extend(posts)
            if len(waiting) >= AT_ONCE or done in (total, len(waiting)):
                rows = self._put(waiting)
                self._tell(Rows(tuple(rows), same + done, same + total))
                waiting.clear()

        paths = in_reading_order(plan.read, found)
        if paths:
            self._readers.read(
                self._folder.root, paths, self._folder.engine, adopt, self._cancelled
            )

    def _put(self, posts: Sequence[ReadPost]) -> list[Row]:
        """Write posts that have been read; returns their rows."""
        with self._store.writing() as db:
            revision = shelf.change_content(db)
            placed = list(zip(self._places(db, posts), posts, strict=True))
            shelf.put(db, placed, revision)
        return [shelf.row_of(id, post) for id, post in placed]

    def _places(self, db: sqlite3.Connection, posts: Sequence[ReadPost]) -> list[int]:
        """The ids of posts, new ones for those that are new."""
        ids = self._told.ids
        if self._store.version() != self._told.version:
            ids.update(shelf.ids_of(db, [post.path for post in posts]))
        following = max(self._told.highest + 1, shelf.next_id(db))
        for post in posts:
            if post.path not in ids:
                ids[post.path] = following
                following += 1
        self._told.highest = following - 1
        return [ids[post.path] for post in posts]


def plan_of(
    found: Mapping[str, Stamp],
    known: Mapping[str, Stamp],
    ids: Iterable[str],
    *,
    force: bool = False,
) -> Plan:
    """What to do, from the stamps that were found and are known; ``ids`` are all paths so far."""
    read = [path for path, stamp in found.items() if force or known.get(path) != stamp]
    gone = set(ids).difference(found)
    left = {known[path]: path for path in sorted(gone) if path in known and known[path][2]}
    moved: list[tuple[str, str]] = []
    for path in read:
        if path not in known and found[path] in left:
            moved.append((left.pop(found[path]), path))
            gone.remove(moved[-1][0])
    return Plan(read, moved, sorted(gone))


def in_reading_order(paths: Iterable[str], found: Mapping[str, Stamp]) -> list[str]:
    """Paths with the newest first: by the date in their names, else by the time of change."""

    def age(path: str) -> tuple[str, int, str]:
        return (age_by_name(path)[0], found[path][1], path)

    return sorted(paths, key=age, reverse=True)


def _within(ids: Iterable[str], places: Sequence[str] | None) -> Iterable[str]:
    """The paths that lie at or below ``places``."""
    if places is None or "" in places:
        return ids
    wanted = set(places)
    return [path for path in ids if any(part in wanted for part in _heads(path))]


def _heads(path: str) -> list[str]:
    """The path and the folders that it lies in."""
    ends = [place for place, sign in enumerate(path) if sign == "/"]
    return [path, *(path[:end] for end in ends)]


def _is_there(root: os.PathLike[str]) -> bool:
    try:
        with os.scandir(root):
            return True
    except OSError:
        return False
