"""The index of one folder in this process: refreshed, learnt from, checked and searched.

Commands use it as it is; for the window it works in a process of its own.
Nothing that is wrong with the database comes through to the caller: it is made
anew, at worst in memory, and the posts keep their ids.
"""

from __future__ import annotations

import sqlite3
from array import array
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reviewer.site.entries import Entry, recalled
from reviewer.site.folder import Folder
from reviewer.site.index import learning, shelf
from reviewer.site.index.checking import Checker, check_all
from reviewer.site.index.finder import Finder
from reviewer.site.index.messages import ALONE, FIELD, FOLDER, Checked, Choice, Group, Scope
from reviewer.site.index.place import place_of, reading_stamp
from reviewer.site.index.refreshing import Refresh, Told
from reviewer.site.index.store import Damaged, Store
from reviewer.site.index.verdicts import findings_out
from reviewer.site.learning import learn
from reviewer.site.reading.pool import Readers
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from reviewer.schema.finding import Finding
    from reviewer.schema.inference import Schema
    from reviewer.site.index.messages import Found, News, Row, Search
    from reviewer.site.index.verdicts import Verdict

Result = TypeVar("Result")

AT_ONCE = 500
"""Posts that are taken out of the database together."""


def _uncounted(_done: int, _total: int) -> None:
    """For what is done while nobody looks on."""


class Library:
    """What is known of the posts of a folder; a context manager that lets go of it."""

    def __init__(
        self, folder: Folder, readers: Readers | None = None, place: Path | None = None
    ) -> None:
        self.folder = folder
        self.schema: Schema | None = None
        self._stamp = reading_stamp(folder.engine)
        self._readers = readers or Readers()
        self._owns_readers = readers is None
        self._told = Told()
        self._was_renewed = False
        self._use(Store.open(place or place_of(folder.root), self._stamp))

    @classmethod
    def open(cls, root: Path, readers: Readers | None = None) -> Library:
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

    def learn(self) -> Schema:
        """What the posts have in common: remembered where they did not change."""
        self.schema = self.safely(self._learnt)
        return self.schema

    def check(
        self,
        on_batch: Callable[[Checked, int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Judge all posts that have not been judged as they stand, by what was learnt."""
        checker = Checker(self.schema or self.learn(), self.folder.engine.dialect)

        def tell(verdicts: Sequence[Verdict], done: int, total: int) -> None:
            on_batch(_counts(verdicts), done, total)

        self.safely(lambda: check_all(self.store, checker, tell, cancelled))

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

    def entries(self, ids: Iterable[int] | None = None) -> Iterator[Entry]:
        """These posts with their front matter, or all, in the order of their ids or paths."""
        chosen = self.ids() if ids is None else list(ids)
        for start in range(0, len(chosen), AT_ONCE):
            yield from self.safely(partial(self._some, chosen[start : start + AT_ONCE]))

    def entry(self, path: str) -> Entry | None:
        """The post at ``path`` with its front matter."""
        ids = self._asked(lambda db: list(shelf.ids_of(db, [path]).values()))
        return next(self.entries(ids), None)

    def findings(self, ids: Sequence[int]) -> dict[int, tuple[Finding, ...]]:
        """The findings of those of these posts that have been checked, by id."""
        kept = self._asked(lambda db: shelf.findings(db, ids))
        return {id: findings_out(text) for id, text in kept.items()}

    def gather(
        self,
        search: Search,
        told: Callable[[int, int], None] = _uncounted,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Look into fields and texts as far as a whole answer to ``search`` needs them."""
        self.safely(lambda: self.finder.gather(search, told, cancelled))

    # What may also be asked while another thread keeps the index up to date: the errors of
    # the database come through, since only that thread may mend it (``safely`` does so here).

    def search(self, search: Search) -> Found:
        """The posts that fit, as far as is known by now; raises ``sqlite3.Error``."""
        return self.finder.search(search)

    def facets(self) -> tuple[Group, ...]:
        """What the list can be narrowed to, with counts; raises ``sqlite3.Error``."""
        with self.store.reading() as db:
            counts = shelf.folders(db)
        choices = (Choice(Scope(FOLDER, name, ALONE), name, count) for name, count in counts)
        return (Group("Folders", tuple(choices)),)

    def values(self, field: str) -> Group:
        """The values of one field, with counts; raises ``sqlite3.Error``."""
        counts = self.finder.values.counts(field)
        choices = (Choice(Scope(FIELD, field, each.raw), each.raw, each.count) for each in counts)
        return Group(field, tuple(choices))

    def close(self) -> None:
        """Let go of the database and of the process that helps reading."""
        if self._owns_readers:
            self._readers.close()
        self.store.close()

    def __enter__(self) -> Library:
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
        self.store = store
        self.finder = Finder(store, self.folder.root)

    def _look(
        self,
        on_news: Callable[[News], None],
        cancelled: Callable[[], bool],
        places: Sequence[str] | None,
        *,
        force: bool,
    ) -> None:
        judge = Checker(self.schema, self.folder.engine.dialect).judge if self.schema else None
        look = Refresh(
            self.folder, self.store, self._readers, self._told, on_news, cancelled, judge
        )
        look.run(places, force=force)

    def _learnt(self) -> Schema:
        engine = self.folder.engine
        schema = learning.recall(self.store, engine)
        if schema is None:
            schema = learn(engine, self.entries())
            learning.adopt(self.store, engine, schema)
        return schema

    def _some(self, ids: Sequence[int]) -> list[Entry]:
        posts = dict(self._asked(lambda db: shelf.posts(db, ids)))
        try:
            return [recalled(posts[id]) for id in ids if id in posts]
        except (ValueError, TypeError, KeyError) as error:
            raise Damaged(f"the index does not hold what was put into it: {error}") from error

    def _asked(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        def ask() -> Result:
            with self.store.working() as db:
                return question(db)

        return self.safely(ask)


def _counts(verdicts: Sequence[Verdict]) -> Checked:
    columns = list(zip(*verdicts, strict=True)) or [()] * 4
    return Checked(*(array("I", column) for column in columns[:4]))


def _unheard(_news: News) -> None:
    """For what is done while nobody listens."""
