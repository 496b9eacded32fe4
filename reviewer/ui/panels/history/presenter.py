"""Decides what the History tab shows, and brings versions back. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from reviewer.desk.local_history.difference import changed_fields
from reviewer.desk.local_history.gathering import gather
from reviewer.desk.local_history.restoring import restore_all, restore_body, restore_field
from reviewer.document.diff import Diff, diff
from reviewer.errors import ReviewerError
from reviewer.ui.panels.changes.rows import rows
from reviewer.ui.panels.history import words
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.local_history.gathering import Entry
    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.post import Post
    from reviewer.ui.context import Context
    from reviewer.ui.panels.changes.rows import Row

ORIGIN = "history"
LISTING, COMPARING = "history list", "history compare"
NOW, BEFORE = "now", "before"


@dataclass(frozen=True, slots=True)
class Line:
    """One version in the list: when, what it changed, and the commit that holds it, if any."""

    when: str
    changed: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What of the chosen version can be brought back into the text as it is now."""

    fields: tuple[str, ...] = ()
    body: bool = False
    whole: bool = False


class HistoryView(Protocol):
    """What the presenter tells the tab."""

    def show_versions(self, lines: Sequence[Line], sentence: str, chosen: int) -> None:
        """List these versions, or say that there are none."""
        ...

    def show_rows(self, rows: Sequence[Row], sentence: str) -> None:
        """Show how two texts differ."""
        ...

    def show_offer(self, offer: Offer) -> None:
        """Offer to bring these parts back."""
        ...


class HistoryPresenter:
    """The versions of the current post. Nothing is read while the tab is hidden."""

    def __init__(
        self,
        context: Context,
        view: HistoryView,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._context = context
        self._view = view
        self._clock = clock
        self._open: OpenPost | None = None
        self._visible = False
        self._entries: tuple[Entry, ...] = ()
        self._chosen = 0
        self._against = NOW
        self._diff = Diff((), (), ())
        self._revision = -1
        self._unfolded: frozenset[int] = frozenset()
        context.workspace.current_changed.connect(self._on_current)
        context.workspace.post_changed.connect(self._on_change)
        self._on_current(context.workspace.current)

    # What the view reports

    def show(self) -> None:
        """The tab has come into view."""
        self._visible = True
        self._list()

    def hide(self) -> None:
        """The tab has gone out of view."""
        self._visible = False

    def choose(self, number: int) -> None:
        """Look at another version."""
        if 0 <= number < len(self._entries) and number != self._chosen:
            self._chosen = number
            self._unfolded = frozenset()
            self._compare()

    def compare_with(self, against: str) -> None:
        """Compare with the text ``NOW`` or with the version ``BEFORE``."""
        self._against = against
        self._unfolded = frozenset()
        self._compare()

    def unfold(self, fold: int) -> None:
        """Show the lines that a fold hides."""
        self._unfolded |= {fold}
        self._show_rows()

    def restore_version(self) -> None:
        """Bring the chosen version back whole."""
        self._restore(restore_all)

    def restore_field(self, name: str) -> None:
        """Bring one field back."""
        self._restore(lambda post, version, origin: restore_field(post, version, (name,), origin))

    def restore_body(self) -> None:
        """Bring the body back."""
        self._restore(restore_body)

    def restore_lines(self, hunk: int) -> None:
        """Bring the lines of one difference back."""
        is_fresh = self._open is not None and self._open.revision == self._revision
        if self._against == NOW and is_fresh and hunk < len(self._diff.hunks):
            edit = self._diff.hunks[hunk].reverting
            self._restore(
                lambda post, _version, origin: post.edit_text(
                    [edit], label="Restore lines", origin=origin
                )
            )

    # What the desk tells

    def _on_current(self, open_post: OpenPost | None) -> None:
        self._open = open_post
        self._entries = ()
        self._chosen = 0
        self._list()

    def _on_change(self, change: PostChanged) -> None:
        if change.origin == "save":
            self._tell_trouble()
        if change.open_post is not self._open:
            return
        if change.origin in ("save", "reload"):
            self._list()
        else:
            self._compare()

    def _tell_trouble(self) -> None:
        past = self._context.workspace.past
        why = past.trouble() if past is not None else ""
        if why:
            text = tr("The post is saved. Its earlier text could not be kept: {why}", why=why)
            self._context.notify(text)

    # The list

    def _list(self) -> None:
        past, folder = self._context.workspace.past, self._context.workspace.folder
        if not self._visible:
            return
        if self._open is None or past is None or folder is None:
            self._adopt(self._open, ())
            return
        work = partial(gather, past, folder, self._open.path, self._open.digest)
        self._context.tasks.run(LISTING, work, partial(self._adopt, self._open))

    def _adopt(self, open_post: OpenPost | None, entries: tuple[Entry, ...]) -> None:
        if open_post is not self._open:
            return
        self._chosen = _same_place(self._entries, self._chosen, entries)
        self._entries = entries
        now = self._clock()
        lines = [_line(entry, now) for entry in entries]
        self._view.show_versions(lines, words.number_of(len(entries)), self._chosen)
        self._compare()

    # The comparison

    def _compare(self) -> None:
        self._revision = -1
        if not self._visible or self._open is None or not self._entries:
            return
        now = self._open.post
        version = self._entries[self._chosen].post
        older = self._entries[self._chosen + 1 : self._chosen + 2]
        if self._against == NOW:
            texts = version.text, now.text
        else:
            texts = (older[0].post.text if older else ""), version.text
        fields = changed_fields(version, now)
        whole = version.text != now.text
        self._view.show_offer(Offer(fields, version.body != now.body, whole))
        done = partial(self._show, self._open, self._open.revision)
        self._context.tasks.run(COMPARING, partial(diff, *texts), done)

    def _show(self, open_post: OpenPost, revision: int, found: Diff) -> None:
        if open_post is not self._open:
            return
        self._diff, self._revision = found, revision
        self._show_rows()

    def _show_rows(self) -> None:
        with_now = self._against == NOW
        shown = rows(self._diff, self._unfolded)
        if not with_now:
            shown = [replace(row, leads=False) for row in shown]
        self._view.show_rows(shown, words.compared(self._diff, with_now=with_now))

    def _restore(self, bring: Callable[[OpenPost, Post, str], None]) -> None:
        if self._open is None or not self._entries:
            return
        try:
            bring(self._open, self._entries[self._chosen].post, ORIGIN)
        except ReviewerError as error:
            self._context.notify(str(error))
        else:
            self._context.notify(tr("Brought back. Nothing is written until you save."))


def _line(entry: Entry, now: datetime) -> Line:
    return Line(words.when(entry.when, now), words.changed(entry), words.source(entry))


def _same_place(before: Sequence[Entry], chosen: int, now: Sequence[Entry]) -> int:
    """Where an older version that was looked at stands in a new list; else the newest."""
    if not 0 < chosen < len(before):
        return 0
    wanted = before[chosen].when, before[chosen].commit
    return next((n for n, each in enumerate(now) if (each.when, each.commit) == wanted), 0)
