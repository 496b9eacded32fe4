"""Opens a folder and reads it in the background: rows at once, then the checks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.site.entries import read_entries
from reviewer.site.folder import Folder, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reviewer.schema.inference import Schema
    from reviewer.site.entries import Entry
    from reviewer.ui.context import Context
    from reviewer.ui.tasks import Stream

KEY = "folder"


class Phase(Enum):
    """How far the folder has been got to know."""

    NONE = "no folder"
    READING = "reading"
    CHECKING = "checking"
    CHECKED = "checked"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class State:
    """Where reading stands; ``total`` is 0 until the files have been counted."""

    phase: Phase = Phase.NONE
    done: int = 0
    total: int = 0

    @property
    def busy(self) -> bool:
        """Whether work goes on in the background."""
        return self.phase in (Phase.READING, Phase.CHECKING)


class FolderReading:
    """The way of one folder from its path to rows with findings."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace
        self._after: Callable[[], None] | None = None
        self.state = State()
        self.state_changed: Event[State] = Event()

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
            self._read(self._workspace.folder)

    def stop(self) -> None:
        """Leave it at the posts that have been read."""
        self._context.tasks.cancel(KEY)
        self._after = None
        self._tell(replace(self.state, phase=Phase.STOPPED))

    def _opened(self, folder: Folder, post: str) -> None:
        self._context.settings.remember_folder(folder.root)
        self._workspace.open_folder(folder)
        self._read(folder)
        if post:
            self._context.navigation.go_to_post(post)

    def _read(self, folder: Folder) -> None:
        self._tell(State(Phase.READING))
        self._workspace.start_reading()
        self._context.tasks.stream(
            KEY,
            lambda stream: _read_all(folder, stream),
            lambda batch: self._took(*batch),
            self._finished,
            self._failed,
        )

    def _took(self, batch: list[Entry], done: int, total: int) -> None:
        self._workspace.add_entries(batch, done, total)
        self._tell(State(Phase.READING, done, total))

    def _finished(self, paths: list[str]) -> None:
        self._workspace.keep_only(paths)
        # Now, so that whoever hears of the next phase finds every row in its place.
        self._context.listing.refresh()
        self._check()

    def _check(self) -> None:
        known = len(self._workspace.entries)
        self._tell(State(Phase.CHECKING, known, known))
        self._context.tasks.run(KEY, self._workspace.learn, self._learnt, self._failed)

    def _learnt(self, schema: Schema) -> None:
        self._workspace.adopt_schema(schema)
        self._context.tasks.stream(
            KEY,
            lambda stream: self._workspace.check_entries(stream.cancelled),
            lambda _part: None,
            self._checked,
            self._failed,
        )

    def _checked(self, found: dict) -> None:
        self._workspace.adopt_findings(found)
        self._context.listing.refresh()
        self._tell(State(Phase.CHECKED, len(found), len(found)))
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


def _read_all(folder: Folder, stream: Stream) -> list[str]:
    paths: list[str] = []

    def on_batch(batch: list[Entry], done: int, total: int) -> None:
        paths.extend(entry.path for entry in batch)
        stream.send((batch, done, total))

    read_entries(folder, on_batch, stream.cancelled)
    return paths
