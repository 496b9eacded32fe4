"""Decides in which style the article stands: the site's own, where it has one, or ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.desk.events import Event
from reviewer.site.styles import styles_of

if TYPE_CHECKING:
    from reviewer.site.folder import Folder
    from reviewer.ui.panels.preview.looks import Looks
    from reviewer.ui.tasks import Tasks

TASK = "preview-styles"


class Surface(Protocol):
    """What the choice asks of the widgets."""

    def show_styles(self, found: bool, reading: bool) -> None:
        """Offer the other style, where the site has one of its own."""
        ...


class SiteStyles:
    """The site's style sheets as far as they are found; ``changed`` when others are to be used."""

    def __init__(self, tasks: Tasks, looks: Looks, surface: Surface) -> None:
        self._tasks = tasks
        self._looks = looks
        self._surface = surface
        self._found: tuple[str, ...] = ()
        self.changed: Event[None] = Event()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The sheets to show the article with; none for our typography."""
        return () if self._looks.reading else self._found

    def are_found(self) -> bool:
        """Whether the site has a style of its own to show."""
        return bool(self._found)

    def look_for(self, folder: Folder) -> None:
        """Find out what style another site has."""
        self._found = ()
        self._tasks.run(TASK, lambda: styles_of(folder), self._use)

    def toggle_reading(self) -> None:
        """Show the article in the other style: the site's or ours."""
        self._looks.toggle_reading()
        self._use(self._found)

    def _use(self, found: tuple[str, ...]) -> None:
        self._found = found
        self._surface.show_styles(bool(found), self._looks.reading)
        if found:
            self.changed.emit(None)
