"""Keeps unsaved work on record while the window is open, and brings it back afterwards.

After a crash the next window offers what was unsaved; work that the editor
chose to keep for next time is simply there again when its folder is opened.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.desk.journal.recorder import Recorder
from reviewer.desk.journal.restoring import Offer, Standing, joined, made_ready, offers_in
from reviewer.document.edits import difference
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.journal.journal import Journal
    from reviewer.desk.journal.restoring import Ready
    from reviewer.site.folder import Folder
    from reviewer.ui.context import Context
    from reviewer.ui.flows.merging import Merging

KEEP = "session/keep-unsaved"
ORIGIN = "recovering"


def nothing() -> None:
    """When nobody waits for the end."""


class Recovering:
    """``offers`` is what can be had again; ``asked`` wants it shown to the editor.

    ``trouble`` says why unsaved work is not on record, "" where it is. Without
    a journal (a window that nobody sits before) nothing is recorded or offered.
    """

    def __init__(self, context: Context, merging: Merging, journal: Journal | None) -> None:
        self._context = context
        self._workspace = context.workspace
        self._merging = merging
        self._journal = journal
        self._kept = False
        self.offers: tuple[Offer, ...] = ()
        self.offers_changed: Event[None] = Event()
        self.asked: Event[None] = Event()
        self.trouble: Event[str] = Event()
        if journal is not None:
            self._recorder = Recorder(context.workspace, journal)
            journal.trouble.connect(self._on_trouble)
            context.workspace.folder_opened.connect(self._on_folder)

    # Leaving

    @property
    def keeps_unasked(self) -> bool:
        """Whether unsaved work is kept for next time without a question."""
        return self._context.settings.flag(KEEP)

    def choose_keeping(self) -> None:
        """Keep without a question from now on, or ask again; in later runs too."""
        self._context.settings.keep(KEEP, not self.keeps_unasked)

    def keep(self, then: Callable[[], None]) -> None:
        """Put unsaved work by for the next time that the folder is opened, then call ``then``."""

        def done(kept: bool) -> None:
            if kept:
                self._kept = True
                then()
            else:
                self._context.prompts.show_error(
                    tr("Your unsaved work could not be put by. Nothing has been closed.")
                )

        journal = self._journal
        self._context.tasks.run("keep", journal.keep if journal else bool, done)

    def close(self) -> None:
        """The window goes, and the editor has said what is to become of unsaved work."""
        for found in {id(offer.found): offer.found for offer in self.offers}.values():
            found.release()
        self.offers = ()
        if self._journal is not None:
            if not self._kept:
                self._recorder.let_go()
            self._journal.close()

    # Coming back

    def has_offers(self) -> bool:
        """Whether there is unsaved work to be had."""
        return bool(self.offers)

    def show(self) -> None:
        """Show the editor what there is."""
        if self.offers:
            self.asked.emit(None)

    def is_here(self, offer: Offer) -> bool:
        """Whether the work belongs to the folder that is open."""
        folder = self._workspace.folder
        return folder is not None and offer.work.place.root == os.fspath(folder.root)

    def restore(self, offers: Sequence[Offer], then: Callable[[], None] = nothing) -> None:
        """Put work of the open folder back onto the desk; what has been restored is shown."""
        waiting = [offer for offer in offers if self.is_here(offer) and offer in self.offers]
        if not waiting:
            then()
            return
        first, *rest = waiting
        folder = self._workspace.folder

        def done(ready: Ready) -> None:
            if self._workspace.folder is folder:
                self._put(first, ready)
                self.restore(rest, then)

        def failed(error: Exception) -> None:
            self._context.prompts.show_error(error)
            self.restore(rest, then)

        key = f"restore {first.work.place.path}"
        work = partial(made_ready, self._workspace, first.work)
        self._context.tasks.run(key, work, done, failed)

    def discard(self, offers: Sequence[Offer]) -> None:
        """Forget work for good."""
        for offer in offers:
            self._take_off(offer, lambda: True)

    def _put(self, offer: Offer, ready: Ready) -> None:
        label = tr("Restore unsaved work")
        post = self._workspace.open_posts.get(ready.loaded.path)
        if post is not None and post.is_dirty:
            text = joined(ready, post.post)
            post.edit_text(difference(post.post.text, text), label=label, origin=ORIGIN)
            post.seal()
        else:
            self._merging.restore(self._workspace.lay(ready.loaded), ready.base, ready.mine)
        self._context.navigation.go_to_post(ready.loaded.path)
        flush = self._journal.flush if self._journal else bool
        self._take_off(offer, flush)

    def _take_off(self, offer: Offer, is_safe: Callable[[], bool]) -> None:
        """The work is elsewhere, once that is sure, or nobody wants it."""
        self.offers = tuple(each for each in self.offers if each is not offer)
        self.offers_changed.emit(None)
        place = offer.work.place

        def settle() -> None:
            if is_safe():
                offer.found.settle([place])

        key = f"settle {place.root} {place.path} {offer.work.time}"
        self._context.tasks.run(key, settle, lambda _none: None, lambda _error: None)

    # Behind the scenes

    def _on_folder(self, folder: Folder) -> None:
        self._kept = False
        journals = self._journal.folder if self._journal else folder.root
        self._context.tasks.run(
            "journals", lambda: offers_in(journals), lambda found: self._found(folder, found)
        )

    def _found(self, folder: Folder, found: Sequence[Offer]) -> None:
        self.offers = (*self.offers, *found)
        self.offers_changed.emit(None)
        if self._workspace.folder is not folder:
            return
        here = [offer for offer in self.offers if self.is_here(offer)]
        kept = [offer for offer in here if offer.kept and offer.standing is not Standing.UNREADABLE]
        self.restore(kept[::-1], lambda: self._tell_kept(len(kept)))
        if len(kept) < len(here):
            self.show()
        elif len(self.offers) > len(here):
            self._tell_elsewhere(len(self.offers) - len(here))

    def _tell_kept(self, count: int) -> None:
        if count:
            text = tr_count(
                "{count} post is open again with your unsaved work.",
                "{count} posts are open again with your unsaved work.",
                count,
            )
            self._context.notify(text)

    def _tell_elsewhere(self, count: int) -> None:
        text = tr_count(
            "There is unsaved work of {count} post in another folder.",
            "There is unsaved work of {count} posts in other folders.",
            count,
        )
        self._context.notify(text, tr("Show"), self.show)

    def _on_trouble(self, what: str) -> None:
        text = tr("Unsaved work is safe only once you save it: {what}", what=what) if what else ""
        self.trouble.emit(text)
        if text:
            self._context.notify(text)
