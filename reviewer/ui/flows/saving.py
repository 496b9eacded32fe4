"""Saves posts in the background; merges or asks where the file is not what was read."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from reviewer.site import storage
from reviewer.ui.prompts import GoneAnswer, SaveAnswer
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reviewer.desk.open_post import OpenPost
    from reviewer.desk.saving import SaveJob
    from reviewer.desk.workspace import Loaded
    from reviewer.site.storage import Stored
    from reviewer.ui.context import Context
    from reviewer.ui.flows.merging import Merging
    from reviewer.ui.flows.recovering import Recovering

T = TypeVar("T")


def nothing() -> None:
    """When nobody waits for the end."""


class Saving:
    """Every way in which a post gets onto the disk from the window."""

    def __init__(
        self,
        context: Context,
        merging: Merging,
        recovering: Recovering,
        reread: Callable[[], None],
    ) -> None:
        self._context = context
        self._merging = merging
        self._recovering = recovering
        self._workspace = context.workspace
        self._reread = reread
        self._under_way: dict[str, list[Callable[[], None]]] = {}

    def save_current(self) -> None:
        """Save the post that is shown."""
        if self._workspace.current is not None:
            self.save([self._workspace.current])

    def save_all(self) -> None:
        """Save every post with unsaved edits."""
        self.save(self._workspace.dirty_posts())

    def save(self, posts: Sequence[OpenPost], then: Callable[[], None] = nothing) -> None:
        """Save ``posts`` one after the other, then call ``then``.

        A save that fails or that the editor calls off ends the row.
        """
        waiting = [post for post in posts if post.is_dirty]
        if not waiting:
            then()
        elif waiting[0].path in self._under_way:
            # A second writer beside the first would take its work for someone else's.
            self._under_way[waiting[0].path].append(lambda: self.save(waiting, then))
        else:
            first, *rest = waiting
            self._write(self._workspace.save_job(first), lambda: self.save(rest, then))

    def leave(self, then: Callable[[], None]) -> None:
        """Call ``then`` unless the editor would rather stay with the unsaved posts."""
        dirty = self._workspace.dirty_posts()
        if not dirty:
            then()
            return
        if self._recovering.keeps_unasked:
            self._recovering.keep(then)
            return
        answer = self._context.prompts.ask_save(self._told_apart(dirty))
        if answer is SaveAnswer.SAVE:
            self.save(dirty, then)
        elif answer is SaveAnswer.KEEP:
            self._recovering.keep(then)
        elif answer is SaveAnswer.DISCARD:
            then()

    def _write(self, job: SaveJob, then: Callable[[], None], *, overwrite: bool = False) -> None:
        path = job.open_post.path
        waiting = self._under_way[path] = [then]

        def all_go_on() -> None:
            for go_on in waiting:
                go_on()

        def done(stored: Stored) -> None:
            del self._under_way[path]
            self._workspace.saved(job, stored)
            all_go_on()

        def failed(error: Exception) -> None:
            del self._under_way[path]
            self._failed(job, path, error, all_go_on)

        def work() -> Stored:
            return self._in_its_folder(job, partial(job.run, overwrite=True))

        self._context.tasks.run(f"save {path}", work if overwrite else job.run, done, failed)

    def save_merged(self, post: OpenPost, then: Callable[[], None] = nothing) -> None:
        """Write the post as the editor decided; shows it where decisions are still to be made."""
        if self._merging.settle(post):
            self.save([post], then)
            return
        self._context.notify(tr("Choose first whose changes are to stand: nothing is written yet."))
        self._context.navigation.go_to_post(post.path)

    def take_theirs(self, post: OpenPost) -> None:
        """Show what stands on disk; undo brings the edits back."""
        self._reload(post, nothing)

    def overwrite(self, post: OpenPost) -> None:
        """Write the editor's version over whatever stands on disk, or where nothing does."""
        if post.path in self._under_way:
            self._under_way[post.path].append(lambda: self.overwrite(post))
            return
        self._write(self._workspace.save_job(post), nothing, overwrite=True)

    def save_beside(self, post: OpenPost, *, alone: bool) -> None:
        """Write the editor's version as another file; ``alone`` where the post's own is gone."""
        self._keep_both(self._workspace.save_job(post), nothing, alone=alone)

    def _failed(self, job: SaveJob, path: str, error: Exception, then: Callable[[], None]) -> None:
        if not isinstance(error, storage.ChangedOnDisk):
            self._context.prompts.show_error(error)
        elif error.theirs is None and job.open_post.path != path:  # moved meanwhile, not gone
            self.save([job.open_post], then)
        elif error.theirs is None:
            self._ask_gone(job, then)
        else:
            self._merge(job.open_post, then)

    def _merge(self, post: OpenPost, then: Callable[[], None]) -> None:
        """Merge with what stands on disk, and save that unless decisions are to be made."""

        def done(loaded: Loaded) -> None:
            self._merging.meet(
                post,
                loaded,
                lambda: self.save([post], then),
                lambda: self.save_merged(post, then),
            )

        self._run("merge to save", lambda: self._workspace.load(post.path), done)

    def _ask_gone(self, job: SaveJob, then: Callable[[], None]) -> None:
        answer = self._context.prompts.ask_gone(self._title(job.open_post))
        if answer is GoneAnswer.SAVE_AGAIN:
            self._write(job, then, overwrite=True)
        elif answer is GoneAnswer.SAVE_BESIDE:
            self._keep_both(job, then, alone=True)

    def _reload(self, post: OpenPost, then: Callable[[], None]) -> None:
        def done(loaded: Loaded) -> None:
            self._workspace.reload(post, loaded)
            then()

        self._run("reload", lambda: self._workspace.load(post.path), done)

    def _keep_both(self, job: SaveJob, then: Callable[[], None], *, alone: bool) -> None:
        def done(copy: Path) -> None:
            self._context.notify(tr("Your version is saved as {name}.", name=copy.name))
            if alone:
                self._follow(job, copy)
            self._reread()
            if alone:
                then()
            else:
                self._reload(job.open_post, then)

        self._run("keep both", lambda: self._in_its_folder(job, job.keep_both), done)

    def _in_its_folder(self, job: SaveJob, work: Callable[[], T]) -> T:
        """Do ``work`` with the folder of the post in place: it may have gone with the file."""
        folder = self._workspace.folder
        # The root itself is never made: it may be a disk that comes back.
        if folder is not None and folder.root.is_dir():
            with suppress(OSError):  # told by what cannot be written then
                job.target.parent.mkdir(parents=True, exist_ok=True)
        return work()

    def _follow(self, job: SaveJob, copy: Path) -> None:
        """The post lives on under its new name, and the file of the old one is gone."""
        post, folder = job.open_post, self._workspace.folder
        # Words typed while the file was written are in no file yet: they stay where they are.
        if folder is None or post.post.text != job.post.text:
            return
        shown = post is self._workspace.current
        self._workspace.forget(post)
        if shown:
            self._context.navigation.go_to_post(folder.relative(copy))

    def _run(self, key: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.tasks.run(key, work, done, self._context.prompts.show_error)

    def _told_apart(self, posts: Sequence[OpenPost]) -> list[str]:
        titles = [self._title(post) for post in posts]
        return [
            title if titles.count(title) == 1 else f"{title} — {post.path}"
            for title, post in zip(titles, posts, strict=True)
        ]

    def _title(self, post: OpenPost) -> str:
        return self._workspace.title_of(post) or post.path
