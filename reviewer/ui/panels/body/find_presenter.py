"""Decides what the find bar shows and does. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.ui.panels.body.finder import (
    BadPattern,
    Found,
    Query,
    find,
    last_before,
    next_from,
    replacement,
)
from reviewer.ui.texts import tr, tr_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.document.edits import TextEdit
    from reviewer.ui.panels.body.mapping import Place, SourceText

Range = tuple["Place", "Place"]
SHOWN = 1000
"""Places that are highlighted at once; the count tells of all."""


class Searched(Protocol):
    """The text that is searched, and how to change it."""

    @property
    def source(self) -> SourceText:
        """The text by lines."""
        ...

    @property
    def newline(self) -> str:
        """The line end of new lines."""
        ...

    def replace(self, edits: Sequence[TextEdit], label: str) -> None:
        """Change the text in one undo step."""
        ...


class FindView(Protocol):
    """What the presenter tells the find bar and the editor."""

    def show_found(self, ranges: Sequence[Range]) -> None:
        """Highlight these places."""
        ...

    def show_count(self, text: str) -> None:
        """Say how many places there are."""
        ...

    def show_error(self, text: str) -> None:
        """Say what is wrong with the pattern, "" for nothing."""
        ...

    def select(self, start: Place, end: Place) -> None:
        """Select a place and bring it into view."""
        ...

    def selection(self) -> Range:
        """Both ends of the selection."""
        ...


class FindPresenter:
    """One search in the text that the editor shows."""

    def __init__(self, searched: Searched, view: FindView) -> None:
        self._searched = searched
        self._view = view
        self._query = Query()
        self._found: list[Found] = []
        self._active = False
        self._is_bad = False

    def search(self, query: Query) -> None:
        """Look for something else, and go to the first place from the caret on."""
        self._query = query
        self._active = True
        self._look()
        if self._found:
            self._go(next_from(self._found, self._offset(0)))

    def close(self) -> None:
        """The bar is closed: nothing is highlighted, and typing looks for nothing."""
        self._active = False
        self._found = []
        self._view.show_found([])

    def refresh(self) -> None:
        """The text has changed."""
        if self._active:
            self._look()
            self._show_count()

    def next(self) -> None:
        """Go to the next place."""
        self._ensure()
        self._go(next_from(self._found, self._offset(1)))

    def previous(self) -> None:
        """Go to the place before."""
        self._ensure()
        self._go(last_before(self._found, self._offset(0)))

    def replace(self, template: str) -> None:
        """Replace the selected place and go to the next; where none is selected, only go."""
        index = self._selected()
        if index is None:
            self.next()
            return
        edits = self._replacements([self._found[index]], template)
        if not edits:
            return
        self._searched.replace(edits, tr("Replace"))
        end = edits[0].span.start + len(edits[0].text)
        self._look()
        self._go(next_from(self._found, end))

    def replace_all(self, template: str) -> None:
        """Replace every place in one undo step."""
        edits = self._replacements(self._found, template)
        if not edits:
            return
        self._searched.replace(edits, tr("Replace all"))
        self.refresh()
        self._view.show_count(
            tr_count("{count} place replaced", "{count} places replaced", len(edits))
        )

    def _ensure(self) -> None:
        if not self._active:
            self._active = True
            self._look()

    def _look(self) -> None:
        self._found = []
        self._is_bad = False
        error = ""
        try:
            self._found = find(self._searched.source.text, self._query)
        except BadPattern as bad:
            error = bad.what
            self._is_bad = True
            # A pattern that takes too long must not do so again at every key press.
            self._active = False
        self._view.show_error(error)
        self._view.show_found([self._range(one) for one in self._found[:SHOWN]])
        self._show_count()

    def _go(self, index: int | None) -> None:
        if index is not None:
            self._view.select(*self._range(self._found[index]))
        self._show_count()

    def _replacements(self, found: Sequence[Found], template: str) -> list[TextEdit]:
        newline = self._searched.newline
        try:
            return [replacement(one, template, self._query, newline) for one in found]
        except BadPattern as bad:
            self._view.show_error(bad.what)
            return []

    def _show_count(self) -> None:
        self._view.show_count(self._count())

    def _count(self) -> str:
        if not self._query.text or self._is_bad:
            return ""
        if not self._found:
            return tr("Not found")
        index = self._selected()
        if index is None:
            return tr_count("{count} place", "{count} places", len(self._found))
        return tr("{index} of {count}", index=f"{index + 1:,}", count=f"{len(self._found):,}")

    def _selected(self) -> int | None:
        start, end = self._view.selection()
        source = self._searched.source
        span = (source.offset(start), source.offset(end))
        return next(
            (i for i, one in enumerate(self._found) if (one.span.start, one.span.end) == span), None
        )

    def _offset(self, which: int) -> int:
        return self._searched.source.offset(self._view.selection()[which])

    def _range(self, found: Found) -> Range:
        place = self._searched.source.place
        return place(found.span.start), place(found.span.end)
