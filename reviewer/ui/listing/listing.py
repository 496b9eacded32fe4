"""The rows of the post list: which posts, in what order, and when that is another list.

Shared by the sidebar (which sets the scope) and the list (which sets the rest).
While the editor types in a post its row stays where it is, even when the post
no longer fits the scope: a row that jumps away under one's hands helps nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.ui.listing.order import NEWEST, in_order
from reviewer.ui.listing.query import Term, matches, parse
from reviewer.ui.listing.scope import EVERYTHING, Scope, within

if TYPE_CHECKING:
    from reviewer.desk.open_post import PostChanged
    from reviewer.desk.workspace import EntriesChanged, Workspace
    from reviewer.site.entries import Entry


class Listing:
    """``rows`` are paths; ``changed`` are the paths of posts with unsaved edits."""

    def __init__(self, workspace: Workspace, order: str = NEWEST) -> None:
        self.workspace = workspace
        self.scope = EVERYTHING
        self.order = order
        self.query = ""
        self.rows: list[str] = []
        self.changed: set[str] = set()
        self.rows_changed: Event[None] = Event()
        self.rows_updated: Event[tuple[str, ...]] = Event()
        self.went_stale: Event[None] = Event()
        self.scope_changed: Event[Scope] = Event()
        self._known: set[str] = set()
        self._terms: tuple[Term, ...] = ()
        workspace.entries_changed.connect(self._on_entries)
        workspace.post_changed.connect(self._on_post)
        workspace.folder_opened.connect(lambda _folder: self._start_over())

    @property
    def narrowed(self) -> bool:
        """Whether some posts may be left out."""
        return self.scope != EVERYTHING or bool(self._terms)

    def show_scope(self, scope: Scope) -> None:
        """Show the posts of ``scope``."""
        self.scope = scope
        self.scope_changed.emit(scope)
        self.refresh(keep_current=False)

    def show_query(self, query: str) -> None:
        """Show the posts that fit a filter line."""
        self.query = query
        self._terms = parse(query)
        self.refresh(keep_current=False)

    def show_order(self, order: str) -> None:
        """Show the posts in another order."""
        self.order = order
        self.refresh()

    def show_everything(self) -> None:
        """Leave no post out."""
        self.query = ""
        self._terms = ()
        self.show_scope(EVERYTHING)

    def refresh(self, *, keep_current: bool = True) -> None:
        """Work the rows out anew."""
        kept = self._kept() if keep_current else ""
        entries = self.workspace.entries
        self.changed = {each.path for each in self.workspace.dirty_posts()}
        fitting = (entry for entry in entries.values() if entry.path == kept or self._fits(entry))
        self.rows = [entry.path for entry in in_order(fitting, self.order)]
        self._known = set(self.rows)
        self.rows_changed.emit(None)

    def neighbour(self, path: str, step: int) -> str:
        """The path ``step`` rows below ``path``; itself at the ends, "" in an empty list."""
        if not self.rows:
            return ""
        if path not in self._known:
            return self.rows[0]
        index = self.rows.index(path) + step
        return self.rows[min(max(index, 0), len(self.rows) - 1)]

    def _fits(self, entry: Entry) -> bool:
        return within(self.scope, entry, self.changed) and matches(self._terms, entry)

    def _kept(self) -> str:
        current = self.workspace.current
        return current.path if current and current.path in self._known else ""

    def _on_entries(self, event: EntriesChanged) -> None:
        if not event.reset and self._known.issuperset(event.paths):
            self.rows_updated.emit(event.paths)
        elif self.rows and not event.reset:
            self.went_stale.emit(None)
        else:
            self.refresh()

    def _on_post(self, event: PostChanged) -> None:
        path = event.open_post.path
        before = path in self.changed
        if event.open_post.is_dirty is before:
            return
        (self.changed.discard if before else self.changed.add)(path)
        self.rows_updated.emit((path,))

    def _start_over(self) -> None:
        self.changed.clear()
        self._known.clear()
        self.show_everything()
