"""The watches on all folders of a site, renewed as folders come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from threading import Event

    from reviewer.site.watching.events import Events
    from reviewer.site.watching.territory import Territory

    OpenEvents = Callable[[Sequence[str], Event], Events]


class Watches:
    """Events from the folders of a territory; a context that gives the watches back."""

    def __init__(self, territory: Territory, open_events: OpenEvents, stopped: Event) -> None:
        self._territory = territory
        self._open_events = open_events
        self._stopped = stopped
        self._events = self._opened()

    def __enter__(self) -> Watches:
        return self

    def __exit__(self, *_error: object) -> None:
        self._events.close()

    def wait(self, milliseconds: int) -> set[str]:
        """Absolute paths of what changed. Raises ``NoEvents``."""
        return self._events.wait(milliseconds)

    def renew(self) -> set[str]:
        """Watch the folders that there are now; returns what changed meanwhile."""
        before = self._events
        try:
            self._events = self._opened()
            return before.wait(1)
        finally:
            if before is not self._events:
                before.close()

    def _opened(self) -> Events:
        """Events from all folders; raises ``FileNotFoundError`` once there is none at all."""
        while folders := self._territory.survey():
            try:
                events = self._open_events(folders, self._stopped)
            except FileNotFoundError:
                continue  # a folder went between finding and watching it
            if self._territory.is_complete() or self._stopped.is_set():
                return events
            events.close()
        raise FileNotFoundError
