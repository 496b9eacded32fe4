"""Follows the current post for the pages that show what others will show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.document.source import line_at
from reviewer.render.cards.facts import Facts, Origin, Site, facts_of
from reviewer.render.flavours.registry import flavour_for
from reviewer.ui.panels.aside.addresses import PostAddresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost
    from reviewer.document.post import Post
    from reviewer.render.cards.facts import Part
    from reviewer.site.folder import Folder
    from reviewer.ui.context import Context


class FactsFeed:
    """``changed`` tells the facts of the newest revision, None where no post is shown.

    Nothing is worked out while nobody looks. ``key`` names the work in the background.
    """

    def __init__(self, context: Context, key: str) -> None:
        self._context = context
        self._key = key
        self._looked_at = False
        self._stale = True
        self._addresses = PostAddresses()
        self.facts: Facts | None = None
        self.changed: Event[Facts | None] = Event()
        workspace = context.workspace
        workspace.current_changed.connect(lambda _post: self._forget())
        workspace.post_changed.connect(lambda _change: self._refresh())

    def look(self, shown: bool) -> None:
        """Whether the page is seen now."""
        self._looked_at = shown
        if shown and self._stale:
            self._refresh()

    def go_to(self, part: Part) -> None:
        """Go to where a part comes from."""
        current, navigation = self._context.workspace.current, self._context.navigation
        if part.origin is Origin.FIELD:
            navigation.go_to_field(part.path)
        elif part.origin is Origin.BODY and current is not None:
            navigation.go_to_line(line_at(current.post.text, current.post.body_span.start))

    def _forget(self) -> None:
        self._context.tasks.cancel(self._key)
        self.facts = None
        self._refresh()

    def _refresh(self) -> None:
        """One at a time: else fast typing would never be answered."""
        self._stale = True
        if not self._looked_at or self._context.tasks.is_busy(self._key):
            return
        self._stale = False
        current, folder = self._context.workspace.current, self._context.workspace.folder
        if current is None or folder is None:
            self.changed.emit(None)
            return
        work = self._work(folder, current.path, current.post)
        self._context.tasks.run(self._key, work, lambda facts: self._tell(current, facts))

    def _work(self, folder: Folder, path: str, post: Post) -> Callable[[], Facts]:
        def work() -> Facts:
            engine, addresses = folder.engine, self._addresses
            return facts_of(
                post,
                Site(engine.name, engine.config, addresses.of(folder).home),
                addresses.url(folder, path, post),
                flavour_for(engine.name, engine.config),
                engine.date_from_name(path),
            )

        return work

    def _tell(self, current: OpenPost, facts: Facts) -> None:
        if current is self._context.workspace.current:
            self.facts = facts
            self.changed.emit(facts)
        if self._stale:
            self._refresh()
