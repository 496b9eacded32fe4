"""The rows of the post list: which posts, in what order, and when that is another list.

Shared by the sidebar (which sets the scope) and the list (which sets the rest).
Which posts fit, and their order, is asked of the index, and the answer comes
when it comes; until then the list stays as it is. While a folder is read for
the first time its posts are listed as they come in.

While the editor types in a post its row stays where it is, even when the post
no longer fits the scope: a row that jumps away under one's hands helps nobody.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.site.index.messages import (
    EVERYTHING,
    Checked,
    Found,
    Gone,
    Moved,
    Read,
    Ready,
    Reviewed,
    Rows,
    Search,
)
from reviewer.ui.listing.order import NEWEST

if TYPE_CHECKING:
    from reviewer.desk.intake import RowsChanged
    from reviewer.desk.open_post import PostChanged
    from reviewer.desk.workspace import Workspace
    from reviewer.site.index.messages import Answer, News, QueryProblem, Scope


ALTERING = (Rows, Gone, Moved, Checked, Reviewed)
"""News after which the same question may have another answer."""


class Listing:
    """``rows`` are ids of posts; ``changed`` are the ids of posts with unsaved edits.

    ``rows_changed`` says whether the list is another one, or the same brought up
    to date; ``rows_added`` that posts were put at its end; ``found`` what the
    index answered last, with the problem of a query that cannot be understood.
    """

    def __init__(self, workspace: Workspace, order: str = NEWEST) -> None:
        self.workspace = workspace
        self.scope = EVERYTHING
        self.order = order
        self.query = ""
        self.rows: array[int] = array("I")
        self.changed: set[int] = set()
        self.later: list[int] = []
        self.found = Found()
        self.searching = False
        self.rows_changed: Event[bool] = Event()
        self.rows_added: Event[None] = Event()
        self.rows_updated: Event[array[int]] = Event()
        self.went_stale: Event[None] = Event()
        self.scope_changed: Event[Scope] = Event()
        self.answered: Event[Found] = Event()
        self._asked = 0
        self._anew = False
        self._filling = False
        self._outdated = False
        workspace.rows_changed.connect(self._on_rows)
        workspace.post_changed.connect(self._on_post)
        workspace.folder_opened.connect(lambda _folder: self._start_over())
        workspace.news.connect(self._on_news)

    @property
    def narrowed(self) -> bool:
        """Whether some posts may be left out."""
        return self.scope != EVERYTHING or bool(self.query.strip())

    @property
    def waiting(self) -> bool:
        """Whether posts may still come without anybody asking for them."""
        return self._filling or self.searching

    @property
    def problem(self) -> QueryProblem | None:
        """What is wrong with the query, if anything."""
        return self.found.problem

    def show_scope(self, scope: Scope) -> None:
        """Show the posts of ``scope``."""
        self.scope = scope
        self.scope_changed.emit(scope)
        self._show_anew()

    def show_query(self, query: str) -> None:
        """Show the posts that fit a filter line."""
        self.query = query
        self._show_anew()

    def show_search(self, query: str) -> None:
        """Show the posts that fit a filter line, wherever they are."""
        self.query = query
        self.show_scope(EVERYTHING)

    def show_order(self, order: str) -> None:
        """Show the posts in another order."""
        self.order = order
        self.refresh()

    def show_everything(self) -> None:
        """Leave no post out."""
        self.query = ""
        self.show_scope(EVERYTHING)

    def refresh(self) -> None:
        """Ask anew which posts there are to show."""
        if self.workspace.folder is None:
            return
        self._outdated = False
        self._asked += 1
        self.searching = True
        asked = self._asked
        self.changed = self._dirty()
        search = Search(self.query, self.scope, self.order, frozenset(self.changed))
        self.workspace.librarian.search(search, lambda answer: self._take(asked, answer))

    def put_off(self, post: int) -> None:
        """Keep a post at the end of the list, as long as the folder is open."""
        self.later = [*(each for each in self.later if each != post), post]
        self.refresh()

    def neighbour(self, path: str, step: int) -> str:
        """The path ``step`` rows below ``path``; itself at the ends, "" in an empty list."""
        if not self.rows:
            return ""
        place = self.place(self.workspace.catalogue.id_of(path))
        there = 0 if place < 0 else min(max(place + step, 0), len(self.rows) - 1)
        return self.workspace.catalogue.path(self.rows[there])

    def place(self, post: int | None) -> int:
        """The row of a post; -1 where it has none."""
        try:
            return -1 if post is None else self.rows.index(post)
        except ValueError:
            return -1

    # Answers and changes

    def _show_anew(self) -> None:
        self._anew = True
        self.refresh()

    def _take(self, asked: int, answer: Answer) -> None:
        if asked != self._asked:
            return
        self.searching = self._filling = False
        # Without a folder there is no answer; it is asked again when the posts have been read.
        self.found = Found() if answer.error else answer.value
        if answer.error is None and self.found.problem is None:
            self._show(self.found.ids)
        self.answered.emit(self.found)

    def _show(self, ids: array[int]) -> None:
        anew, self._anew = self._anew, False
        before, self.rows = self.rows, self._in_turn(ids)
        for post in () if anew else self._kept():
            if self.place(post) < 0 and post in before:
                self.rows.insert(before.index(post), post)
        self.rows_changed.emit(anew)

    def _in_turn(self, ids: array[int]) -> array[int]:
        """The posts with those that were put off at the end."""
        if not self.later:
            return array("I", ids)
        there, later = set(ids), set(self.later)
        last = (post for post in self.later if post in there)
        return array("I", [*(post for post in ids if post not in later), *last])

    def _kept(self) -> list[int]:
        """The post that is shown and those with unsaved edits."""
        catalogue, current = self.workspace.catalogue, self.workspace.current
        paths = [current.path] if current is not None else []
        paths += [each.path for each in self.workspace.dirty_posts()]
        return [post for post in map(catalogue.id_of, dict.fromkeys(paths)) if post is not None]

    def _dirty(self) -> set[int]:
        catalogue = self.workspace.catalogue
        ids = (catalogue.id_of(each.path) for each in self.workspace.dirty_posts())
        return {post for post in ids if post is not None}

    def _on_rows(self, event: RowsChanged) -> None:
        if event.reset:
            self._begin_filling()
        if event.fresh and self._filling and not self.narrowed:
            self.rows.extend(event.fresh)
            self.rows_added.emit(None)
        elif event.fresh or event.gone:
            self.went_stale.emit(None)
        if event.other:
            self.rows_updated.emit(array("I", event.other))

    def _on_news(self, news: News) -> None:
        self._outdated = self._outdated or isinstance(news, ALTERING)
        if isinstance(news, Read) or (isinstance(news, Ready) and self._outdated):
            self.refresh()

    def _on_post(self, event: PostChanged) -> None:
        post = self.workspace.catalogue.id_of(event.open_post.path)
        if post is None or event.open_post.is_dirty is (post in self.changed):
            return
        self.changed ^= {post}
        self.rows_updated.emit(array("I", [post]))

    def _start_over(self) -> None:
        self.query = ""
        self.later = []
        self.scope = EVERYTHING
        self.scope_changed.emit(self.scope)
        self._begin_filling()

    def _begin_filling(self) -> None:
        self._asked += 1  # an answer that is still under way is about other posts
        self.searching = False
        self.changed = set()
        self.found = Found()
        self.rows = array("I")
        self._filling = True
        self.rows_changed.emit(True)
