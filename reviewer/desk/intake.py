"""Takes what the index tells into the workspace.

What an editor has typed and not saved yet stays: the row of such a post says
what stands on the desk, whatever is read from the disk meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.catalogue import Catalogue
from reviewer.site.index.messages import Checked, Gone, Learnt, Moved, Opened, Ready, Reviewed, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from reviewer.desk.workspace import Workspace
    from reviewer.site.index.messages import News


@dataclass(frozen=True, slots=True)
class RowsChanged:
    """Ids of posts that are new, that look different, and that are gone.

    ``reset`` means that all posts known before are to be forgotten.
    """

    fresh: Sequence[int] = ()
    other: Sequence[int] = ()
    gone: Sequence[int] = ()
    reset: bool = False


class Intake:
    """Changes the rows and open posts of one workspace as the index says."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._takers: Mapping[type, Callable[[Any], None]] = {
            Opened: self._opened,
            Rows: self._rows,
            Gone: self._gone,
            Moved: self._moved,
            Learnt: self._learnt,
            Checked: self._checked,
            Reviewed: self._reviewed,
            Ready: self._ready,
        }

    def take(self, news: News) -> None:
        """Change what the news changes; most news are for others."""
        taker = self._takers.get(type(news))
        if taker is not None:
            taker(news)

    def _opened(self, news: Opened) -> None:
        if news.folder != self._workspace.folder:  # its engine's files have changed
            self._workspace.folder = news.folder
        # Whoever begins anew in the midst of the work gives out ids anew.
        if len(self._workspace.catalogue):
            self._workspace.catalogue = Catalogue()
            self._workspace.rows_changed.emit(RowsChanged(reset=True))

    def _rows(self, news: Rows) -> None:
        catalogue = self._workspace.catalogue
        fresh = catalogue.put(news.rows)
        self._keep_own({row.path for row in news.rows})
        known = set(fresh)
        other = [row.id for row in news.rows if row.id not in known]
        self._workspace.rows_changed.emit(RowsChanged(fresh=fresh, other=other))

    def _keep_own(self, paths: set[str]) -> None:
        """Of what was read, the rows of posts with unsaved edits say what the desk says."""
        for open_post in self._workspace.dirty_posts():
            if open_post.path in paths:
                self._workspace.write_row(open_post)

    def _gone(self, news: Gone) -> None:
        catalogue = self._workspace.catalogue
        kept = {catalogue.id_of(each.path) for each in self._workspace.dirty_posts()}
        gone = [post for post in news.ids if post not in kept]
        catalogue.drop(gone)
        self._workspace.rows_changed.emit(RowsChanged(gone=gone))

    def _moved(self, news: Moved) -> None:
        workspace = self._workspace
        before = workspace.catalogue.path(news.id)
        workspace.catalogue.move(news.id, news.path)
        open_post = workspace.open_posts.pop(before, None)
        if open_post is not None:
            open_post.path = news.path
            workspace.open_posts[news.path] = open_post
            workspace.post_moved.emit(open_post)
        workspace.rows_changed.emit(RowsChanged(other=(news.id,)))

    def _learnt(self, news: Learnt) -> None:
        self._workspace.adopt_schema(news.schema, news.sieve)

    def _checked(self, news: Checked) -> None:
        self._workspace.catalogue.counts(news)
        for open_post in self._workspace.open_posts.values():
            self._workspace.count(open_post)
        self._workspace.rows_changed.emit(RowsChanged(other=news.ids))

    def _reviewed(self, news: Reviewed) -> None:
        for post, state in news.standings:
            self._workspace.catalogue.review(post, state)
        self._workspace.rows_changed.emit(RowsChanged(other=[id for id, _ in news.standings]))

    def _ready(self, _news: Ready) -> None:
        self._workspace.judging.ask_again()
