"""Mends problems of the post that is shown: one by a click, or all that can be mended safely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk import fixing
from reviewer.desk.mending import Mender
from reviewer.document.operations import EditRefused
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from reviewer.checks.mending import Mended
    from reviewer.desk.open_post import OpenPost
    from reviewer.schema.finding import Finding, Fix
    from reviewer.ui.context import Context

KEY = "mend all"
ORIGIN = "mending"


def mend(context: Context, fix: Fix, origin: str = ORIGIN) -> bool:
    """Carry out a fix in the post that is shown; where it is refused, look again and say so."""
    current = context.workspace.current
    if current is None:
        return False
    try:
        fixing.carry_out(current, fix, origin=origin)
    except EditRefused as error:
        context.workspace.judging.examine(current, anew=True)
        context.notify(tr("{what} The post is looked at again.", what=error.what))
        return False
    return True


class Mending:
    """All safe fixes of a post in one undo step; the rules work in the background."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def mend_all(self) -> None:
        """Mend what is safe to mend, and say how much that was."""
        workspace = self._context.workspace
        current, folder, schema = workspace.current, workspace.folder, workspace.schema
        if current is None or folder is None or schema is None:
            return
        post, sieve = current.post, workspace.sieve
        self._context.tasks.run(
            KEY,
            lambda: Mender.of(folder, schema, sieve).mended(current.path, post),
            lambda mended: self._take(current, post.text, mended),
        )

    def _take(self, open_post: OpenPost, text: str, mended: Mended) -> None:
        if open_post.post.text != text:
            self._context.notify(tr("The text has changed meanwhile: nothing was mended."))
            return
        count = len(mended.applied)
        if not count:
            self._context.notify(tr("Nothing here can be mended safely."))
            return
        says = tr_count("{count} problem mended", "{count} problems mended", count)
        fixing.take_over(open_post, mended.post, label=says, origin=ORIGIN)
        self._context.notify(says, tr("Undo"), lambda: _undo(open_post, says))


def safe(findings: tuple[Finding, ...]) -> list[Finding]:
    """Those that have a fix which may be made without looking."""
    return [each for each in findings if any(fix.safe for fix in each.fixes)]


def _undo(open_post: OpenPost, label: str) -> None:
    if open_post.undo_label == label:
        open_post.undo(ORIGIN)
