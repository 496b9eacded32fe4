"""Which lines the sidebar has, and what picking one means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.site.index.messages import (
    ALL,
    ALONE,
    APPROVED,
    CHANGED,
    DRAFTS,
    EVERYTHING,
    FIELD,
    FOLDER,
    PROBLEMS,
    QUEUE,
    STATE,
    WAITING,
    Choice,
    Group,
    Read,
    Ready,
    Scope,
)
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.site.folder import Folder
    from reviewer.site.index.messages import Answer, News
    from reviewer.ui.context import Context

SHOWN = 7
"""How many values of a field are shown before the rest folds into one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a heading, a choice (with ``scope``), or the fold of a group (``fold``).

    A saved search has a ``query``.
    """

    label: str
    count: int = 0
    scope: Scope | None = None
    fold: str = ""
    query: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether this line only names the ones below."""
        return self.scope is None and not self.fold and not self.query


class SidebarPresenter:
    """Lists the choices with their posts; ``changed`` when the lines are other ones.

    The queues are counted as posts change; the other groups are counted by the
    index, when it has come to rest.
    """

    def __init__(self, context: Context) -> None:
        self._workspace = context.workspace
        self._listing = context.listing
        self._searches = context.searches
        self._searches.changed.connect(lambda _none: self.refresh())
        self._unfolded: set[str] = set()
        self._counted: tuple[Group, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.changed: Event[None] = Event()
        self._workspace.folder_opened.connect(lambda _folder: self._start_over())
        self._workspace.news.connect(self._hear)
        self.recount()

    @property
    def selected(self) -> int:
        """The line of the scope that holds now; -1 where it has none."""
        scope, query = self._listing.scope, self._listing.query
        by_query = (i for i, row in enumerate(self.rows) if row.query and row.query == query)
        by_scope = (i for i, row in enumerate(self.rows) if row.scope == scope)
        return next(by_query if scope == EVERYTHING else by_scope, next(by_scope, -1))

    def recount(self) -> None:
        """Have the index count anew."""
        folder = self._workspace.folder
        if folder is not None:
            self._workspace.librarian.facets(lambda answer: self._take(folder, answer))

    def refresh(self) -> None:
        """Bring the lines up to date."""
        rows = tuple(self._all_lines())
        if rows != self.rows:
            self.rows = rows
            self.changed.emit(None)

    def pick(self, index: int) -> None:
        """Narrow the list to the choice in this line, or unfold its group."""
        row = self.rows[index]
        if row.fold:
            self._unfolded ^= {row.fold}
            self.refresh()
        elif row.query:
            self._listing.show_search(row.query)
        elif row.scope is not None and row.scope != self._listing.scope:
            self._listing.show_scope(row.scope)

    def _hear(self, news: News) -> None:
        if isinstance(news, Read | Ready):
            self.recount()

    def _take(self, folder: Folder, answer: Answer) -> None:
        if self._workspace.folder is folder and answer.error is None:
            self._counted = answer.value
            self.refresh()

    def _start_over(self) -> None:
        self._counted = ()
        self.refresh()

    def _all_lines(self) -> Iterator[Row]:
        if self._workspace.catalogue:
            yield from self._lines(self._queues())
            yield from self._saved()
            yield from chain.from_iterable(map(self._lines, self._counted))

    def _queues(self) -> Group:
        """All of them, even empty ones, so that the eye finds them in one place."""
        totals = self._workspace.catalogue.totals
        queues = (
            (WAITING, tr("Needs review"), totals.waiting),
            (PROBLEMS, tr("Problems"), totals.faulty),
            (CHANGED, tr("Changed"), len(self._listing.changed)),
            (APPROVED, tr("Approved"), totals.approved),
            (DRAFTS, tr("Drafts"), totals.drafts),
            (ALL, tr("All posts"), totals.posts),
        )
        choices = (Choice(Scope(QUEUE, name), label, count) for name, label, count in queues)
        return Group(tr("Queue"), tuple(choices))

    def _saved(self) -> Iterator[Row]:
        searches = self._searches.all()
        if searches:
            yield Row(tr("Searches"))
        for each in searches:
            yield Row(each.name, query=each.query)

    def _lines(self, group: Group) -> Iterator[Row]:
        if not group.choices:
            return
        is_field = group.choices[0].scope.kind == FIELD
        yield Row(group.label if is_field else tr(group.label))
        for choice in self._shown(group):
            yield Row(_label(choice), choice.count, choice.scope)
        rest = len(group.choices) - SHOWN
        if rest > 1:
            unfolded = group.label in self._unfolded
            label = tr("Show fewer") if unfolded else tr("{count} more…", count=rest)
            yield Row(label, fold=group.label)

    def _shown(self, group: Group) -> tuple[Choice, ...]:
        if len(group.choices) <= SHOWN + 1 or group.label in self._unfolded:
            return group.choices
        hidden = group.choices[SHOWN:]
        picked = tuple(choice for choice in hidden if choice.scope == self._listing.scope)
        return group.choices[:SHOWN] + picked


def _label(choice: Choice) -> str:
    """What the line says: the site's own words as they are, all else in the user's language."""
    scope = choice.scope
    if scope.kind == STATE:
        return tr(choice.label)
    if scope.kind == FOLDER and scope.value == ALONE and scope.name:
        return tr("directly in {folder}", folder=choice.label)
    return choice.label or tr("(empty)")
