"""Follows what other programs do in the folder that is open.

An open post without edits shows what its file says now. One with edits stays as
it is: saving it finds that the file changed, and asks. While the folder is away
editing goes on, and the window says why nothing can be saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.site.index.messages import Away, Opened, Slow, Touched
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Collection

    from reviewer.desk.open_post import OpenPost
    from reviewer.desk.workspace import Loaded
    from reviewer.site.folder import Folder
    from reviewer.site.index.messages import News
    from reviewer.ui.context import Context


class DiskChanges:
    """Hears the news of the desk; ``trouble`` is a line that stands as long as it holds."""

    def __init__(self, context: Context) -> None:
        self._tasks = context.tasks
        self._notify = context.notify
        self._workspace = context.workspace
        self._away = ""
        self._slow = ""
        self.trouble_changed: Event[str] = Event()
        self._workspace.folder_opened.connect(self._opened)
        self._workspace.news.connect(self._hear)

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

    def _look_again(self, places: Collection[str]) -> None:
        """Read the open posts at and below these places, or all for none."""
        for post in tuple(self._workspace.open_posts.values()):
            if not places or _lies_among(post.path, places):
                self._look_at(post)

    def _look_at(self, post: OpenPost) -> None:
        path, before = post.path, post.digest
        self._tasks.run(
            f"look at {path}",
            lambda: self._workspace.load(path),
            lambda loaded: self._looked(post, before, loaded),
            lambda _error: None,  # a file that is gone is found so when it is saved
        )

    def _looked(self, post: OpenPost, before: str | None, loaded: Loaded) -> None:
        if self._workspace.open_posts.get(loaded.path) is not post or post.is_dirty:
            return
        if post.digest != before:  # saved meanwhile: what was read may be older than that
            self._look_at(post)
        elif loaded.digest != before:
            self._workspace.reload(post, loaded)


def _lies_among(path: str, places: Collection[str]) -> bool:
    return path in places or any(path.startswith(f"{place}/") for place in places)


def _slow(reason: str) -> str:
    if not reason:
        return ""
    return tr("Changes by other programs appear late: {reason}", reason=reason)
