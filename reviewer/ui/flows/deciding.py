"""Puts decisions about posts on record in the background, and offers to take them back."""

from __future__ import annotations

import datetime as dt
from collections import deque
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.desk.reviews.deciding import Desk
from reviewer.desk.reviews.texts import SignedTexts
from reviewer.desk.waiving import author
from reviewer.site import storage
from reviewer.site.reviews.decisions import OPEN
from reviewer.ui.flows.waiving import AUTHOR
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.ui.context import Context

KEY = "review"
DONE_TODAY = "reviews/today"

Chosen = tuple[str, storage.Stored | None]
"""The path of a post and its text, ``None`` for the one that stands on disk."""


class Deciding:
    """``decided`` tells the paths of posts about which something was decided."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._waiting: deque[Callable[[], None]] = deque()
        self.texts = SignedTexts()
        self.decided: Event[tuple[str, ...]] = Event()

    def done_today(self) -> int:
        """How many posts were decided about today, on this computer."""
        day, _sign, count = self._context.settings.text(DONE_TODAY).partition(" ")
        return int(count) if day == _today() and count.isdigit() else 0

    def decide(self, chosen: list[Chosen], state: str, says: str, note: str = "") -> None:
        """One decision after the other, since each is written in the background."""
        self._waiting.append(lambda: self._carry_out(chosen, state, says, note))
        if len(self._waiting) == 1:
            self._waiting[0]()

    def _carry_out(self, chosen: list[Chosen], state: str, says: str, note: str) -> None:
        folder = self._workspace.folder
        assert folder is not None
        name, texts = self._context.settings.text(AUTHOR), self.texts
        paths = tuple(path for path, _text in chosen)

        def work() -> None:
            desk = Desk(folder.root, name or author(folder.root), texts)
            for path, text in chosen:
                desk.decide(path, state, text or storage.read(folder.resolve(path)), note)

        def done(_none: None) -> None:
            if state != OPEN:
                self._count(len(paths))
            self._workspace.librarian.refresh(())
            self._tell(paths, state, says)
            self._go_on()

        def failed(error: Exception) -> None:
            self._context.prompts.show_error(error)
            self._go_on()

        self._context.tasks.run(KEY, work, done, failed)

    def _go_on(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._waiting[0]()

    def _tell(self, paths: tuple[str, ...], state: str, says: str) -> None:
        self.decided.emit(paths)
        if state == OPEN:
            self._context.notify(says)
            return
        back: list[Chosen] = [(path, None) for path in paths]
        again = tr("The decision was taken back.")
        self._context.notify(says, tr("Undo"), lambda: self.decide(back, OPEN, again))

    def _count(self, more: int) -> None:
        self._context.settings.keep(DONE_TODAY, f"{_today()} {self.done_today() + more}")


def _today() -> str:
    return dt.datetime.now().astimezone().date().isoformat()
