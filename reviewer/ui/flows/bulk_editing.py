"""Carries out bulk edits for the window, takes them back, and mends what a crash cut short."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event as Flag
from typing import TYPE_CHECKING

from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.transaction import Cancelled, Outcome
from reviewer.desk.events import Event
from reviewer.ui.prompts import MendAnswer
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.desk.bulk.batch import Batch
    from reviewer.desk.bulk.planning import Planned
    from reviewer.site.folder import Folder
    from reviewer.ui.context import Context

RUN, LOOK = "bulk edit", "bulk edits"


@dataclass(frozen=True, slots=True)
class Known:
    """What the shelf of the open folder holds."""

    undoable: Batch | None = None
    redoable: Batch | None = None
    interrupted: Batch | None = None


class BulkEditing:
    """One run at a time; ``progressed`` tells done and total, ``ended`` whether it was done."""

    def __init__(self, context: Context, reread: Callable[[], None]) -> None:
        self._context = context
        self._reread = reread
        self._known = Known()
        self._stop = Flag()
        self.progressed: Event[tuple[int, int]] = Event()
        self.ended: Event[bool] = Event()
        context.workspace.folder_opened.connect(self._opened)

    # What can be asked

    def can_undo(self) -> bool:
        """Whether there is a bulk edit to take back."""
        return self._known.undoable is not None

    def can_redo(self) -> bool:
        """Whether there is a bulk edit to make again."""
        return self._known.redoable is not None

    def is_busy(self) -> bool:
        """Whether a run is under way."""
        return self._context.tasks.is_busy(RUN)

    # What can be done

    def mend_first(self) -> bool:
        """Ask what to do about an edit that was cut short; whether there is one."""
        folder, cut = self._context.workspace.folder, self._known.interrupted
        if folder is None or cut is None:
            return False
        self._offer(folder, cut)
        return True

    def apply(self, plan: Sequence[Planned]) -> None:
        """Write all changes of a plan, or none."""
        label = tr_count("{count} post changed", "{count} posts changed", len(plan))

        def done(outcome: Outcome) -> None:
            text = tr_count("{count} post changed", "{count} posts changed", outcome.written)
            self._context.notify(text, tr("Undo"), self.undo)

        self._run(lambda shelf, *how: shelf.apply(plan, label, *how), done)

    def undo(self) -> None:
        """Take the last bulk edit back."""
        if not self.mend_first():
            self._run(lambda shelf, *how: shelf.undo(*how), self._tell_undone)

    def redo(self) -> None:
        """Make the bulk edit again that was undone last."""
        if self.mend_first():
            return

        def done(outcome: Outcome) -> None:
            text = tr_count("{count} post changed", "{count} posts changed", outcome.written)
            self._context.notify(text + _left(outcome), tr("Undo"), self.undo)

        self._run(lambda shelf, *how: shelf.redo(*how), done)

    def stop(self) -> None:
        """Put back what the run has written so far; ``ended`` follows."""
        self._stop.set()

    # Behind the scenes

    def _run(
        self,
        work: Callable[..., Outcome],
        done: Callable[[Outcome], None],
    ) -> None:
        folder = self._context.workspace.folder
        if folder is None or self.is_busy():
            return
        self._stop = stop = Flag()

        def finished(outcome: Outcome) -> None:
            self._end(folder, True)
            done(outcome)

        self._context.tasks.stream(
            RUN,
            lambda stream: work(
                Shelf(folder.root),
                lambda *progress: stream.send(progress),
                lambda: stop.is_set() or stream.cancelled(),
            ),
            self.progressed.emit,
            finished,
            lambda error: self._failed(folder, error),
        )

    def _failed(self, folder: Folder, error: Exception) -> None:
        self._end(folder, False)
        if isinstance(error, Cancelled):
            self._context.notify(tr("Cancelled: all posts are as they were."))
        else:
            self._context.prompts.show_error(error)

    def _end(self, folder: Folder, done: bool) -> None:
        self.ended.emit(done)
        if self._context.workspace.folder is folder:
            self._look(folder, lambda _known: None)
            self._reread()

    def _tell_undone(self, outcome: Outcome) -> None:
        text = tr_count("{count} post put back", "{count} posts put back", outcome.written)
        self._context.notify(text + _left(outcome), tr("Redo"), self.redo)

    def _opened(self, folder: Folder) -> None:
        self._known = Known()
        self._look(folder, lambda known: self._offer(folder, known.interrupted))

    def _look(self, folder: Folder, then: Callable[[Known], None]) -> None:
        def adopt(known: Known) -> None:
            if self._context.workspace.folder is folder:
                self._known = known
                self._context.actions.refresh()
                then(known)

        self._context.tasks.run(LOOK, lambda: _look(folder), adopt)

    def _offer(self, folder: Folder, batch: Batch | None) -> None:
        if batch is None:
            return
        answer = self._context.prompts.ask_mend(batch.count)
        if answer is MendAnswer.LATER:
            return
        finish = answer is MendAnswer.FINISH

        def mend(shelf: Shelf, *_how: object) -> Outcome:
            return shelf.finish(batch) if finish else shelf.put_back(batch)

        done = tr("The bulk edit is finished") if finish else tr("All posts are as they were")
        self._run(mend, lambda outcome: self._context.notify(done + _left(outcome)))


def _look(folder: Folder) -> Known:
    shelf = Shelf(folder.root)
    return Known(shelf.undoable(), shelf.redoable(), shelf.interrupted())


def _left(outcome: Outcome) -> str:
    """Which files were left as others have made them."""
    if not outcome.left:
        return ""
    names = ", ".join(outcome.left[:3])
    more = len(outcome.left) - 3
    listed = tr("{names} and {count} more", names=names, count=more) if more > 0 else names
    return ". " + tr("Changed since, and left as they are: {names}", names=listed)
