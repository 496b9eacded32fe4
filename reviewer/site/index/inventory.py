"""Which posts a folder has, by its index: no more than a list of them needs.

Nothing that is wrong with the database comes through to the caller: it is made
anew, at worst in memory, and the posts keep their ids.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self, TypeVar

from reviewer.site.folder import Folder
from reviewer.site.index import shelf
from reviewer.site.index.place import place_of, reading_stamp
from reviewer.site.index.refreshing import Refresh, Told
from reviewer.site.index.store import Store
from reviewer.site.reading.pool import Readers
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from reviewer.site.index.messages import News, Row
    from reviewer.site.reading.posts import ReadPost

Result = TypeVar("Result")

AT_ONCE = 500
"""Posts that are taken out of the database together."""


class Inventory:
    """The posts of a folder; a context manager that lets go of its database."""

    def __init__(
        self, folder: Folder, readers: Readers | None = None, place: Path | None = None
    ) -> None:
        self.folder = folder
        self._stamp = reading_stamp(folder.engine)
        self._readers = readers or Readers()
        self._owns_readers = readers is None
        self._told = Told()
        self._was_renewed = False
        self._use(Store.open(place or place_of(folder.root), self._stamp))

    @classmethod
    def open(cls, root: Path, readers: Readers | None = None) -> Self:
        """The index of the folder at ``root``; raises ``ReviewerError`` if there is none.

        ``readers`` read its files and stay open with their owner.
        """
        return cls(Folder.open(root), readers)

    # Keeping it up to date

    def refresh(
        self,
        on_news: Callable[[News], None],
        cancelled: Callable[[], bool] = never,
        paths: Iterable[str] | None = None,
        *,
        force: bool = False,
    ) -> None:
        """Look at the files, all or those at and below ``paths``; ends with ``Read``.

        Read is only what changed; with ``force`` all that is looked at.
        """
        places = None if paths is None else tuple(paths)
        try:
            self._look(on_news, cancelled, places, force=force)
        except sqlite3.Error as error:
            self.renew(error, on_news, cancelled)

    def glimpse(self, on_news: Callable[[News], None]) -> None:
        """Tell a few rows before ``refresh`` looks at all files; needed by no one else."""
        self.safely(self._refreshing(on_news).glimpse)

    def renew(
        self,
        error: sqlite3.Error,
        on_news: Callable[[News], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Go on with a new database after this error, and read the files into it."""
        if not self.store.lasts:
            raise error
        old = self.store
        place = None if self._was_renewed else old.place
        self._was_renewed = True
        # The old one goes last: another thread may be about to ask it something.
        self._use(Store.instead_of(place, self._stamp, error))
        old.close()
        self._told = Told(self._told.ids, self._told.highest)
        self.refresh(on_news, cancelled)

    def safely(self, work: Callable[[], Result]) -> Result:
        """What ``work`` comes to, after a new start if the database turns out to be of no use."""
        try:
            return work()
        except sqlite3.Error as error:
            self.renew(error, _unheard)
            return self.safely(work)

    # What can be asked

    def __len__(self) -> int:
        """How many posts there are."""
        return len(self.ids())

    def ids(self) -> list[int]:
        """The ids of all posts, in the order of their paths."""
        return self._asked(lambda db: shelf.ids(db, "ORDER BY path"))

    def rows(self) -> list[Row]:
        """The rows of all posts, in the order of their paths."""
        return self._asked(
            lambda db: [row for some in shelf.rows(db, "ORDER BY path") for row in some]
        )

    def posts(self, ids: Sequence[int]) -> Iterator[ReadPost]:
        """These posts with their front matter, in this order."""
        for start in range(0, len(ids), AT_ONCE):
            yield from self._in_order(ids[start : start + AT_ONCE])

    def close(self) -> None:
        """Let go of the database and of the process that helps reading."""
        if self._owns_readers:
            self._readers.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Behind the scenes

    def _use(self, store: Store) -> None:
        """Work with this database from now on."""
        self.store = store

    def _look(
        self,
        on_news: Callable[[News], None],
        cancelled: Callable[[], bool],
        places: Sequence[str] | None,
        *,
        force: bool,
    ) -> None:
        self._refreshing(on_news, cancelled).run(places, force=force)

    def _refreshing(
        self, on_news: Callable[[News], None], cancelled: Callable[[], bool] = never
    ) -> Refresh:
        files = (self.folder, self.store, self._readers, self._told)
        return Refresh(*files, on_news, cancelled)

    def _in_order(self, ids: Sequence[int]) -> list[ReadPost]:
        """A few posts, those of them that there are."""
        posts = dict(self._asked(lambda db: shelf.posts(db, ids)))
        return [posts[id] for id in ids if id in posts]

    def _asked(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        def ask() -> Result:
            with self.store.working() as db:
                return question(db)

        return self.safely(ask)


def _unheard(_news: News) -> None:
    """For what is done while nobody listens."""
