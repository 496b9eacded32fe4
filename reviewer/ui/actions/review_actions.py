"""What an editor does with one post after the other: single keys, where nothing is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.site.index.messages import APPROVED, QUEUE, WAITING, Scope
from reviewer.ui.actions.table import Action
from reviewer.ui.listing.order import NEED
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from reviewer.ui.shell import Shell

REVIEW_MENU = "review"


def review_actions(shell: Shell) -> tuple[Action, ...]:
    """Walk through the queue and decide."""
    review, listing = shell.reviewing, shell.context.listing
    entry = partial(Action, menu=REVIEW_MENU)

    def queue() -> None:
        shell.choose_order(NEED)
        listing.show_scope(Scope(QUEUE, WAITING))

    return (
        entry(
            "review-approve",
            tr("Approve and go to next"),
            review.approve_and_go_on,
            "A",
            review.can_decide,
        ),
        entry(
            "review-approve-stay", tr("Approve"), review.approve, "Ctrl+Alt+A", review.can_decide
        ),
        entry(
            "review-approve-many",
            tr("Approve selection…"),
            review.approve_selected,
            "Shift+A",
            review.can_approve_many,
        ),
        entry(
            "review-request", tr("Request changes…"), review.request_changes, "R", review.can_decide
        ),
        entry("review-skip", tr("Skip for today"), review.skip, "S", review.can_decide),
        entry(
            "review-reopen",
            tr("Put back in review"),
            review.reopen,
            "Ctrl+Alt+O",
            review.has_decided,
        ),
        entry("review-next", tr("Next in the queue"), partial(review.step, 1), "J", shell.has_rows),
        entry(
            "review-previous",
            tr("Previous in the queue"),
            partial(review.step, -1),
            "K",
            shell.has_rows,
        ),
        entry(
            "review-queue",
            tr("Review what needs you most"),
            queue,
            "Ctrl+Shift+Q",
            shell.has_folder,
        ),
        entry(
            "review-approved",
            tr("Show approved posts"),
            lambda: listing.show_scope(Scope(QUEUE, APPROVED)),
            "Ctrl+Alt+Q",
            shell.has_folder,
        ),
    )
