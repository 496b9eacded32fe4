"""The desk itself: a folder that is open, the rows of its posts, and those being edited.

The rows come from whoever keeps the folder's index (the librarian), which
reads, learns and checks elsewhere. Methods that touch the disk (``load``,
``SaveJob.run``) change nothing here and may run in a background thread; their
results are handed to the methods that do change something, in the thread that
owns the workspace. Whoever is interested listens to the events.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checks.sieve import Sieve
from reviewer.desk.catalogue import Catalogue, Counts
from reviewer.desk.events import Event
from reviewer.desk.intake import Intake, RowsChanged
from reviewer.desk.judging import Judging
from reviewer.desk.local_history.keeping import LocalHistory
from reviewer.desk.open_post import OpenPost, PostChanged
from reviewer.desk.saving import SaveJob
from reviewer.document.post import Post
from reviewer.schema.finding import Severity
from reviewer.site import storage
from reviewer.site.entries import entry_of
from reviewer.site.index.messages import Row

if TYPE_CHECKING:
    from reviewer.schema.inference import Schema
    from reviewer.site.folder import Folder
    from reviewer.site.index.librarian import Librarian
    from reviewer.site.index.messages import News

MANY = 200
"""More findings than these do not go along with every key press in the body, which would be felt:
they stay until the rules have spoken again."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A post as it was read from disk, not yet on the desk."""

    path: str
    post: Post
    digest: str


class Workspace:
    """One folder and the posts that are open in it."""

    def __init__(self, librarian: Librarian) -> None:
        self.librarian = librarian
        self.folder: Folder | None = None
        self.past: LocalHistory | None = None
        self.schema: Schema | None = None
        self.sieve = Sieve()
        self.catalogue = Catalogue()
        self.open_posts: dict[str, OpenPost] = {}
        self.current: OpenPost | None = None
        self.folder_opened: Event[Folder] = Event()
        self.rows_changed: Event[RowsChanged] = Event()
        self.schema_changed: Event[Schema] = Event()
        self.current_changed: Event[OpenPost | None] = Event()
        self.post_changed: Event[PostChanged] = Event()
        self.post_moved: Event[OpenPost] = Event()
        self.findings_changed: Event[OpenPost] = Event()
        self.findings_moved: Event[OpenPost] = Event()
        self.news: Event[News] = Event()
        self._session = 0
        self._intake = Intake(self)
        self.judging = Judging(self)

    # The folder

    def open_folder(self, folder: Folder) -> None:
        """Put another folder on the desk; what was open before is forgotten."""
        self.folder = folder
        self.past = LocalHistory(folder.root)
        self.schema = None
        self.sieve = Sieve()
        self.catalogue = Catalogue()
        self.open_posts = {}
        self.current = None
        self.folder_opened.emit(folder)
        self.current_changed.emit(None)
        self._session += 1
        session = self._session
        self.librarian.open(folder.root, lambda news: self._hear(session, news))

    def adopt_schema(self, schema: Schema, sieve: Sieve | None = None) -> None:
        """Check by this schema from now on, and set aside what ``sieve`` says."""
        self.schema = schema
        self.sieve = sieve or Sieve()
        for open_post in self.open_posts.values():
            self.judge(open_post)
        self.schema_changed.emit(schema)

    def _hear(self, session: int, news: News) -> None:
        # What was under way about another folder may still arrive.
        if self._session == session:
            self._intake.take(news)
            self.news.emit(news)

    # One post

    def load(self, path: str) -> Loaded:
        """Read a post from disk; changes nothing here. Raises ``ReviewerError``."""
        return self.read(path, storage.read_post(self._opened().resolve(path)).data)

    def read(self, path: str, data: bytes) -> Loaded:
        """A post as if its file held ``data``; changes nothing here."""
        post = Post.from_bytes(data, dialect=self._opened().engine.dialect)
        return Loaded(path, post, storage.Stored.of(data).digest)

    def is_there(self, path: str) -> bool:
        """Whether anything lies where the post should."""
        return os.path.lexists(self._opened().resolve(path))

    def show(self, loaded: Loaded) -> OpenPost:
        """Make a post that was read the current one; edits that wait are kept."""
        open_post = self.lay(loaded)
        if self.current is not open_post:
            self._leave()
            self.current = open_post
            self.current_changed.emit(open_post)
        return open_post

    def lay(self, loaded: Loaded) -> OpenPost:
        """Have a post that was read on the desk, without showing it; edits that wait are kept."""
        open_post = self.open_posts.get(loaded.path)
        if open_post is None:
            open_post = self._adopt(loaded)
        elif not open_post.is_dirty and open_post.digest != loaded.digest:
            open_post.reload(loaded.post, loaded.digest)
        return open_post

    def close_current(self) -> None:
        """No post is shown any more."""
        self._leave()
        self.current = None
        self.current_changed.emit(None)

    def forget(self, open_post: OpenPost) -> None:
        """Take a post off the desk, with its row and its edits: its file is no more."""
        self.open_posts.pop(open_post.path, None)
        if self.current is open_post:
            self.current = None
            self.current_changed.emit(None)
        post = self.catalogue.id_of(open_post.path)
        if post is not None:
            self.catalogue.drop([post])
            self.rows_changed.emit(RowsChanged(gone=(post,)))

    def dirty_posts(self) -> tuple[OpenPost, ...]:
        """The posts with edits that are not on disk, in the order of opening."""
        return tuple(each for each in self.open_posts.values() if each.is_dirty)

    def title_of(self, open_post: OpenPost) -> str:
        """What the list calls the post, "" for one that it does not have."""
        post = self.catalogue.id_of(open_post.path)
        return "" if post is None else self.catalogue.title(post)

    # Saving

    def save_job(self, open_post: OpenPost) -> SaveJob:
        """What ``run`` will write: the post as it stands now."""
        target = self._opened().resolve(open_post.path)
        return SaveJob(open_post, target, open_post.post, open_post.digest, self.past)

    def saved(self, job: SaveJob, stored: storage.Stored) -> None:
        """The job has been carried out: its text is the one on disk now."""
        job.open_post.mark_saved(job.post, stored.digest)
        self.librarian.refresh([job.open_post.path])

    def save(self, open_post: OpenPost, *, overwrite: bool = False) -> None:
        """Save in this thread. Raises ``storage.ChangedOnDisk`` or ``ReviewerError``."""
        job = self.save_job(open_post)
        self.saved(job, job.run(overwrite=overwrite))

    def reload(self, open_post: OpenPost, loaded: Loaded) -> None:
        """Take over the text that stands on disk; undo brings the edits back."""
        open_post.reload(loaded.post, loaded.digest)

    # The rows of open posts

    def judge(self, open_post: OpenPost) -> None:
        """Check a post as it stands on the desk.

        ``findings_changed`` tells that something else is found, ``findings_moved``
        that the same is found and may stand elsewhere in its lines.
        """
        before = _judgement(open_post)
        self.judging.judge(open_post)
        self.count(open_post)
        post = self.catalogue.id_of(open_post.path)
        if post is not None:
            self.rows_changed.emit(RowsChanged(other=(post,)))
        changed = _judgement(open_post) != before
        (self.findings_changed if changed else self.findings_moved).emit(open_post)

    def count(self, open_post: OpenPost) -> None:
        """Let the row of a post count the findings that it has on the desk."""
        post = self.catalogue.id_of(open_post.path)
        if post is not None:
            self.catalogue.count(post, _counts(open_post), checked=self.schema is not None)

    def write_row(self, open_post: OpenPost) -> None:
        """Let the row of a post say what stands on the desk."""
        row = self._row_of(open_post)
        if row is not None:
            self.catalogue.put([row])
            self.count(open_post)

    # Behind the scenes

    def _opened(self) -> Folder:
        if self.folder is None:
            raise ValueError("no folder is open")
        return self.folder

    def _adopt(self, loaded: Loaded) -> OpenPost:
        open_post = OpenPost(loaded.path, loaded.post, loaded.digest)
        open_post.changed.connect(self._on_change)
        self.open_posts[loaded.path] = open_post
        self._compare(open_post)
        self.judge(open_post)
        return open_post

    def _compare(self, open_post: OpenPost) -> None:
        """Have a file read again that changed although its time and size did not."""
        row = self._row_of(open_post)
        if row is not None and _facts(row) != _facts(self.catalogue.row(row.id)):
            self.librarian.refresh([open_post.path], force=True)

    def _leave(self) -> None:
        left = self.current
        if left is not None and not (left.is_dirty or left.can_undo or left.can_redo):
            self.open_posts.pop(left.path, None)

    def _on_change(self, change: PostChanged) -> None:
        self.write_row(change.open_post)
        self.post_changed.emit(change)
        if change.in_body and len(change.open_post.findings) > MANY:
            self.judging.examine(change.open_post)
        else:
            self.judge(change.open_post)

    def _row_of(self, open_post: OpenPost) -> Row | None:
        post = self.catalogue.id_of(open_post.path)
        if post is None:
            return None
        entry = entry_of(open_post.path, open_post.post, self._opened().engine)
        facts = (entry.title, entry.date, entry.category, entry.draft, entry.problem)
        return Row(post, open_post.path, *facts)


def _facts(row: Row) -> Row:
    """What a row says of the file itself."""
    return row._replace(errors=0, warnings=0, hints=0, checked=False, review=None)


def _judgement(open_post: OpenPost) -> tuple[object, ...]:
    """What is told of a post; where in their lines findings stand moves with every key press."""
    told = [
        (each.line, each.path, each.source, each.message, each.severity, len(each.fixes))
        for each in open_post.findings
    ]
    # The type by its identity: comparing what it says of every field would take its time.
    return told, open_post.accepted, id(open_post.content_type)


def _counts(open_post: OpenPost) -> Counts:
    severities = [finding.severity for finding in open_post.findings]
    return Counts(*map(severities.count, (Severity.ERROR, Severity.WARNING, Severity.HINT)))
