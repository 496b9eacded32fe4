"""Follows what other programs do in the folder that is open.

An open post without edits shows what its file says now; one with edits is merged
with it. A post whose file is gone or cannot be read stays open with its text.
While the folder is away editing goes on, and the window says why nothing can be
saved.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.errors import ReviewerError
from reviewer.site.index.messages import Away, Gone, Opened, Slow, Touched
from reviewer.ui.flows.merging import Missing
from reviewer.ui.prompts import error_texts
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from reviewer.desk.open_post import OpenPost
    from reviewer.desk.workspace import Loaded
    from reviewer.site.folder import Folder
    from reviewer.site.index.messages import News
    from reviewer.ui.context import Context
    from reviewer.ui.flows.merging import Merging


class DiskChanges:
    """Hears the news of the desk; ``trouble`` is a line that stands as long as it holds."""

    def __init__(self, context: Context, merging: Merging) -> None:
        self._tasks = context.tasks
        self._merging = merging
        self._notify = context.notify
        self._workspace = context.workspace
        self._away = ""
        self._slow = ""
        self.trouble_changed: Event[str] = Event()
        self._workspace.folder_opened.connect(self._opened)
        self._workspace.news.connect(self._hear)
        self._workspace.post_moved.connect(self.look_at)

    @property
    def trouble(self) -> str:
        """Why the folder cannot be followed as usual, in plain words; "" where it can."""
        return self._away or self._slow

    def _opened(self, _folder: Folder) -> None:
        self._away = self._slow = ""
        self.trouble_changed.emit("")

    def _hear(self, news: News) -> None:
        match news:
            case Touched(paths):
                self._look_again(paths)
            case Gone():
                self._look_again((), sure=True)
            case Away(message, back):
                self._went("" if back else message)
            case Slow(reason):
                self._slow = _slow(reason)
                self.trouble_changed.emit(self.trouble)
            case Opened():  # whoever keeps the index began anew and finds the folder there
                self._went("")

    def _went(self, message: str) -> None:
        if bool(message) == bool(self._away):
            return
        self._away = message
        self.trouble_changed.emit(self.trouble)
        if not message:
            self._notify(tr("The folder is there again."))
            self._look_again(())

    def _look_again(self, places: Collection[str], *, sure: bool = False) -> None:
        """Read the open posts at and below these places, or all for none.

        ``sure``: the index knows which files have moved, so that the others are gone.
        """
        for post in tuple(self._workspace.open_posts.values()):
            if not places or _lies_among(post.path, places):
                self.look_at(post, sure=sure)

    def look_at(self, post: OpenPost, *, sure: bool = False) -> None:
        """Read the file of an open post again, and follow what it says now."""
        path, before = post.path, post.digest
        self._tasks.run(
            f"look{' closely' if sure else ''} at {path}",
            partial(self._read, path),
            lambda found: self._looked(post, path, before, found, sure=sure),
            lambda _error: None,  # the folder itself is away, which is told as such
        )

    def _read(self, path: str) -> Loaded | Missing:
        """What stands on disk, or why that cannot be read; raises where the folder is away."""
        folder = self._workspace.folder
        try:
            return self._workspace.load(path)
        except ReviewerError as error:
            if folder is None or not folder.root.is_dir():
                raise
            gone = isinstance(error.__cause__, FileNotFoundError)
            return Missing(error_texts(error)[0], gone)

    def _looked(
        self,
        post: OpenPost,
        path: str,
        before: str | None,
        found: Loaded | Missing,
        *,
        sure: bool,
    ) -> None:
        if self._workspace.open_posts.get(path) is not post:
            return
        if isinstance(found, Missing):
            # A file that the index still knows may have moved, which it is about to tell.
            if sure or not found.gone or path not in self._workspace.catalogue:
                self._merging.set_standing(post, found)
        elif post.digest != before:  # saved meanwhile: what was read may be older than that
            self.look_at(post)
        else:
            self._merging.meet(post, found)


def _lies_among(path: str, places: Collection[str]) -> bool:
    return path in places or any(path.startswith(f"{place}/") for place in places)


def _slow(reason: str) -> str:
    if not reason:
        return ""
    return tr("Changes by other programs appear late: {reason}", reason=reason)
