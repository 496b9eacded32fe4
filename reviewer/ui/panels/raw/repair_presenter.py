"""Decides which repair of broken front matter is offered, and carries it out. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from reviewer.document.diff import diff
from reviewer.document.repair.proposing import proposals
from reviewer.errors import ReviewerError
from reviewer.ui.panels.changes.rows import Row, rows
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.desk.open_post import OpenPost
    from reviewer.document.post import Post
    from reviewer.document.repair.proposal import Proposal
    from reviewer.ui.context import Context

ORIGIN = "repair"
TASK = "repair"
QUICK = 4_000
"""Characters of front matter up to which repairs are sought at once, else in the background."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One repair as the card shows it; ``number`` counts from 1."""

    number: int
    count: int
    doing: str
    causes: tuple[str, ...]
    rows: tuple[Row, ...]


class RepairView(Protocol):
    """The card above the text."""

    def show_offer(self, offer: Offer | None) -> None:
        """Offer a repair, or none."""
        ...


class RepairPresenter:
    """The repairs that are proposed for the current post."""

    def __init__(self, context: Context, view: RepairView) -> None:
        self._context = context
        self._view = view
        self._open: OpenPost | None = None
        self._post: Post | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._at = 0
        context.workspace.current_changed.connect(self._look)
        context.workspace.post_changed.connect(lambda change: self._on_change(change.open_post))
        self._look(context.workspace.current)

    def can_use(self) -> bool:
        """Whether a repair is on offer."""
        return bool(self._proposals)

    def can_step(self) -> bool:
        """Whether there is another one."""
        return len(self._proposals) > 1

    def use(self) -> None:
        """Carry out the repair that is shown, as one step that undo takes back."""
        if self._open is None or not self._proposals or self._open.post is not self._post:
            return
        chosen = self._proposals[self._at]
        try:
            self._open.edit_text(chosen.edits, label=chosen.label, origin=ORIGIN)
        except ReviewerError as error:
            self._context.notify(str(error))

    def step(self) -> None:
        """Show the next repair; the first one after the last."""
        if self._proposals:
            self._at = (self._at + 1) % len(self._proposals)
            self._show()

    def _on_change(self, open_post: OpenPost) -> None:
        if open_post is self._open:
            self._look(open_post)

    def _look(self, open_post: OpenPost | None) -> None:
        self._open = open_post
        self._context.tasks.cancel(TASK)
        post = open_post.post if open_post is not None else None
        if post is None or post.problem is None or post.block_span is None:
            self._adopt(post, ())
        elif len(post.block_span) <= QUICK:
            self._adopt(post, proposals(post))
        else:
            self._adopt(post, ())
            self._context.tasks.run(TASK, partial(proposals, post), partial(self._adopt, post))

    def _adopt(self, post: Post | None, found: tuple[Proposal, ...]) -> None:
        if self._open is not None and self._open.post is not post:
            return
        self._post, self._proposals, self._at = post, found, 0
        self._show()

    def _show(self) -> None:
        if self._post is None or not self._proposals:
            self._view.show_offer(None)
            return
        chosen = self._proposals[self._at]
        self._view.show_offer(
            Offer(
                self._at + 1,
                len(self._proposals),
                chosen.label,
                _causes(chosen, self._post),
                _changed(self._post.text, chosen.text),
            )
        )


def _causes(proposal: Proposal, post: Post) -> tuple[str, ...]:
    """Each fault with its line, told once; nothing where the verdict above the card says it all."""
    first: dict[str, int] = {}
    for step in proposal.steps:
        first.setdefault(step.what, step.line)
    if post.problem is not None and list(first) == [post.problem.what]:
        return ()
    return tuple(tr("Line {n}: {what}", n=line, what=what) for what, line in first.items())


def _changed(old: str, new: str) -> tuple[Row, ...]:
    """The lines that differ, old above new, as the Changes tab has them but with no Revert."""
    found = rows(diff(old, new))
    return tuple(
        replace(row, hunk=-1, leads=False) for row in found if row.kind in ("removed", "added")
    )
