"""Keeps the unsaved work of one window on record, from a thread of its own.

Whoever types only leaves word of the newest text and goes on; the thread
writes what has come in, waits for the disk, and tells when it cannot.
"""

from __future__ import annotations

import logging
import time
from threading import Condition, Thread
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.desk.journal.pages import Note, Pages
from reviewer.site import storage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from reviewer.desk.journal.work import Place
    from reviewer.document.post import Post

_log = logging.getLogger(__name__)

PULSE = 0.25
"""Seconds from one writing to the next: what is typed meanwhile is written together."""
AGAIN = 1.0
"""Seconds after which writing that failed is tried again."""


def at_once(call: Callable[[], None]) -> None:
    """For whoever hears in any thread."""
    call()


class Journal:
    """One for each window. ``trouble`` says why nothing can be written, "" once it can again.

    ``post`` has ``trouble`` told in the thread where its hearers live.
    """

    def __init__(self, folder: Path, post: Callable[[Callable[[], None]], None] = at_once) -> None:
        self.folder = folder
        self.trouble: Event[str] = Event()
        self._post = post
        self._said = ""
        self._pages = Pages(folder)
        self._thread: Thread | None = None
        # What follows is touched under this alone.
        self._awake = Condition()
        self._notes: dict[Place, Note | None] = {}
        self._asked = self._done = self._failures = self._waiting = 0
        self._keeping = self._closing = False

    # Called where the editor works

    def note(self, place: Place, saved: Post, now: Post, title: str = "") -> None:
        """Put ``now`` on record within a second, or nothing where it is as ``saved``."""
        self._leave_word({place: Note(saved, now, title, time.time())})

    def drop(self, places: Iterable[Place]) -> None:
        """Have nothing on record of these posts."""
        self._leave_word(dict.fromkeys(places))

    def flush(self, patience: float = 10.0) -> bool:
        """Wait until all that was noted is on the disk; whether it is."""
        with self._awake:
            asked, failures = self._asked, self._failures
            self._waiting += 1
            self._awake.notify_all()
            self._awake.wait_for(lambda: self._done >= asked or self._failures > failures, patience)
            self._waiting -= 1
            return self._done >= asked

    def keep(self, patience: float = 10.0) -> bool:
        """Leave all that is on record to be opened next time; whether that was done."""
        with self._awake:
            self._keeping = True
        self._leave_word({})
        return self.flush(patience)

    def close(self, patience: float = 10.0) -> None:
        """Write what waits; what is unsaved then is offered by the next start.

        A disk that does not answer is not waited for longer than ``patience``.
        """
        with self._awake:
            self._closing = True
            self._awake.notify_all()
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _leave_word(self, notes: Mapping[Place, Note | None]) -> None:
        with self._awake:
            self._notes |= notes
            self._asked += 1
            if self._thread is None and not self._closing:
                self._thread = Thread(target=self._run, name="journal", daemon=True)
                self._thread.start()
            self._awake.notify_all()

    # In the thread

    def _run(self) -> None:
        while self._is_asked():
            with self._awake:
                notes, self._notes = self._notes, {}
                keeping, self._keeping = self._keeping, False
                asked = self._asked
            self._pages.take(notes)
            written = self._write(keeping)
            if self._end_of_turn(asked if written else None):
                break
        self._let_go()

    def _is_asked(self) -> bool:
        """Wait for work; whether there is some, or the journal ends."""
        with self._awake:
            self._awake.wait_for(lambda: self._closing or self._done < self._asked)
            return self._done < self._asked

    def _write(self, keeping: bool) -> bool:
        try:
            if keeping:
                self._pages.keep()
            else:
                self._pages.write()
        except OSError as error:
            self._say(storage.explained(error, self.folder).what, error)
            return False
        self._say("")
        return True

    def _end_of_turn(self, done: int | None) -> bool:
        """Tell who waits, and let some time pass; whether to give up."""
        with self._awake:
            if done is None:
                self._failures += 1
            else:
                self._done = done
            self._awake.notify_all()
            if done is None:
                return self._awake.wait_for(lambda: self._closing, AGAIN)
            self._awake.wait_for(lambda: self._closing or self._waiting, PULSE)
            return False

    def _let_go(self) -> None:
        try:
            self._pages.close()
        except OSError as error:
            _log.warning("could not close the journal: %s", error)

    def _say(self, trouble: str, error: OSError | None = None) -> None:
        if trouble == self._said:
            return
        self._said = trouble
        if error is not None:
            _log.warning("could not write the journal: %s", error)
        self._post(lambda: self.trouble.emit(trouble))
