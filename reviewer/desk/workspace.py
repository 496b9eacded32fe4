"""The desk itself: a folder that is open, its posts, and those being edited.

Methods that touch the disk or take long (``load``, ``learn``, ``check_entries``,
``SaveJob.run``) change nothing here and may run in a background thread; their
results are handed to the methods that do change something, in the thread that
owns the workspace. Whoever is interested listens to the events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.engine import check, check_entry
from reviewer.desk.events import Event
from reviewer.desk.open_post import OpenPost, PostChanged
from reviewer.desk.saving import SaveJob
from reviewer.document.post import Post
from reviewer.schema.finding import Severity
from reviewer.site import storage
from reviewer.site.entries import Entry, entry_of
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.finding import Finding
    from reviewer.schema.inference import Schema
    from reviewer.site.folder import Folder


@dataclass(frozen=True, slots=True)
class Loaded:
    """A post as it was read from disk, not yet on the desk."""

    path: str
    post: Post
    digest: str


@dataclass(frozen=True, slots=True)
class EntriesChanged:
    """Which rows of the list are new or different; ``reset`` means all of them."""

    paths: tuple[str, ...]
    reset: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading the folder has come; ``total`` 0 means not begun."""

    done: int
    total: int

    @property
    def finished(self) -> bool:
        """Whether all posts have been read."""
        return self.done >= self.total


class Workspace:
    """One folder and the posts that are open in it."""

    def __init__(self) -> None:
        self.folder: Folder | None = None
        self.schema: Schema | None = None
        self.entries: dict[str, Entry] = {}
        self.open_posts: dict[str, OpenPost] = {}
        self.current: OpenPost | None = None
        self.folder_opened: Event[Folder] = Event()
        self.entries_changed: Event[EntriesChanged] = Event()
        self.schema_changed: Event[Schema] = Event()
        self.current_changed: Event[OpenPost | None] = Event()
        self.post_changed: Event[PostChanged] = Event()
        self.findings_changed: Event[OpenPost] = Event()
        self.progress: Event[Progress] = Event()

    # The folder

    def open_folder(self, folder: Folder) -> None:
        """Put another folder on the desk; what was open before is forgotten."""
        self.folder = folder
        self.schema = None
        self.entries = {}
        self.open_posts = {}
        self.current = None
        self.folder_opened.emit(folder)
        self.entries_changed.emit(EntriesChanged((), reset=True))
        self.current_changed.emit(None)

    def start_reading(self) -> None:
        """The folder is about to be read anew: rows that are not seen again go."""
        self.progress.emit(Progress(0, 0))

    def add_entries(self, batch: Sequence[Entry], done: int, total: int) -> None:
        """Rows that have just been read; those of posts with unsaved edits stay as they are."""
        dirty = self._dirty_paths()
        fresh = {entry.path: entry for entry in batch if entry.path not in dirty}
        self.entries.update(fresh)
        self.entries_changed.emit(EntriesChanged(tuple(fresh)))
        self.progress.emit(Progress(done, total))

    def keep_only(self, paths: Iterable[str]) -> None:
        """Drop the rows of posts that are no longer in the folder, except for unsaved work."""
        alive = self._dirty_paths().union(paths)
        gone = [path for path in self.entries if path not in alive]
        for path in gone:
            del self.entries[path]
        if gone:
            self.entries_changed.emit(EntriesChanged((), reset=True))

    # What the posts have in common

    def learn(self) -> Schema:
        """The schema of the posts that have been read; changes nothing here."""
        return learn(self._opened().engine, tuple(self.entries.values()))

    def adopt_schema(self, schema: Schema) -> None:
        """Check by this schema from now on."""
        self.schema = schema
        for open_post in self.open_posts.values():
            self._judge(open_post)
        self.schema_changed.emit(schema)

    def check_entries(
        self, cancelled: Callable[[], bool] = lambda: False
    ) -> dict[str, tuple[Finding, ...]]:
        """The findings of all posts as they stand on disk; changes nothing here."""
        found: dict[str, tuple[Finding, ...]] = {}
        dialect = self._opened().engine.dialect
        for path, entry in tuple(self.entries.items()):
            if cancelled():
                break
            found[path] = check_entry(entry, self._type_of(path, entry.data), dialect)
        return found

    def adopt_findings(self, found: dict[str, tuple[Finding, ...]]) -> None:
        """Show these findings in the list; open posts keep their own, newer ones."""
        for path, findings in found.items():
            if path in self.entries and path not in self.open_posts:
                _count(self.entries[path], findings, checked=True)
        self.entries_changed.emit(EntriesChanged(tuple(found)))

    # One post

    def load(self, path: str) -> Loaded:
        """Read a post from disk; changes nothing here. Raises ``ReviewerError``."""
        folder = self._opened()
        stored = storage.read(folder.resolve(path))
        post = Post.from_bytes(stored.data, dialect=folder.engine.dialect)
        return Loaded(path, post, stored.digest)

    def show(self, loaded: Loaded) -> OpenPost:
        """Make a post that was read the current one; edits that wait are kept."""
        open_post = self.open_posts.get(loaded.path)
        if open_post is None:
            open_post = self._adopt(loaded)
        elif not open_post.is_dirty and open_post.digest != loaded.digest:
            open_post.reload(loaded.post, loaded.digest)
        if self.current is not open_post:
            self._leave()
            self.current = open_post
            self.current_changed.emit(open_post)
        return open_post

    def close_current(self) -> None:
        """No post is shown any more."""
        self._leave()
        self.current = None
        self.current_changed.emit(None)

    def forget(self, open_post: OpenPost) -> None:
        """Take a post off the desk, with its row and its edits: its file is no more."""
        self.open_posts.pop(open_post.path, None)
        self.entries.pop(open_post.path, None)
        if self.current is open_post:
            self.current = None
            self.current_changed.emit(None)
        self.entries_changed.emit(EntriesChanged((), reset=True))

    def dirty_posts(self) -> tuple[OpenPost, ...]:
        """The posts with edits that are not on disk, in the order of opening."""
        return tuple(each for each in self.open_posts.values() if each.is_dirty)

    # Saving

    def save_job(self, open_post: OpenPost) -> SaveJob:
        """What ``run`` will write: the post as it stands now."""
        target = self._opened().resolve(open_post.path)
        return SaveJob(open_post, target, open_post.post, open_post.digest)

    def saved(self, job: SaveJob, stored: storage.Stored) -> None:
        """The job has been carried out: its text is the one on disk now."""
        job.open_post.mark_saved(job.post, stored.digest)

    def save(self, open_post: OpenPost, *, overwrite: bool = False) -> None:
        """Save in this thread. Raises ``storage.ChangedOnDisk`` or ``ReviewerError``."""
        job = self.save_job(open_post)
        self.saved(job, job.run(overwrite=overwrite))

    def reload(self, open_post: OpenPost, loaded: Loaded) -> None:
        """Take over the text that stands on disk; undo brings the edits back."""
        open_post.reload(loaded.post, loaded.digest)

    # Behind the scenes

    def _opened(self) -> Folder:
        if self.folder is None:
            raise ValueError("no folder is open")
        return self.folder

    def _dirty_paths(self) -> set[str]:
        return {open_post.path for open_post in self.dirty_posts()}

    def _adopt(self, loaded: Loaded) -> OpenPost:
        open_post = OpenPost(loaded.path, loaded.post, loaded.digest)
        open_post.changed.connect(self._on_change)
        self.open_posts[loaded.path] = open_post
        self._judge(open_post)
        return open_post

    def _leave(self) -> None:
        left = self.current
        if left is not None and not (left.is_dirty or left.can_undo or left.can_redo):
            self.open_posts.pop(left.path, None)

    def _on_change(self, change: PostChanged) -> None:
        open_post = change.open_post
        self._refresh_entry(open_post)
        self.post_changed.emit(change)
        self._judge(open_post)

    def _refresh_entry(self, open_post: OpenPost) -> None:
        engine = self._opened().engine
        self.entries[open_post.path] = entry_of(open_post.path, open_post.post, engine)

    def _judge(self, open_post: OpenPost) -> None:
        content_type = self._type_of(open_post.path, open_post.post.data)
        open_post.content_type = content_type
        if content_type is not None:
            open_post.post = open_post.post.with_guide(content_type.guide())
        open_post.findings = check(open_post.post, content_type)
        entry = self.entries.get(open_post.path)
        if entry is not None:
            _count(entry, open_post.findings, checked=self.schema is not None)
            self.entries_changed.emit(EntriesChanged((open_post.path,)))
        self.findings_changed.emit(open_post)

    def _type_of(self, path: str, data: object) -> ContentType | None:
        return self.schema.type_for(path, data) if self.schema else None


def _count(entry: Entry, findings: tuple[Finding, ...], *, checked: bool) -> None:
    severities = [finding.severity for finding in findings]
    entry.errors = severities.count(Severity.ERROR)
    entry.warnings = severities.count(Severity.WARNING)
    entry.hints = severities.count(Severity.HINT)
    entry.checked = checked
