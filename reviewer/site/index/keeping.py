"""The steps of keeping a folder's index: read, learn, check, in the thread of the caller.

Whoever needs no window beside it uses this as it stands; the process that
works for the window calls it from a thread of its own.
"""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError
from reviewer.site.index.library import Library
from reviewer.site.index.messages import Failed, Learnt, Opened, Ready

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.site.index.messages import Checked, News, Search
    from reviewer.site.reading.pool import Readers


class Keeper:
    """One folder at a time; what happens is told to ``tell``, nothing is raised."""

    def __init__(self, tell: Callable[[News], None], readers: Readers | None = None) -> None:
        self._tell = tell
        self._readers = readers
        self._stopped = Event()
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

    def refresh(self, places: Sequence[str] | None = None, *, force: bool = False) -> None:
        """Look at files, learn and check; ends with ``Ready`` unless it is stopped."""
        library = self.library
        if library is None:
            return
        library.refresh(self._tell, self._stopped.is_set, places, force=force)
        if places is None or library.schema is None:
            self._learn(library)
        if not self._stopped.is_set():
            library.check(self._checked, self._stopped.is_set)
        if not self._stopped.is_set():
            self._tell(Ready())

    def gather(self, search: Search) -> None:
        """Look into fields and texts as far as ``search`` needs them."""
        if self.library is not None:
            self.library.gather(search, self._stopped.is_set)

    def stop(self) -> None:
        """Leave what is being done, from another thread; ``go_on`` before anything new."""
        self._stopped.set()

    def go_on(self) -> None:
        """What was stopped is over."""
        self._stopped.clear()

    def close(self) -> None:
        """Let go of the folder."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def _learn(self, library: Library) -> None:
        if self._stopped.is_set():
            return
        before = library.schema
        schema = library.learn()
        if schema != before:
            self._tell(Learnt(schema))

    def _checked(self, checked: Checked, _done: int, _total: int) -> None:
        self._tell(checked)
