"""The steps of keeping a folder's index: read, learn, check, in the thread of the caller.

Whoever needs no window beside it uses this as it stands; the process that
works for the window calls it from a thread of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.site.index.library import Library
from reviewer.site.index.messages import (
    FIELD,
    Examined,
    Failed,
    Gone,
    Learnt,
    Opened,
    Read,
    Ready,
    Reviewed,
    Rows,
    Scope,
    Search,
)
from reviewer.site.walking import never

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.site.index.messages import Checked, News
    from reviewer.site.index.store import Store
    from reviewer.site.reading.pool import Readers

OF_ANY_FIELD = Search(scope=Scope(FIELD))
"""Answering it takes the values of all fields, which the facets count."""

FEW = 20
SHARE = 0.02
"""How many changed posts, and what part of all, are too few to learn anew from."""


class Keeper:
    """One folder at a time; what happens is told to ``tell``, nothing is raised."""

    def __init__(self, tell: Callable[[News], None], readers: Readers | None = None) -> None:
        self._told = tell
        self._has_told = False
        self._readers = readers
        self._changed = 0
        self.library: Library | None = None

    def open(self, root: Path) -> None:
        """Leave the folder that was open and get to know this one."""
        self.close()
        try:
            self.library = Library.open(root, self._readers)
        except ReviewerError as error:
            self._tell(Failed(error))
            return
        self._tell(Opened(self.library.folder))
        self.library.glimpse(self._tell)

    def refresh(
        self,
        places: Sequence[str] | None = None,
        cancelled: Callable[[], bool] = never,
        *,
        force: bool = False,
    ) -> None:
        """Look at files, learn, check, gather values; ends with ``Ready`` unless called off."""
        library = self.library
        if library is None:
            return
        library.refresh(self._hear, cancelled, places, force=force)
        if not cancelled():
            self._learn(library, anew=places is None or library.schema is None)
            self._review(library, places)
        self._follow(library, cancelled)

    def look(self, cancelled: Callable[[], bool] = never) -> None:
        """Do the same for nobody who waits: where nothing has changed, nothing is told."""
        library = self.library
        if library is not None and not cancelled():
            self._has_told = False
            library.refresh(self._hear_changes, cancelled)
            if not cancelled():
                self._learn(library, anew=True)
                self._review(library)
            self._follow(library, cancelled, quiet=True)

    def examine(self, cancelled: Callable[[], bool] = never) -> None:
        """Judge whole texts, which takes far longer than all else; ends with ``Ready`` if any was.

        Called off, it goes on from there the next time.
        """
        library, told = self.library, False

        def tell(checked: Checked, done: int, total: int) -> None:
            nonlocal told
            told = True
            self._tell(checked)
            self._tell(Examined(done, total))

        if library is not None and not cancelled():
            library.examine(tell, cancelled, apart=True)
            if told and not cancelled():
                self._tell(Ready())

    @property
    def is_outdated(self) -> bool:
        """Whether so many posts changed that the others may be measured by other rules now."""
        library = self.library
        return library is not None and self._changed > max(FEW, len(library) * SHARE)

    def learn_anew(self, cancelled: Callable[[], bool] = never) -> None:
        """Learn from the posts as they are by now, and check all by that; ends with ``Ready``."""
        library = self.library
        if library is not None and not cancelled():
            self._learn(library, anew=True)
            self._follow(library, cancelled)

    def _follow(
        self, library: Library, cancelled: Callable[[], bool], *, quiet: bool = False
    ) -> None:
        """Do what follows from posts and rules; if ``quiet``, end so where nothing was told."""
        if not cancelled():
            library.check(self._checked, cancelled)
        if not cancelled():
            library.gather(OF_ANY_FIELD, cancelled=cancelled)
        if not cancelled() and (self._has_told or not quiet):
            self._tell(Ready())

    def mend(self, store: Store | None, error: sqlite3.Error) -> None:
        """Go on without this database, which gave ``error`` to someone who asked."""
        if self.library is not None and self.library.store is store:
            self.library.renew(error, self._tell)
            self.learn_anew()

    def close(self) -> None:
        """Let go of the folder."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def _tell(self, news: News) -> None:
        self._has_told = True
        self._told(news)

    def _hear_changes(self, news: News) -> None:
        """Without the end of reading, where nothing was read."""
        if self._has_told or not isinstance(news, Read):
            self._hear(news)

    def _hear(self, news: News) -> None:
        match news:
            case Rows(rows):
                self._changed += len(rows)
            case Gone(ids):
                self._changed += len(ids)
        self._tell(news)

    def _learn(self, library: Library, *, anew: bool) -> None:
        before = (library.schema, library.sieve)
        if anew:
            library.learn()
            self._changed = 0
        library.heed()
        if library.schema is not None and (library.schema, library.sieve) != before:
            self._tell(Learnt(library.schema, library.sieve))

    def _review(self, library: Library, places: Sequence[str] | None = None) -> None:
        standings = library.review(places)
        if standings:
            self._tell(Reviewed(tuple(standings)))

    def _checked(self, checked: Checked, _done: int, _total: int) -> None:
        self._tell(checked)
