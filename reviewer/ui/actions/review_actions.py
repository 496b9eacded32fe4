"""What an editor does with one post after the other: single keys, where nothing is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.site.index.messages import APPROVED, QUEUE, WAITING, Scope
from reviewer.ui.actions.table import Action
from reviewer.ui.listing.order import NEED
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.ui.shell import Shell

REVIEW_MENU = "review"


def review_actions(shell: Shell) -> tuple[Action, ...]:
    """Walk through the queue and decide."""
    return (*_decisions(shell), *_walk(shell), *_queues(shell))


def _decisions(shell: Shell) -> Iterator[Action]:
    review = shell.reviewing
    entry = partial(Action, menu=REVIEW_MENU)
    go_on, stay, many = review.approve_and_go_on, review.approve, review.approve_selected
    can, can_many, has = review.can_decide, review.can_approve_many, review.has_decided
    yield entry("review-approve", tr("Approve and go to next"), go_on, "A", can)
    yield entry("review-approve-stay", tr("Approve"), stay, "Ctrl+Alt+A", can)
    yield entry("review-approve-many", tr("Approve selection"), many, "Shift+A", can_many)
    yield entry("review-request", tr("Request changes…"), review.request_changes, "R", can)
    yield entry("review-skip", tr("Skip for today"), review.skip, "S", can)
    yield entry("review-reopen", tr("Put back in review"), review.reopen, "Ctrl+Alt+O", has)


def _walk(shell: Shell) -> Iterator[Action]:
    step, has_rows = shell.reviewing.step, shell.has_rows
    for name, label, way, key in (
        ("review-next", tr("Next in the queue"), 1, "J"),
        ("review-previous", tr("Previous in the queue"), -1, "K"),
    ):
        yield Action(name, label, partial(step, way), key, has_rows, REVIEW_MENU)


def _queues(shell: Shell) -> Iterator[Action]:
    listing = shell.context.listing

    def waiting() -> None:
        shell.choose_order(NEED)
        listing.show_scope(Scope(QUEUE, WAITING))

    def approved() -> None:
        listing.show_scope(Scope(QUEUE, APPROVED))

    entry = partial(Action, menu=REVIEW_MENU, enabled=shell.has_folder)
    yield entry("review-queue", tr("Review what needs you most"), waiting, "Ctrl+Shift+Q")
    yield entry("review-approved", tr("Show approved posts"), approved, "Ctrl+Alt+Q")
