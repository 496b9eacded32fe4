"""Watches one folder in a thread and tells what is to be looked at again.

Changes are told once it has been quiet for a moment, so that a program that
saves in three steps is one change; very many at once, such as a ``git checkout``
makes, are told as one look at everything, since the system may have left some
out. What was changed by Reviewer itself is told like all else: whoever looks
again finds nothing new there.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from reviewer.site.watching.events import NoEvents, SystemEvents
from reviewer.site.watching.mounts import is_remote
from reviewer.site.watching.root import Root
from reviewer.site.watching.territory import Territory
from reviewer.site.watching.watches import Watches

if TYPE_CHECKING:
    from reviewer.site.folder import Folder
    from reviewer.site.watching.listener import Listener
    from reviewer.site.watching.watches import OpenEvents

MANY = 500
"""Changed places from which on everything is looked at instead."""

REMOTE = "the folder lies on another machine or drive that tells of no changes"


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between looks.

    ``root`` between looks whether the folder is still there, ``away`` while it
    is not. ``polling`` between looks at everything where the system tells
    nothing, or ``share`` times what a look takes if that is more. ``burst`` is
    how long one stream of very many changes may go on before it is told, ``end``
    how long stopping waits for the thread.
    """

    root: float = 1.0
    away: float = 2.0
    polling: float = 10.0
    share: float = 20.0
    burst: float = 5.0
    end: float = 3.0


PACE = Pace()


class Watcher:
    """Between ``start`` and ``stop`` the listener hears of changes, from another thread."""

    def __init__(
        self,
        folder: Folder,
        listener: Listener,
        *,
        open_events: OpenEvents = SystemEvents,
        pace: Pace = PACE,
    ) -> None:
        self._listener = listener
        self._open_events = open_events
        self._pace = pace
        self._root = Root(folder.root)
        self._territory = Territory(folder)
        self._stopped = Event()
        self._slow = ""
        self._look = True
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    def start(self, *, look: bool = True) -> None:
        """Begin to watch; once the watches stand, ``standing`` is told.

        Without ``look`` it is not, the first time.
        """
        self._look = look
        self._thread.start()

    def stop(self) -> None:
        """End watching; nothing is told after this returns."""
        self._stopped.set()
        if self._thread.is_alive():
            # A drive that does not answer holds the thread for as long as it likes.
            self._thread.join(self._pace.end)

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._watch()
            missing = self._root.missing()
            if missing and not self._stopped.is_set():
                self._listener.away(missing)
                if self._returned():
                    self._root.replaced()
                    self._look = True
                    self._listener.back()

    def _returned(self) -> bool:
        """Wait until the folder is there again."""
        while self._root.missing():
            if self._stopped.wait(self._pace.away):
                return False
        return True

    # While the folder is there

    def _watch(self) -> None:
        """Tell of changes until the folder is gone or watching ends."""
        try:
            if is_remote(self._root.path):
                raise NoEvents(REMOTE)
            with Watches(self._territory, self._open_events, self._stopped) as watches:
                self._stand("")
                self._listen(watches)
        except FileNotFoundError:
            return
        except NoEvents as error:
            self._stand(str(error))
            self._poll()

    def _stand(self, slow: str) -> None:
        if slow != self._slow:
            self._listener.slow(slow)
        self._slow = slow
        # The configuration may have changed since the folder was opened, too.
        if self._territory.is_configured_otherwise():
            self._listener.reconfigured()
        elif self._look:
            self._listener.standing()
        self._look = True

    def _poll(self) -> None:
        wait = self._pace.polling
        while not (self._stopped.wait(wait) or self._root.missing()):
            begun = time.monotonic()
            self._territory.survey()
            taken = time.monotonic() - begun
            wait = max(self._pace.polling, self._pace.share * taken)
            self._root.replaced()
            if self._territory.is_configured_otherwise():
                self._listener.reconfigured()
            else:
                self._listener.changed(None)

    def _listen(self, watches: Watches) -> None:
        while not self._stopped.is_set():
            changed = watches.wait(round(self._pace.root * 1000))
            if self._stopped.is_set() or self._root.missing():
                return
            if self._root.replaced():
                watches.renew()
                self._listener.changed(None)
            elif changed:
                self._heard(changed, watches)

    def _heard(self, changed: set[str], watches: Watches) -> None:
        """Tell of changes, after watching whatever folders came with them."""
        self._drain(changed, watches)
        places = self._territory.places(changed)
        if self._territory.folders_among(places):
            changed |= watches.renew()
            places |= self._territory.places(changed)
        if self._territory.may_configure(changed) and self._territory.is_configured_otherwise():
            self._listener.reconfigured()
        elif len(places) > MANY:
            self._listener.changed(None)
        elif places:
            self._listener.changed(sorted(places))

    def _drain(self, changed: set[str], watches: Watches) -> None:
        """Wait for the end of very many changes."""
        latest = time.monotonic() + self._pace.burst
        while len(changed) > MANY and time.monotonic() < latest and not self._stopped.is_set():
            more = watches.wait(200)
            if not more:
                return
            changed |= more
