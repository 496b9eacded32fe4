"""What the window can do, without the window: joins desk, flows and services. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.ui.flows.bulk_editing import BulkEditing
from reviewer.ui.flows.disk_changes import DiskChanges
from reviewer.ui.flows.merging import Merging
from reviewer.ui.flows.opening import Opening
from reviewer.ui.flows.post_desk import PostDesk
from reviewer.ui.flows.reading import FolderReading, Phase
from reviewer.ui.flows.recovering import Recovering
from reviewer.ui.flows.reviewing import Reviewing
from reviewer.ui.flows.saving import Saving
from reviewer.ui.flows.waiving import Waiving
from reviewer.ui.listing.order import ORDERS
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.desk.journal.journal import Journal
    from reviewer.ui.context import Context
    from reviewer.ui.flows.reading import State
    from reviewer.ui.theme.theme import Scheme


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies outside the window: file manager, clipboard, sample site, a journal if any."""

    reveal: Callable[[Path], None]
    copy: Callable[[str], None]
    sample: Callable[[], Path]
    journal: Journal | None = None


class Shell:
    """The abilities of one window; ``quit_requested`` asks the window to close."""

    def __init__(self, context: Context, around: Surroundings) -> None:
        self.context = context
        self.around = around
        self.quit_requested: Event[None] = Event()
        self.reading = FolderReading(context)
        self.merging = Merging(context)
        self.disk_changes = DiskChanges(context, self.merging)
        self.opening = Opening(context)
        self.recovering = Recovering(context, self.merging, around.journal)
        self.saving = Saving(context, self.merging, self.recovering, self.reading.reload)
        self.bulk = BulkEditing(context, self.reading.reload)
        self.waiving = Waiving(context)
        self.reviewing = Reviewing(context, self.saving, self.opening)
        self.post = PostDesk(context.workspace, around.reveal, around.copy)
        self._begins = False
        self.reading.state_changed.connect(self._on_reading)
        context.listing.answered.connect(lambda _found: self._begin())

    def has_folder(self) -> bool:
        """Whether a folder is open."""
        return self.context.workspace.folder is not None

    def has_rows(self) -> bool:
        """Whether the list shows any post."""
        return bool(self.context.listing.rows)

    def ask_folder(self) -> None:
        """Let the user choose a folder and open it."""
        folder = self.context.workspace.folder
        chosen = self.context.prompts.ask_folder(folder.root.parent if folder else None)
        if chosen is not None:
            self.open_folder(chosen)

    def open_folder(self, path: Path) -> None:
        """Open a folder, or a post with its folder, unless unsaved work holds the editor back."""
        self.saving.leave(lambda: self.reading.open(path))

    def open_sample(self) -> None:
        """Open the user's copy of the sample site."""
        self.context.tasks.run(
            "sample", self.around.sample, self.open_folder, self.context.prompts.show_error
        )

    def show_folder(self) -> None:
        """Show the folder in the file manager."""
        if self.context.workspace.folder is not None:
            self.around.reveal(self.context.workspace.folder.root)

    def quit(self) -> None:
        """Ask the window to close."""
        self.quit_requested.emit(None)

    def choose_theme(self, scheme: Scheme) -> None:
        """Use a theme from now on, in later runs too."""
        self.context.theme.choose(scheme)
        self.context.settings.keep("window/theme", scheme.value)

    def uses_theme(self, scheme: Scheme) -> bool:
        """Whether the user chose this theme."""
        return self.context.theme.scheme is scheme

    def uses_order(self, order: str) -> bool:
        """Whether the list stands in this order."""
        return self.context.listing.order == order

    def choose_order(self, order: str) -> None:
        """Sort the list, in later runs too."""
        self.context.listing.show_order(order)
        self.context.settings.keep("list/order", order)

    def tell_result(self) -> None:
        """Say how the check of the folder ended."""
        totals = self.context.workspace.catalogue.totals
        bad = totals.faulty
        posts = tr_count("{count} post checked", "{count} posts checked", totals.posts)
        result = tr_count("{count} has problems", "{count} have problems", bad)
        self.context.notify(f"{posts}: {result}" if bad else tr("{posts}: all clear", posts=posts))

    def _on_reading(self, state: State) -> None:
        if state.phase is Phase.LEARNING:
            self.opening.refresh()
        # Once the rows stand as they will, so that the post that is shown is the topmost one.
        late = ORDERS[self.context.listing.order].by_findings
        if state.phase in ((Phase.CHECKED if late else Phase.LEARNING), Phase.STOPPED):
            self._begins = True
            self._begin()

    def _begin(self) -> None:
        """Show the topmost post as soon as the index has said which one that is."""
        if self._begins and not self.context.listing.searching:
            self._begins = False
            self.opening.begin()
