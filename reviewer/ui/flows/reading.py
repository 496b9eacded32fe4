"""Opens a folder and tells how far it has been read, learnt and checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from reviewer.desk.events import Event
from reviewer.site.folder import Folder, folder_of
from reviewer.site.index.messages import Checked, Examined, Failed, Learnt, Read, Ready, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reviewer.site.index.messages import News
    from reviewer.ui.context import Context

KEY = "folder"


class Phase(Enum):
    """How far the folder has been got to know.

    Whole texts are examined last, while the editor is at work: nothing waits for that.
    """

    NONE = "no folder"
    READING = "reading"
    LEARNING = "learning"
    CHECKING = "checking"
    CHECKED = "checked"
    EXAMINING = "examining"
    STOPPED = "stopped"


BUSY = (Phase.READING, Phase.LEARNING, Phase.CHECKING)


@dataclass(frozen=True, slots=True)
class State:
    """Where the work stands; ``total`` is 0 where the posts have not been counted."""

    phase: Phase = Phase.NONE
    done: int = 0
    total: int = 0

    @property
    def busy(self) -> bool:
        """Whether work goes on in the background."""
        return self.phase in BUSY


class FolderReading:
    """The way of one folder from its path to rows with findings."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._after: Callable[[], None] | None = None
        self.state = State()
        self.state_changed: Event[State] = Event()
        self._hearers: Mapping[type, Callable[[Any], None]] = {
            Rows: self._rows,
            Read: self._read,
            Learnt: self._learnt,
            Checked: self._checked,
            Examined: self._examined,
            Ready: self._ready,
            Failed: lambda news: self._failed(news.error),
        }
        self._workspace.news.connect(self._hear)

    def open(self, path: Path) -> None:
        """Open the folder at ``path``; of a file, the site that it belongs to, and the post."""
        self._after = None
        self._context.tasks.run(
            KEY, lambda: locate(path), lambda found: self._opened(*found), self._failed
        )

    def reload(self, then: Callable[[], None] | None = None) -> None:
        """Read and check the folder anew; open posts and their edits stay."""
        self._after = then
        if self._workspace.folder is not None:
            self._tell(State(Phase.READING))
            self._workspace.librarian.refresh()

    def stop(self) -> None:
        """Leave it at the posts that have been read."""
        self._workspace.librarian.stop()
        self._after = None
        self._tell(replace(self.state, phase=Phase.STOPPED))

    def _opened(self, folder: Folder, post: str) -> None:
        self._context.settings.remember_folder(folder.root)
        self._tell(State(Phase.READING))
        self._workspace.open_folder(folder)
        if post:
            self._context.navigation.go_to_post(post)

    # What the index tells. It also reads single posts again, which is not worth a word.

    def _hear(self, news: News) -> None:
        hearer = self._hearers.get(type(news))
        if hearer is not None:
            hearer(news)

    def _rows(self, news: Rows) -> None:
        if self.state.phase is Phase.READING:
            self._tell(State(Phase.READING, news.done, news.total))

    def _read(self, news: Read) -> None:
        if self.state.phase is Phase.READING:
            known = len(self._workspace.catalogue)
            self._tell(State(Phase.LEARNING if news.complete else Phase.STOPPED, known, known))

    def _learnt(self, _news: Learnt) -> None:
        if self.state.busy:
            self._tell(State(Phase.CHECKING, 0, len(self._workspace.catalogue)))

    def _checked(self, news: Checked) -> None:
        state = self.state
        if state.phase is Phase.LEARNING:  # nothing new was learnt
            state = State(Phase.CHECKING, 0, state.total)
        if state.phase is Phase.CHECKING:
            done = min(state.done + len(news.ids), state.total)
            self._tell(replace(state, done=done))

    def _examined(self, news: Examined) -> None:
        if self.state.phase in (Phase.CHECKED, Phase.EXAMINING):
            self._tell(State(Phase.EXAMINING, news.done, news.total))

    def _ready(self, _news: Ready) -> None:
        if self.state.busy or self.state.phase is Phase.EXAMINING:
            known = len(self._workspace.catalogue)
            self._tell(State(Phase.CHECKED, known, known))
            after, self._after = self._after, None
            if after is not None:
                after()

    def _failed(self, error: Exception) -> None:
        self._after = None
        self._tell(replace(self.state, phase=Phase.STOPPED))
        self._context.prompts.show_error(error)

    def _tell(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)


def locate(path: Path) -> tuple[Folder, str]:
    """The folder at ``path`` and no post; of a file, its site and its place there."""
    if not path.is_file():
        return Folder.open(path), ""
    folder = folder_of(path)
    return folder, folder.relative(path)
