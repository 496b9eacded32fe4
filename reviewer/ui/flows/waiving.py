"""Accepting findings, with a reason, and taking that back; and counting only new ones."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from reviewer.checks.waivers import Waiver
from reviewer.desk import waiving
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.schema.finding import Finding
    from reviewer.site.index.messages import Answer
    from reviewer.ui.context import Context

KEY = "accept"
AUTHOR = "author"


class Waiving:
    """What was accepted is checked anew at once, in the list as in the post."""

    def __init__(self, context: Context) -> None:
        self._context = context
        context.waive_asked.connect(self.accept)
        context.unwaive_asked.connect(self.take_back)

    def accept(self, finding: Finding) -> None:
        """Ask for a reason and accept a finding of the post that is shown."""
        current = self._context.workspace.current
        if current is None:
            return
        label = tr("Why is this fine here? “{message}”", message=finding.message)
        reason = self._context.prompts.ask_text(tr("Accept this here"), label)
        if reason is None:
            return
        if not reason.strip():
            self._context.notify(tr("Nothing was accepted: that takes a reason."))
            return
        root, path, data = self._root(), current.path, current.post.data
        name = self._context.settings.text(AUTHOR)
        today = dt.datetime.now().astimezone().date()

        def work() -> None:
            who = name or waiving.author(root)
            waiving.accept(root, Waiver.of(path, finding, data, who, today, reason.strip()))

        self._do(work, tr("Accepted here: {message}", message=finding.message))

    def take_back(self, waiver: Waiver) -> None:
        """Let a finding count again."""
        root = self._root()
        self._do(lambda: waiving.take_back(root, waiver), tr("The finding counts again."))

    def can_begin(self) -> bool:
        """Whether there are findings that may be counted as known."""
        return self._context.workspace.schema is not None and not self.has_baseline()

    def has_baseline(self) -> bool:
        """Whether only new findings count."""
        return self._context.workspace.sieve.baseline.exists

    def begin_baseline(self) -> None:
        """Accept all findings that there are, so that only new ones count."""
        root = self._root()
        if not self._context.prompts.ask_baseline():
            return

        def told(answer: Answer) -> None:
            if answer.error is not None:
                self._context.prompts.show_error(answer.error)
                return
            count = len(answer.value.splitlines())
            says = tr_count(
                "{count} finding does not count any more; new ones do.",
                "{count} findings do not count any more; new ones do.",
                count,
            )
            self._do(lambda: waiving.begin_baseline(root, answer.value), says)

        self._context.workspace.librarian.baseline(told)

    def end_baseline(self) -> None:
        """Let all findings count again."""
        root = self._root()
        self._do(lambda: waiving.end_baseline(root), tr("All findings count again."))

    def _do(self, work: Callable[[], None], says: str) -> None:
        def done(_none: None) -> None:
            self._context.workspace.librarian.refresh(())
            self._context.notify(says)

        self._context.tasks.run(KEY, work, done, self._context.prompts.show_error)

    def _root(self) -> Path:
        folder = self._context.workspace.folder
        assert folder is not None
        return folder.root
