"""Decides what the search page shows: two results and what there is to say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.render.cards.snippet import DEVICES, snippet
from reviewer.render.cards.widths import arial_width
from reviewer.ui.panels.aside.facts_feed import FactsFeed
from reviewer.ui.panels.search_card.words import ADDRESS, DATE, DESCRIPTION, TITLE, notes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.snippet import Snippet
    from reviewer.render.cards.widths import TextWidth
    from reviewer.ui.context import Context
    from reviewer.ui.panels.aside.notes import Note

TASK = "search card"


class View(Protocol):
    """What the presenter needs of the widgets."""

    def show_nothing(self) -> None:
        """No post is open."""
        ...

    def show_snippets(self, snippets: Sequence[Snippet], notes: Sequence[Note]) -> None:
        """Show the results and the words beside them."""
        ...


class SearchPresenter:
    """Follows the current post while the page is seen."""

    def __init__(self, context: Context, view: View, measure: TextWidth = arial_width) -> None:
        self._view = view
        self._measure = measure
        self.feed = FactsFeed(context, TASK)
        self.feed.changed.connect(self._show)

    def go_to(self, part: str) -> None:
        """Go to the field, or the text, that a part comes from."""
        facts = self.feed.facts
        if facts is not None:
            places = {TITLE: facts.title, DESCRIPTION: facts.description, DATE: facts.date}
            if part != ADDRESS:
                self.feed.go_to(places[part])

    def _show(self, facts: Facts | None) -> None:
        if facts is None:
            self._view.show_nothing()
            return
        snippets = [snippet(facts, device, self._measure) for device in DEVICES]
        self._view.show_snippets(snippets, tuple(notes(facts, snippets)))
