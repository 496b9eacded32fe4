"""Decides what a dialog about many posts shows: what would change, counted as it is found. No Qt.

What is wanted of the posts is for those to say who build upon this: editing,
and mending.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from reviewer.desk.bulk.guides import SchemaGuides
from reviewer.desk.bulk.planning import CHANGED, REFUSED, UNCHANGED, Plan, Planned, shown
from reviewer.desk.bulk.workers import Planners
from reviewer.ui.panels.changes.rows import Row, rows
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.bulk.planning import Edit
    from reviewer.document.diff import Diff
    from reviewer.ui.context import Context
    from reviewer.ui.flows.bulk_editing import BulkEditing
    from reviewer.ui.tasks import Stream

    Make = Callable[[frozenset[str]], Edit]
    """Makes the edit, in a thread of its own, for posts of which these are left out."""

PLAN, DIFF, END = "bulk plan", "bulk diff", "bulk end"
SELECTED, LISTED, EVERYTHING = "selected", "listed", "everything"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which posts may be changed: the selected ones, those listed, or all where that is offered."""

    selected: tuple[str, ...]
    listed: tuple[str, ...]
    everything: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts there are, and what would become of those looked at so far."""

    total: int
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    @property
    def looked_at(self) -> int:
        """How many have been looked at."""
        return self.changed + self.unchanged + self.refused

    @property
    def is_done(self) -> bool:
        """Whether all have been looked at."""
        return self.looked_at >= self.total


class PlanView(Protocol):
    """What the presenter tells the dialog."""

    def show_problem(self, text: str) -> None:
        """Say what is wrong with what is wanted; nothing where all is well."""
        ...

    def show_tally(self, tally: Tally | None) -> None:
        """Show the counts; ``None`` where nothing is planned."""
        ...

    def show_posts(self, posts: Sequence[Planned], *, fresh: bool) -> None:
        """Show these posts; unless ``fresh``, more of the same have come."""
        ...

    def show_diff(self, rows: Sequence[Row], says: str) -> None:
        """Show what changes in one post and what there is to say of it, or why nothing does."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """Show how far writing has come."""
        ...

    def finish(self, done: bool) -> None:
        """Close after writing, or let the editor go on where that was cancelled."""
        ...


class PlanPresenter:
    """One change of many posts, from the first that is looked at to the last file written."""

    def __init__(self, context: Context, flow: BulkEditing, view: PlanView, choice: Choice) -> None:
        folder = context.workspace.folder
        assert folder is not None
        schema = context.workspace.schema
        self.context = context
        self.folder = folder
        self.choice = choice
        self._flow = flow
        self._view = view
        self._planners = Planners(folder, SchemaGuides(schema) if schema else None)
        self._chosen = SELECTED if len(choice.selected) > 1 else LISTED
        self._plan = Plan()
        self._outcome = CHANGED
        self._is_writing = False
        self._leave = (
            flow.progressed.connect(self._progressed),
            flow.ended.connect(self._ended),
        )

    def make_edit(self) -> Make | None:
        """What is wanted; ``None`` where nothing can be planned yet."""
        raise NotImplementedError

    @property
    def chosen(self) -> str:
        """Which posts are changed: ``SELECTED``, ``LISTED`` or ``EVERYTHING``."""
        return self._chosen

    @property
    def paths(self) -> tuple[str, ...]:
        """The posts that are changed."""
        choice = self.choice
        by_name = {SELECTED: choice.selected, EVERYTHING: choice.everything}
        return by_name.get(self._chosen, choice.listed)

    def choose(self, which: str) -> None:
        """Change the selected posts, the listed ones, or all."""
        self._chosen = which
        self.replan()

    def show_only(self, outcome: str) -> None:
        """List the posts that change, those left alone, or those refused."""
        self._outcome = outcome
        self._view.show_posts(self._of(self._plan.posts), fresh=True)

    def look_at(self, planned: Planned) -> None:
        """Show what changes in a post."""
        if planned.outcome != CHANGED:
            self._view.show_diff((), planned.says)
            return
        self.context.tasks.run(
            DIFF,
            lambda: shown(self.folder, planned),
            lambda diff: self._adopt_diff(diff, planned.says),
            lambda error: self._view.show_diff((), str(error)),
        )

    def apply(self) -> None:
        """Write what was planned."""
        changes = self._plan.changes()
        if self._flow.is_busy():
            self._view.show_problem(tr("Other posts are being written. Try again in a moment."))
        elif changes and self._tally().is_done:
            self._is_writing = True
            self._view.show_progress(0, 2 * len(changes))
            self._flow.apply(changes)

    def stop(self) -> None:
        """Put back what has been written."""
        self._flow.stop()

    def close(self) -> None:
        """Let go of everything."""
        for leave in self._leave:
            leave()
        tasks = self.context.tasks
        tasks.cancel(PLAN)
        tasks.cancel(DIFF)
        tasks.run(END, self._planners.close, lambda _none: None)

    # Writing; an undo that began before the dialog was opened is none of its business

    def _progressed(self, progress: tuple[int, int]) -> None:
        if self._is_writing:
            self._view.show_progress(*progress)

    def _ended(self, done: bool) -> None:
        if self._is_writing:
            self._is_writing = False
            self._view.finish(done)
            if not done:
                self.replan()  # the files may be others than those that were looked at

    # Planning

    def replan(self) -> None:
        """Look at all posts anew."""
        self._plan = Plan()
        tasks = self.context.tasks
        tasks.cancel(PLAN)
        tasks.cancel(DIFF)
        self._view.show_posts((), fresh=True)
        make = self.make_edit()
        self._view.show_diff((), tr("What would change is shown here.") if make is None else "")
        self._view.show_tally(self._tally() if make is not None else None)
        if make is None:
            return
        unsaved = frozenset(each.path for each in self.context.workspace.dirty_posts())

        def work(stream: Stream) -> None:
            for batch in self._planners.plan(make(unsaved), stream.cancelled):
                stream.send(batch)

        tasks.stream(PLAN, work, self._take, lambda _none: None)

    def _take(self, batch: list[Planned]) -> None:
        self._plan.add(batch)
        self._view.show_tally(self._tally())
        self._view.show_posts(self._of(batch), fresh=False)

    def _of(self, posts: Sequence[Planned]) -> list[Planned]:
        return [planned for planned in posts if planned.outcome == self._outcome]

    def _tally(self) -> Tally:
        counts = self._plan.counts
        return Tally(len(self.paths), counts[CHANGED], counts[UNCHANGED], counts[REFUSED])

    def _adopt_diff(self, diff: Diff | None, says: str) -> None:
        if diff is None:
            self._view.show_diff((), tr("The file has changed since it was looked at."))
        else:
            # Nothing can be reverted here: no change leads with an offer to do so.
            self._view.show_diff([replace(row, leads=False) for row in rows(diff)], says)


def counted(tally: Tally) -> str:
    """The counts as a sentence."""
    if not tally.is_done:
        return tr(
            "Looking at {done} of {total} posts …",
            done=f"{tally.looked_at:,}",
            total=f"{tally.total:,}",
        )
    return tr_count("{count} post looked at", "{count} posts looked at", tally.total)
