"""What every panel is handed: the desk, and the few services of the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.ui.following import Following
from reviewer.ui.listing.listing import Listing
from reviewer.ui.listing.saved_searches import SavedSearches
from reviewer.ui.listing.selection import Selection
from reviewer.ui.navigation import Navigation

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.checks.waivers import Waiver
    from reviewer.desk.workspace import Workspace
    from reviewer.schema.finding import Finding
    from reviewer.ui.actions.table import Actions
    from reviewer.ui.prompts import Prompts
    from reviewer.ui.settings import Settings
    from reviewer.ui.tasks import Tasks
    from reviewer.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Notice:
    """A short message that goes by itself, with at most one thing to do about it."""

    text: str
    action: str = ""
    run: Callable[[], None] | None = None


@dataclass(slots=True)
class Context:
    """The desk and the services of the window; one for each window."""

    workspace: Workspace
    tasks: Tasks
    prompts: Prompts
    theme: Theme
    settings: Settings
    actions: Actions
    navigation: Navigation = field(default_factory=Navigation)
    following: Following = field(default_factory=Following)
    notices: Event[Notice] = field(default_factory=Event)
    waive_asked: Event[Finding] = field(default_factory=Event)
    unwaive_asked: Event[Waiver] = field(default_factory=Event)
    selection: Selection = field(default_factory=Selection)
    listing: Listing = field(init=False)
    searches: SavedSearches = field(init=False)

    def __post_init__(self) -> None:
        self.listing = Listing(self.workspace)
        self.searches = SavedSearches(self.workspace, self.settings)

    def notify(self, text: str, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Show ``text`` for a moment at the bottom of the window."""
        self.notices.emit(Notice(text, action, run))

    def close(self) -> None:
        """End all work in the background."""
        self.workspace.librarian.close()
        self.tasks.close()
