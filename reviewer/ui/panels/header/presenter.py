"""The title, path and tab counts of the post that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.desk.reviews.deciding import known
from reviewer.site.reviews.decisions import APPROVED, REOPENED, REQUESTED, newest
from reviewer.ui.flows.reviewing import DRAFT
from reviewer.ui.navigation import BODY, CHANGES, DETAILS, HISTORY, PROBLEMS
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context
    from reviewer.ui.flows.reviewing import Reviewing

TASK = "what is asked for"
REVIEW = "review"
"""The segment of what is neither a draft nor approved."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the header says; ``tabs`` are keys with labels.

    ``state`` is the segment that holds, ``review`` what the middle one is called,
    ``asked`` what somebody wants to be changed.
    """

    title: str
    path: str
    tabs: tuple[tuple[str, str], ...]
    state: str = ""
    review: str = ""
    asked: str = ""


class HeaderPresenter:
    """Follows the current post; ``changed`` when the header says something else."""

    def __init__(self, context: Context, reviewing: Reviewing) -> None:
        self._workspace = context.workspace
        self._reviewing = reviewing
        self._tasks = context.tasks
        self._asked: tuple[str, str] = ("", "")
        reviewing.deciding.decided.connect(lambda _paths: self._ask_anew())
        self._navigation = context.navigation
        self.heading = self._heading()
        self.changed: Event[Heading] = Event()
        self._workspace.current_changed.connect(lambda _post: self.refresh())
        self._workspace.post_changed.connect(lambda _change: self.refresh())
        self._workspace.post_moved.connect(lambda _post: self.refresh())
        self._workspace.findings_changed.connect(lambda _post: self.refresh())
        self._workspace.rows_changed.connect(lambda _change: self.refresh())

    def refresh(self) -> None:
        """Look at the post anew."""
        heading = self._heading()
        if heading != self.heading:
            self.heading = heading
            self.changed.emit(heading)

    def choose(self, tab: str) -> None:
        """Go to a tab."""
        self._navigation.go_to_tab(tab)

    def decide(self, state: str) -> None:
        """Make the post what the editor picked."""
        review, before = self._reviewing, self.heading.state
        if state == APPROVED:
            review.approve()
        elif state == DRAFT and before != DRAFT:
            review.set_draft(wanted=True)
        elif state == REVIEW and before == DRAFT:
            review.set_draft(wanted=False)
        elif state == REVIEW and review.has_decided():
            review.reopen()
        # Picked is not done: what holds is shown until the post is something else.
        self.changed.emit(self.heading)

    def _heading(self) -> Heading:
        post = self._workspace.current
        if post is None:
            return Heading("", "", _tabs(0, 0))
        changes = len(post.changed_fields()) + post.body_changed()
        tabs = _tabs(changes, len(post.findings))
        state = self._reviewing.state()
        kind = state if state in (DRAFT, APPROVED) else REVIEW
        review = {REOPENED: tr("Reopened"), REQUESTED: tr("To change")}.get(state, tr("In review"))
        asked = self._asked_of(post.path) if state == REQUESTED else ""
        return Heading(self._title(post), post.path, tabs, kind, review, asked)

    def _asked_of(self, path: str) -> str:
        """What is to be changed, once that has been looked up."""
        if self._asked[0] != path:
            self._asked = (path, "")
            self._ask(path)
        return self._asked[1]

    def _ask(self, path: str) -> None:
        folder = self._workspace.folder
        if folder is None:
            return

        def done(note: str) -> None:
            if self._asked[0] == path and self._asked[1] != note:
                self._asked = (path, note)
                self.refresh()

        self._tasks.run(TASK, lambda: _note(folder.root, path), done)

    def _ask_anew(self) -> None:
        self._asked = ("", "")
        self.refresh()

    def _title(self, post: OpenPost) -> str:
        return self._workspace.title_of(post) or PurePosixPath(post.path).name


def _note(root: Path, path: str) -> str:
    decision = newest(known(root, path), REQUESTED)
    if decision is None:
        return ""
    return tr("{who}: {note}", who=decision.author or decision.date[:10], note=decision.note)


def _tabs(changes: int, problems: int) -> tuple[tuple[str, str], ...]:
    return (
        (DETAILS, tr("Details")),
        (BODY, tr("Body")),
        (CHANGES, _counted(tr("Changes"), changes)),
        (PROBLEMS, _counted(tr("Problems"), problems)),
        (HISTORY, tr("History")),
    )


def _counted(label: str, count: int) -> str:
    return f"{label} {count}" if count else label
