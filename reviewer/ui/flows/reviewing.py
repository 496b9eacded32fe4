"""Reading posts one after the other: sign off, ask for changes, put off, and go on.

Signed off is what stands on disk, so unsaved edits are saved first. With errors
it takes a second word. Whatever was decided can be taken back at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.reviews import drafting
from reviewer.errors import ReviewerError
from reviewer.schema.finding import Severity
from reviewer.site import storage
from reviewer.site.reviews.decisions import APPROVED, OPEN, REOPENED, REQUESTED
from reviewer.ui.flows.deciding import Deciding
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost
    from reviewer.ui.context import Context
    from reviewer.ui.flows.opening import Opening
    from reviewer.ui.flows.saving import Saving

ORIGIN = "review"
DRAFT = "draft"


class Reviewing:
    """Decisions about the post that is shown, and about those that are selected.
    ``deciding`` puts them on record.
    """

    def __init__(self, context: Context, saving: Saving, opening: Opening) -> None:
        self._context = context
        self._workspace = context.workspace
        self._saving = saving
        self._opening = opening
        self.deciding = Deciding(context)

    # What is

    def state(self) -> str:
        """What the post that is shown is: ``DRAFT``, a state of ``decisions``, or "" in review."""
        current = self._workspace.current
        post = self._workspace.catalogue.id_of(current.path) if current else None
        if current is None or post is None:
            return ""
        row = self._workspace.catalogue.row(post)
        if row.review == APPROVED and current.is_dirty:
            return REOPENED
        if row.review in (APPROVED, REOPENED, REQUESTED):
            return row.review
        return DRAFT if row.draft else ""

    def can_decide(self) -> bool:
        """Whether a post is shown."""
        return self._workspace.current is not None

    def has_decided(self) -> bool:
        """Whether there is something to take back."""
        return self.state() in (APPROVED, REQUESTED, REOPENED)

    def can_approve_many(self) -> bool:
        """Whether posts are selected."""
        return bool(self._context.selection.ids)

    # What can be decided

    def approve(self) -> None:
        """Sign off the post that is shown."""
        self._with_saved(lambda post: self._approve(post, go_on=False))

    def approve_and_go_on(self) -> None:
        """The same, then show the next one."""
        self._with_saved(lambda post: self._approve(post, go_on=True))

    def approve_selected(self) -> None:
        """Sign off all selected posts but those with errors."""
        catalogue = self._workspace.catalogue
        rows = [catalogue.row(post) for post in self._context.selection.ids]
        fine = [row.path for row in rows if not row.errors and not row.problem]
        left = len(rows) - len(fine)
        dirty = [each for each in self._workspace.dirty_posts() if each.path in set(fine)]
        says = tr_count("{count} post approved.", "{count} posts approved.", len(fine))
        if left:
            says += " " + tr_count(
                "{count} with errors was left out.", "{count} with errors were left out.", left
            )
        if fine:
            self._saving.save(
                dirty, lambda: self.deciding.decide([(p, None) for p in fine], APPROVED, says)
            )
        else:
            self._context.notify(says)

    def request_changes(self) -> None:
        """Send the post back with a note."""
        current = self._workspace.current
        if current is None:
            return
        note = self._context.prompts.ask_text(tr("Request changes"), tr("What is to be changed?"))
        if note is None:
            return
        if not note.strip():
            self._context.notify(tr("Nothing was asked for: that takes a note."))
            return
        says = tr("Changes requested: {note}", note=note.strip())
        self._with_saved(lambda post: self._about(post, REQUESTED, says, note.strip()))

    def reopen(self) -> None:
        """Take back what was decided."""
        if self._workspace.current is not None:
            self._about(self._workspace.current, OPEN, tr("The post is in review again."))

    def skip(self) -> None:
        """Put the post off to the end of the list, and show the next one."""
        current = self._workspace.current
        post = self._workspace.catalogue.id_of(current.path) if current else None
        if post is not None:
            there = self._next()
            self._context.listing.put_off(post)
            self._go(there)

    def step(self, step: int) -> None:
        """Show a neighbour in the list."""
        self._opening.step(step)

    def set_draft(self, *, wanted: bool) -> None:
        """Let the front matter say that the post is a draft, or so no longer."""
        current, folder = self._workspace.current, self._workspace.folder
        if current is None or folder is None:
            return
        way = drafting.to_draft if wanted else drafting.from_draft
        label = tr("Make a draft") if wanted else tr("No longer a draft")
        try:
            operations = way(folder.engine, current.path, current.post)
            current.edit(operations, label=label, origin=ORIGIN)
        except ReviewerError as error:
            self._context.notify(str(error))
            return
        if not operations:
            self._context.notify(tr("Its folder makes this post a draft, and no field of its own."))

    # Behind the scenes

    def _approve(self, post: OpenPost, *, go_on: bool, anyway: bool = False) -> None:
        errors = sum(each.severity is Severity.ERROR for each in post.findings)
        errors += post.post.problem is not None and not errors
        if errors and not anyway:
            says = tr_count(
                "{count} error stands in the way of approving this.",
                "{count} errors stand in the way of approving this.",
                errors,
            )
            again = lambda: self._approve(post, go_on=go_on, anyway=True)  # noqa: E731
            self._context.notify(says, tr("Approve anyway"), again)
            return
        there = self._next() if go_on else ""
        title = self._workspace.title_of(post) or post.path
        self._about(post, APPROVED, tr("Approved: {title}", title=title))
        if go_on:
            self._go(there)

    def _about(self, post: OpenPost, state: str, says: str, note: str = "") -> None:
        """Decide about the text that this post was saved with or read as."""
        text = storage.Stored.of(post.saved.to_bytes())
        self.deciding.decide([(post.path, text)], state, says, note)

    def _with_saved(self, then: Callable[[OpenPost], None]) -> None:
        current = self._workspace.current
        if current is not None:
            self._saving.save([current], lambda: then(current))

    def _next(self) -> str:
        current = self._workspace.current
        path = current.path if current else ""
        there = self._context.listing.neighbour(path, 1)
        return "" if there == path else there

    def _go(self, path: str) -> None:
        if path:
            self._context.navigation.go_to_post(path)
        else:
            self._context.notify(tr("That was the last post of this list."))
