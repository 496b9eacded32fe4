"""The search page's widgets: the result on a computer and on a phone, and words beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from reviewer.render.cards.snippet import DEVICES
from reviewer.ui.panels.aside.cards_page import CardsPage
from reviewer.ui.panels.aside.notes import NotesView
from reviewer.ui.panels.search_card.card import SnippetCard
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.cards.snippet import Snippet
    from reviewer.ui.panels.aside.notes import Note

CAPTIONS = {"desktop": "On a computer", "phone": "On a phone"}


class SearchView(CardsPage):
    """Shows what the presenter says; ``part_chosen`` tells what was clicked."""

    part_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            tr("Search result"), tr("Choose a post to see it as search engines will show it.")
        )
        self._cards = {device.name: SnippetCard(device) for device in DEVICES}
        self._notes = NotesView()
        for name, card in self._cards.items():
            caption = styled(QLabel(tr(CAPTIONS[name])), "heading")
            self.add(caption)
            self.add(card)
            card.scaled.connect(partial(_tell_scale, caption, tr(CAPTIONS[name])))
            card.chosen.connect(self.part_chosen)
        self.add(self._notes)
        self._notes.chosen.connect(self.part_chosen)

    def show_snippets(self, snippets: Sequence[Snippet], notes: Sequence[Note]) -> None:
        """Show the results and the words beside them."""
        for each in snippets:
            self._cards[each.device.name].show_snippet(each)
        self._notes.show_notes(notes)
        self.show_something()

    def show_look(self, dark: bool) -> None:
        """By night or by day."""
        for card in self._cards.values():
            card.show_look(dark)


def _tell_scale(caption: QLabel, place: str, percent: int) -> None:
    smaller = tr("{place}, drawn at {percent} % of its size", place=place, percent=percent)
    caption.setText(smaller if percent < 100 else place)
