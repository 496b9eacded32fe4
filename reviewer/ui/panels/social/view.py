"""The social page's widgets: the cards of the networks, and words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from reviewer.render.cards.social import NETWORKS
from reviewer.ui.panels.aside.cards_page import CardsPage
from reviewer.ui.panels.aside.notes import NotesView
from reviewer.ui.panels.social.card import SocialCard
from reviewer.ui.panels.social.picture import Trouble
from reviewer.ui.texts import tr
from reviewer.ui.widgets.style import styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.render.cards.social import Card
    from reviewer.ui.panels.aside.notes import Note
    from reviewer.ui.panels.social.picture import Picture


class SocialView(CardsPage):
    """Shows what the presenter says; ``part_chosen`` tells what was clicked."""

    part_chosen = Signal(str)
    remote_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Cards in social media"), tr("Choose a post to see it as networks will show it.")
        )
        self._load = styled(
            QPushButton(tr("Load the remote image")), "link", name=tr("Load the remote image")
        )
        self._load.setCursor(Qt.CursorShape.PointingHandCursor)
        self._load.clicked.connect(self.remote_asked)
        self._captions = {network.key: styled(QLabel(), "heading") for network in NETWORKS}
        self._cards = {network.key: SocialCard(network) for network in NETWORKS}
        self._notes = NotesView()
        self._notes.chosen.connect(self.part_chosen)
        self.add(self._notes)
        self.add_left(self._load)
        for key, card in self._cards.items():
            self.add(self._captions[key])
            self.add(card)
            card.chosen.connect(self.part_chosen)

    def show_cards(self, cards: Sequence[Card], picture: Picture, notes: Sequence[Note]) -> None:
        """Show the cards with their image and the words beside them."""
        for each in cards:
            self._captions[each.network.key].setText(_caption(each))
            self._cards[each.network.key].show_card(each, picture)
        self._notes.show_notes(notes)
        self._load.setVisible(picture.trouble in (Trouble.REMOTE, Trouble.UNREACHED))
        self.show_something()

    def show_look(self, dark: bool) -> None:
        """By night or by day."""
        for card in self._cards.values():
            card.show_look(dark)


def _caption(card: Card) -> str:
    if card.sent:
        return tr(card.network.label)
    return tr("{network} (if the site asked for it)", network=tr(card.network.label))
