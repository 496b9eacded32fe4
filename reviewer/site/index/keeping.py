"""The steps of keeping a folder's index: read, learn, check, in the thread of the caller.

Whoever needs no window beside it uses this as it stands; the process that
works for the window calls it from a thread of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.site.index.library import Library
from reviewer.site.index.messages import FIELD, Failed, Learnt, Opened, Ready, Scope, Search
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


class Keeper:
    """One folder at a time; what happens is told to ``tell``, nothing is raised."""

    def __init__(self, tell: Callable[[News], None], readers: Readers | None = None) -> None:
        self._tell = tell
        self._readers = readers
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
        library.refresh(self._tell, cancelled, places, force=force)
        if not cancelled() and (places is None or library.schema is None):
            self._learn(library)
        if not cancelled():
            library.check(self._checked, cancelled)
        if not cancelled():
            library.gather(OF_ANY_FIELD, cancelled=cancelled)
        if not cancelled():
            self._tell(Ready())

    def mend(self, store: Store | None, error: sqlite3.Error) -> None:
        """Go on without this database, which gave ``error`` to someone who asked."""
        if self.library is not None and self.library.store is store:
            self.library.renew(error, self._tell)

    def close(self) -> None:
        """Let go of the folder."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def _learn(self, library: Library) -> None:
        before = library.schema
        schema = library.learn()
        if schema != before:
            self._tell(Learnt(schema))

    def _checked(self, checked: Checked, _done: int, _total: int) -> None:
        self._tell(checked)
