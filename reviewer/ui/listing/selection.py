"""The posts that are selected in the list, for whoever does something with many at once."""

from __future__ import annotations

from array import array

from reviewer.desk.events import Event


class Selection:
    """``ids`` from the top of the list to its end; ``changed`` when they are others."""

    def __init__(self) -> None:
        self.ids: array[int] = array("I")
        self.changed: Event[None] = Event()

    def take(self, ids: array[int]) -> None:
        """These posts are selected now."""
        if ids != self.ids:
            self.ids = ids
            self.changed.emit(None)
