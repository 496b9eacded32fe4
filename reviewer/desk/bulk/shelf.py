"""The bulk edits of one folder: carried out, undone, redone, and mended after a crash.

They are kept in the user's state folder, not in the content folder. Only one
Reviewer at a time works on a folder's batches; the lock that it holds meanwhile
is also what tells a batch that is being written from one that was cut short.
"""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from reviewer.desk.bulk import batch as batches
from reviewer.desk.bulk.batch import (
    DONE,
    INTERRUPTED,
    REDOING,
    UNDOING,
    UNDONE,
    WRITING,
    Batch,
)
from reviewer.desk.bulk.disk import Disk
from reviewer.desk.bulk.transaction import (
    Cancelled,
    Outcome,
    Transaction,
    remove_temporaries,
)
from reviewer.desk.local_history.keeping import LocalHistory, Replaced
from reviewer.errors import ReviewerError, Where
from reviewer.site import storage
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from filelock import BaseFileLock

    from reviewer.desk.bulk.planning import Planned

    Progress = Callable[[int, int], None]

KEPT = 10
"""How many bulk edits of a folder can be undone, one after the other."""
ROOM = 500_000_000
"""Bytes that their records may take together; the newest is kept whatever its size."""
_FINISHED = {WRITING: DONE, UNDOING: UNDONE, REDOING: DONE}


class Shelf:
    """The batches of the folder at ``root``."""

    def __init__(self, root: Path, *, state: Path | None = None, disk: Disk | None = None) -> None:
        base = state if state is not None else user_state_path("reviewer", appauthor=False)
        self._root = root
        self._folder = base / "bulk" / sha256(bytes(root)).hexdigest()[:24]
        self._disk = disk or Disk()
        self._past = LocalHistory(root, state=state)

    # What there is

    def undoable(self) -> Batch | None:
        """The bulk edit that undo would take back."""
        return next((each for each in reversed(self._known()) if each.state == DONE), None)

    def redoable(self) -> Batch | None:
        """The bulk edit that redo would make again: the one that was undone last."""
        undone = None
        for each in reversed(self._known()):
            if each.state == DONE:
                break
            undone = each if each.state == UNDONE else undone
        return undone

    def interrupted(self) -> Batch | None:
        """A bulk edit that was cut short by a crash; nobody is at work on it."""
        found = next((each for each in self._known() if each.state in INTERRUPTED), None)
        if found is None:
            return None
        try:
            with self._locked():
                return found if found.record.exists() else None
        except ReviewerError:
            return None

    # What can be done

    def apply(
        self,
        plan: Iterable[Planned],
        label: str,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = never,
    ) -> Outcome:
        """Write all changes of a plan, or none; ``label`` is what undo will be called.

        Raises ``ReviewerError`` or ``Cancelled`` with all files as they were.
        """
        with self._locked():
            batches.sweep(self._folder)
            self._refuse_interrupted()
            batch = batches.begin(self._folder, self._root, label, _until(cancelled, plan))
            if not batch.count:
                batch.drop()
                return Outcome(0)
            outcome = self._run(batch, None, new=True, strict=True)(progress, cancelled)
            self._tidy(batch)
            return outcome

    def undo(
        self,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = never,
    ) -> Outcome:
        """Take the last bulk edit back, in all files that still are as it wrote them."""
        with self._locked():
            self._refuse_interrupted()
            batch = _found(self.undoable(), "There is no bulk edit to undo.")
            return self._run(batch.moved_to(UNDOING), DONE, new=False)(progress, cancelled)

    def redo(
        self,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = never,
    ) -> Outcome:
        """Make the bulk edit again that was undone last."""
        with self._locked():
            self._refuse_interrupted()
            batch = _found(self.redoable(), "There is no bulk edit to redo.")
            return self._run(batch.moved_to(REDOING), UNDONE, new=True)(progress, cancelled)

    def put_back(self, batch: Batch) -> Outcome:
        """Take the files of an interrupted batch back to where they were before it."""
        return self._mend(batch, finish=False)

    def finish(self, batch: Batch) -> Outcome:
        """Take the files of an interrupted batch to where it was taking them."""
        return self._mend(batch, finish=True)

    def take_back(self, progress: Progress = lambda _done, _total: None) -> Outcome:
        """The old contents again, of an edit that was cut short or else of the last one."""
        cut = self.interrupted()
        if cut is None:
            return self.undo(progress)
        return self.finish(cut) if cut.state == UNDOING else self.put_back(cut)

    # Behind the scenes

    def _known(self) -> list[Batch]:
        return batches.known(self._folder)

    def _run(
        self, batch: Batch, before: str | None, *, new: bool, strict: bool = False
    ) -> Callable[[Progress, Callable[[], bool]], Outcome]:
        """A run of the batch that moves it on, or back to the state ``before``."""

        def run(progress: Progress, cancelled: Callable[[], bool]) -> Outcome:
            transaction = Transaction(batch, new=new, strict=strict, disk=self._disk)
            try:
                outcome = transaction.run(progress, cancelled)
            except BaseException:
                # Else it stays interrupted, so that the old contents are kept and offered.
                if transaction.is_put_back:
                    _drop_or_move(batch, before)
                raise
            finished = batch.moved_to(_FINISHED[batch.state])
            self._past.keep(_replaced(finished, outcome, new=new))
            return outcome

        return run

    def _mend(self, batch: Batch, *, finish: bool) -> Outcome:
        forward = batch.state != UNDOING
        with self._locked():
            remove_temporaries(batch, self._disk)
            transaction = Transaction(batch, new=forward == finish, disk=self._disk)
            outcome = transaction.run()
            if finish:
                batch.moved_to(_FINISHED[batch.state])
            else:
                _drop_or_move(batch, {UNDOING: DONE, REDOING: UNDONE}.get(batch.state))
            return outcome

    def _refuse_interrupted(self) -> None:
        if any(each.state in INTERRUPTED for each in self._known()):
            raise ReviewerError(
                "An earlier bulk edit of this folder was cut short.",
                where=Where(self._root),
                remedy="Open the folder in Reviewer to put its files back or finish it, "
                "or put them back by: reviewer edit --undo FOLDER",
            )

    def _tidy(self, newest: Batch) -> None:
        """Forget what can no longer be redone, what was done long ago, and what takes too much."""
        known = [each for each in self._known() if each.id != newest.id]
        done = [each for each in known if each.state == DONE]
        for old in (*(each for each in known if each.state == UNDONE), *done[: 1 - KEPT]):
            old.drop()
        kept = self._known()[::-1]
        for old, taken in zip(kept, accumulate(each.size for each in kept), strict=True):
            if taken > ROOM and old.id != newest.id:
                old.drop()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = self._lock()
        try:
            yield
        finally:
            lock.release()

    def _lock(self) -> BaseFileLock:
        lock = FileLock(self._folder / "lock", timeout=0)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.acquire()
        except Timeout as error:
            raise ReviewerError(
                "Another Reviewer is changing posts of this folder.",
                where=Where(self._root),
                remedy="Try again when it has finished.",
            ) from error
        except OSError as error:
            raise storage.explained(error, self._folder) from error
        return lock


def _drop_or_move(batch: Batch, state: str | None) -> None:
    if state is None:
        batch.drop()
    else:
        batch.moved_to(state)


def _replaced(batch: Batch, outcome: Outcome, *, new: bool) -> Iterator[Replaced]:
    """The texts that a run has replaced, for the local history of their posts."""
    left = set(outcome.left)
    for record in batch.records():
        if record.path not in left:
            digest, after = record.digest(new=not new), record.digest(new=new)
            yield Replaced(record.path, record.content(new=not new), digest, after)


def _until(cancelled: Callable[[], bool], plan: Iterable[Planned]) -> Iterator[Planned]:
    """The plan, as long as it is wanted: to put a large one on record takes a while."""
    for planned in plan:
        if cancelled():
            raise Cancelled
        yield planned


def _found(batch: Batch | None, otherwise: str) -> Batch:
    if batch is None:
        raise ReviewerError(otherwise)
    return batch
