"""Decides what the Changes tab shows: the difference from the file on disk. No Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from reviewer.document.diff import Diff, diff
from reviewer.errors import ReviewerError
from reviewer.ui.panels.changes.rows import Row, rows, summary
from reviewer.ui.panels.changes.signed import SignedText, since
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.intake import RowsChanged
    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context

ORIGIN = "changes"
SAVED, SIGNED = "saved", "signed"
"""What the post is compared with: the file on disk, or the text that was signed off."""
TASK = "changes"
QUICK = 20_000
"""Characters up to which both texts are compared at once; larger ones in the background."""


class ChangesView(Protocol):
    """What the presenter tells the list of changes."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the scroll position stays."""
        ...

    def show_summary(self, text: str, *, changed: bool) -> None:
        """Say in a sentence what a save will do."""
        ...

    def show_bases(self, base: str, *, offered: bool) -> None:
        """Offer to compare with the text that was signed off, where there is one."""
        ...


class ChangesPresenter:
    """The difference between the current post and the file it was read from.

    Nothing is compared while the tab is hidden.
    """

    def __init__(self, context: Context, view: ChangesView) -> None:
        self._context = context
        self._view = view
        self._open: OpenPost | None = None
        self._visible = False
        self._diff = Diff((), (), ())
        self._revision = -1
        self._unfolded: frozenset[int] = frozenset()
        self._wanted = SAVED
        self._signed = SignedText(context)
        self._signed.changed.connect(lambda _none: self._on_signed())
        context.workspace.current_changed.connect(self._on_current)
        context.workspace.post_changed.connect(lambda change: self._on_change(change.open_post))
        context.workspace.rows_changed.connect(self._on_rows)
        self._on_current(context.workspace.current)

    def show(self) -> None:
        """The tab has come into view."""
        self._visible = True
        self.look_for_sign_off()
        self._refresh()

    def hide(self) -> None:
        """The tab has gone out of view."""
        self._visible = False

    def compare_with(self, base: str) -> None:
        """Show the difference from another text."""
        self._wanted = base
        self._unfolded = frozenset()
        self._on_signed()

    @property
    def _base(self) -> str:
        return self._wanted if self._signed.found is not None else SAVED

    def look_for_sign_off(self) -> None:
        """Find out anew what the post was signed off with."""
        if self._visible:
            self._signed.look(self._open)

    def _on_signed(self) -> None:
        self._view.show_bases(self._base, offered=self._signed.found is not None)
        self._refresh()

    def unfold(self, fold: int) -> None:
        """Show the lines that a fold hides."""
        self._unfolded |= {fold}
        self._show()

    def revert_hunk(self, index: int) -> None:
        """Bring the lines back that one change has replaced."""
        if self._open is None or not self._can_revert() or index >= len(self._diff.hunks):
            return
        edit = self._diff.hunks[index].reverting
        try:
            self._open.edit_text([edit], label=tr("Revert change"), origin=ORIGIN)
        except ReviewerError as error:
            self._context.notify(str(error))

    def revert_all(self) -> None:
        """Go back to the text on disk; undo brings the changes back."""
        if self._open is not None:
            self._open.revert(ORIGIN)

    def _on_current(self, open_post: OpenPost | None) -> None:
        self._open = open_post
        self._unfolded = frozenset()
        self._signed.look(None)
        self.look_for_sign_off()
        self._refresh()

    def _on_rows(self, change: RowsChanged) -> None:
        """Something may have been decided about the post."""
        post = self._context.workspace.catalogue.id_of(self._open.path) if self._open else None
        if post is not None and post in change.other:
            self.look_for_sign_off()

    def _on_change(self, open_post: OpenPost) -> None:
        if open_post is self._open:
            self._refresh()

    def _refresh(self) -> None:
        self._revision = -1
        if not self._visible:
            return
        if self._open is None:
            self._adopt(None, -1, Diff((), (), ()))
            return
        work = partial(diff, self._before(self._open), self._open.post.text)
        done = partial(self._adopt, self._open, self._open.revision)
        if len(self._open.post.text) <= QUICK:
            self._context.tasks.cancel(TASK)
            done(work())
        else:
            self._context.tasks.run(TASK, work, done)

    def _before(self, open_post: OpenPost) -> str:
        signed = self._signed.found
        if self._base == SAVED or signed is None:
            return open_post.saved.text
        return signed.post.text if signed.post is not None else open_post.post.text

    def _adopt(self, open_post: OpenPost | None, revision: int, found: Diff) -> None:
        if open_post is not self._open:
            return
        self._diff = found
        self._revision = revision
        self._show()

    def _can_revert(self) -> bool:
        """Whether what is shown is the difference of the post as it stands from its file."""
        is_fresh = self._open is not None and self._open.revision == self._revision
        return is_fresh and self._base == SAVED

    def _show(self) -> None:
        self._view.show_rows(rows(self._diff, self._unfolded))
        signed = self._signed.found
        if self._base == SIGNED and signed is not None and self._open is not None:
            self._view.show_summary(since(signed, self._open.post), changed=True)
        else:
            self._view.show_summary(summary(self._diff), changed=bool(self._diff.hunks))
