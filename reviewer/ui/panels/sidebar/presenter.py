"""Which lines the sidebar has, and what picking one means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.desk.events import Event
from reviewer.ui.listing.facets import (
    Choice,
    Group,
    choice_fields,
    folders,
    queue,
    values,
    worth_showing,
)
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.ui.context import Context
    from reviewer.ui.listing.scope import Scope

SHOWN = 7
"""How many values of a field are shown before the rest folds into one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a heading, a choice (with ``scope``), or the fold of a group (``fold``)."""

    label: str
    count: int = 0
    scope: Scope | None = None
    fold: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether this line only names the ones below."""
        return self.scope is None and not self.fold


class SidebarPresenter:
    """Counts the posts of each choice; ``changed`` when the lines are other ones."""

    def __init__(self, context: Context) -> None:
        self._workspace = context.workspace
        self._listing = context.listing
        self._unfolded: set[str] = set()
        self.rows: tuple[Row, ...] = ()
        self.changed: Event[None] = Event()
        self.refresh()

    @property
    def selected(self) -> int:
        """The line of the scope that holds now; -1 where it has none."""
        scope = self._listing.scope
        return next((i for i, row in enumerate(self.rows) if row.scope == scope), -1)

    def refresh(self) -> None:
        """Count anew."""
        rows = tuple(row for group in self._groups() for row in self._lines(group))
        if rows != self.rows:
            self.rows = rows
            self.changed.emit(None)

    def pick(self, index: int) -> None:
        """Narrow the list to the choice in this line, or unfold its group."""
        row = self.rows[index]
        if row.fold:
            self._unfolded ^= {row.fold}
            self.refresh()
        elif row.scope is not None and row.scope != self._listing.scope:
            self._listing.show_scope(row.scope)

    def _groups(self) -> Iterator[Group]:
        entries = self._workspace.entries.values()
        if not entries:
            return
        yield queue(entries, self._listing.changed)
        folder = self._workspace.folder
        yield folders(entries, folder.name if folder else "")
        for field in choice_fields(self._workspace.schema):
            group = values(entries, field.name, field.label or field.name)
            if worth_showing(group):
                yield group

    def _lines(self, group: Group) -> Iterator[Row]:
        if not group.choices:
            return
        yield Row(group.label)
        for choice in self._shown(group):
            yield Row(choice.label, choice.count, choice.scope)
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
