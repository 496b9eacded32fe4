"""Brings together what the editor typed and what another program wrote meanwhile.

What can be merged is merged at once; for the rest the post keeps its text, and
a meeting waits for the editor's decisions. Whoever reads a post's file anew (the
watcher, a save that found it changed, recovery after a crash) hands it to ``meet``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reviewer.desk.events import Event
from reviewer.desk.merging import Meeting, hold
from reviewer.desk.workspace import Loaded
from reviewer.errors import ReviewerError
from reviewer.site.storage import Stored
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.desk.open_post import OpenPost, PostChanged
    from reviewer.document.merge_result import Choice
    from reviewer.document.merge_story import Settled
    from reviewer.document.post import Post
    from reviewer.ui.context import Context

ORIGIN = "merge"


@dataclass(frozen=True, slots=True)
class Blended:
    """Their changes and the editor's stand together in the post, as undo step ``label``.

    ``undone`` where the editor has taken theirs out again. ``told`` is False
    until the editor could see it: a save merges and writes in one go.
    """

    settled: tuple[Settled, ...]
    label: str
    undone: bool = False
    told: bool = True


@dataclass(frozen=True, slots=True)
class Missing:
    """The post's file cannot be read any more; ``gone`` where there is none."""

    what: str
    gone: bool


Standing = Blended | Meeting | Missing
"""How an open post stands to its file, where that is worth a word."""


def nothing() -> None:
    """When nobody waits for the end."""


class Merging:
    """The standing of every open post; ``changed`` tells of which it is another now."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._standings: WeakKeyDictionary[OpenPost, Standing] = WeakKeyDictionary()
        self.changed: Event[OpenPost] = Event()
        context.workspace.post_changed.connect(self._on_change)

    def standing(self, post: OpenPost) -> Standing | None:
        """What is to be said of the post and its file; ``None`` where all is as usual."""
        return self._standings.get(post)

    def meet(
        self,
        post: OpenPost,
        theirs: Loaded,
        then: Callable[[], None] = nothing,
        contested: Callable[[], None] = nothing,
    ) -> None:
        """Take in what stands on disk; ``then`` once done, ``contested`` where decisions wait."""
        if theirs.digest == post.digest:
            if not isinstance(self.standing(post), Blended):
                self.set_standing(post, None)
            then()
        elif post.is_dirty:
            self._hold(post, theirs, then, contested)
        else:
            self._workspace.reload(post, theirs)
            then()

    def restore(self, post: OpenPost, base: Post, mine: Post) -> None:
        """Bring unsaved work back to a post that was just read; it began with ``base``.

        Where the file is another by now, the work is merged with it.
        """
        theirs = Loaded(post.path, post.saved, post.digest or "")
        digest = Stored.of(base.to_bytes()).digest
        post.take_over(mine, base, digest, label=tr("Restore unsaved work"), origin=ORIGIN)
        self.meet(post, theirs)

    def choose(self, post: OpenPost, number: int, choice: Choice) -> None:
        """Decide about one conflict."""
        standing = self.standing(post)
        if isinstance(standing, Meeting) and number < len(standing.merged.conflicts):
            self.set_standing(post, standing.choose(number, choice))

    def settle(self, post: OpenPost) -> bool:
        """Take the decisions over into the post; False while some are still to be made."""
        standing = self.standing(post)
        if not isinstance(standing, Meeting):
            return False
        meeting = standing.go_on(post.post)
        if meeting.left:
            self.set_standing(post, meeting)
            return False
        try:
            outcome = meeting.outcome()
        except ReviewerError as error:
            self._context.prompts.show_error(error)
            return False
        self._take_in(post, meeting, outcome)
        self.set_standing(post, None)
        return True

    def set_standing(self, post: OpenPost, standing: Standing | None) -> None:
        """Let the post stand so to its file from now on."""
        if standing is None and post not in self._standings:
            return
        self._standings.pop(post, None)
        if standing is not None:
            self._standings[post] = standing
        self.changed.emit(post)

    def _hold(
        self,
        post: OpenPost,
        theirs: Loaded,
        then: Callable[[], None],
        contested: Callable[[], None],
    ) -> None:
        base, mine, revision = post.saved, post.post, post.revision
        former = self.standing(post)
        decided = former.decided if isinstance(former, Meeting) else {}

        def done(meeting: Meeting) -> None:
            if self._workspace.open_posts.get(post.path) is not post:
                return
            if post.digest == theirs.digest:
                then()
            elif post.saved is base and post.revision != revision:
                self.meet(post, theirs, then, contested)
            elif post.saved is not base:
                then()  # saved or read anew meanwhile: a save that waits has to look again
            elif meeting.merged.is_clean:
                self._take_in(post, meeting, meeting.merged.post, told=then is nothing)
                then()
            else:
                self.set_standing(post, meeting)
                contested()

        # A look at the file must not push out the merge that a save waits for.
        purpose = "merge" if then is nothing else "merge to save"
        self._context.tasks.run(
            f"{purpose} {post.path}",
            lambda: hold(base, mine, theirs.post, theirs.digest, decided),
            done,
        )

    def _take_in(
        self, post: OpenPost, meeting: Meeting, outcome: Post, *, told: bool = True
    ) -> None:
        label = tr("Merge")
        post.take_over(outcome, meeting.theirs, meeting.digest, label=label, origin=ORIGIN)
        self.set_standing(post, Blended(meeting.settled, label, told=told))

    def _on_change(self, change: PostChanged) -> None:
        post, standing = change.open_post, self.standing(change.open_post)
        if isinstance(standing, Blended) and change.origin != "reload":
            self.set_standing(post, _later(standing, post, saved=change.origin == "save"))
        elif change.origin in ("save", "reload"):
            self.set_standing(post, None)
        elif isinstance(standing, Meeting):
            self._go_on(post, standing)
        elif standing is not None:
            self.changed.emit(post)

    def _go_on(self, post: OpenPost, meeting: Meeting) -> None:
        """Show what the newest text comes to, once the editor pauses."""
        mine, revision = post.post, post.revision

        def done(newer: Meeting) -> None:
            now = self.standing(post)
            if (
                isinstance(now, Meeting)
                and now.digest == newer.digest
                and post.revision == revision
            ):
                self.set_standing(post, replace(newer, decided=now.decided))

        self._context.tasks.run(f"merge on {post.path}", lambda: meeting.go_on(mine), done)


def _later(blended: Blended, post: OpenPost, *, saved: bool) -> Blended | None:
    """What is left to be said after an edit, an undo or a save."""
    if saved:
        return None if blended.told else replace(blended, told=True)
    if post.redo_label == blended.label:
        return replace(blended, undone=True)
    return replace(blended, undone=False) if post.undo_label == blended.label else blended
