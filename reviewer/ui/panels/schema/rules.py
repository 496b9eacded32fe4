"""The rules of the folder as the Schema view works on them: in force, drafted, saved. No Qt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.desk import declaring
from reviewer.desk.events import Event
from reviewer.site.index.survey import Survey
from reviewer.ui.panels.schema.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.desk.declaring import Written
    from reviewer.site.index.messages import Answer
    from reviewer.ui.context import Context

SAVE = "save rules"


class Rules:
    """``changed`` tells of other rules in force and of every change of the draft.

    After a save the folder is learnt from anew, and what all posts say is asked again.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.survey = Survey()
        self.known = False
        self.draft = Draft()
        self.changed: Event[None] = Event()
        self._asked = 0
        self._last: Written | None = None
        self._leave = context.workspace.schema_changed.connect(lambda _schema: self.ask())

    @property
    def can_take_back(self) -> bool:
        """Whether there is a save to be taken back."""
        return self._last is not None

    def ask(self) -> None:
        """Ask what all posts say."""
        self._asked += 1
        self._context.workspace.librarian.survey(partial(self._told, self._asked))

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Write the draft to ``reviewer.yml``."""
        root, steps = self._root(), tuple(self.draft.steps())
        if not steps:
            return

        def saved(written: Written) -> None:
            self._last = written
            self.draft.clear()
            self._learn()
            if then is not None:
                then()

        tasks, prompts = self._context.tasks, self._context.prompts
        tasks.run(SAVE, lambda: declaring.write(root, steps), saved, prompts.show_error)

    def take_back(self) -> None:
        """Let ``reviewer.yml`` be what it was before the last save."""
        root, last = self._root(), self._last
        if last is None:
            return

        def done(_none: None) -> None:
            self._last = None
            self._learn()

        tasks, prompts = self._context.tasks, self._context.prompts
        tasks.run(SAVE, lambda: declaring.take_back(root, last), done, prompts.show_error)

    def discard(self) -> None:
        """Forget the draft."""
        self.draft.clear()
        self.changed.emit(None)

    def close(self) -> None:
        """Hear of nothing any more."""
        self._leave()
        self._asked += 1

    def _root(self) -> Path:
        folder = self._context.workspace.folder
        assert folder is not None
        return folder.root

    def _learn(self) -> None:
        self._context.workspace.librarian.refresh()
        self.changed.emit(None)

    def _told(self, asked: int, answer: Answer) -> None:
        if asked == self._asked and answer.error is None:
            self.survey, self.known = answer.value, True
            self.changed.emit(None)
