"""Decides what the social page shows: the networks' cards, their image, and words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reviewer.render.cards.social import NETWORKS, card
from reviewer.render.cards.widths import arial_width
from reviewer.ui.panels.aside.facts_feed import FactsFeed
from reviewer.ui.panels.social.picture import (
    Picture,
    Trouble,
    fetch_image,
    is_remote,
    local_picture,
    remote_picture,
)
from reviewer.ui.panels.social.words import ALT, DESCRIPTION, IMAGE, TITLE, notes
from reviewer.ui.web.content_files import ContentFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.social import Card
    from reviewer.render.cards.widths import TextWidth
    from reviewer.ui.context import Context
    from reviewer.ui.panels.aside.notes import Note

TASK, PICTURE_TASK = "social cards", "social picture"


class View(Protocol):
    """What the presenter needs of the widgets."""

    def show_nothing(self) -> None:
        """No post is open."""
        ...

    def show_cards(self, cards: Sequence[Card], picture: Picture, notes: Sequence[Note]) -> None:
        """Show the cards with their image and the words beside them."""
        ...


class SocialPresenter:
    """Follows the current post while the page is seen.

    ``fetch`` gets remote images, ``always`` says whether the folder's may be loaded unasked.
    """

    def __init__(
        self,
        context: Context,
        view: View,
        measure: TextWidth = arial_width,
        fetch: Callable[[str], bytes] = fetch_image,
        always: Callable[[], bool] = lambda: False,
    ) -> None:
        self._context = context
        self._view = view
        self._measure = measure
        self._fetch = fetch
        self._always = always
        self._allowed: set[str] = set()
        self._picture = Picture(Trouble.UNNAMED)
        self._drawn: tuple[str, str, bool] | None = None
        self.feed = FactsFeed(context, TASK)
        self.feed.changed.connect(self._on_facts)
        context.workspace.folder_opened.connect(lambda _folder: self._allowed.clear())

    def go_to(self, part: str) -> None:
        """Go to the field, or the text, that a part comes from."""
        facts = self.feed.facts
        if facts is not None:
            places = {
                TITLE: facts.social_title,
                DESCRIPTION: facts.social_description,
                IMAGE: facts.image,
                ALT: facts.alt,
            }
            self.feed.go_to(places[part])

    def load_remote(self) -> None:
        """Load the remote image of this post, as long as the folder stays open."""
        if self.feed.facts is not None:
            self._allowed.add(self.feed.facts.image.text)
            self._on_facts(self.feed.facts)

    def _on_facts(self, facts: Facts | None) -> None:
        if facts is None:
            self._drawn = None
            self._view.show_nothing()
            return
        current = self._context.workspace.current
        wanted = (current.path if current else "", facts.image.text, self._may_load(facts))
        if wanted == self._drawn:
            self._show(facts)
            return
        self._drawn = wanted
        self._context.tasks.run(PICTURE_TASK, self._work(facts, wanted[0]), self._on_picture)

    def _may_load(self, facts: Facts) -> bool:
        return facts.image.text in self._allowed or self._always()

    def _work(self, facts: Facts, post: str) -> Callable[[], Picture]:
        address, may_load = facts.image.text, self._may_load(facts)
        folder, fetch = self._context.workspace.folder, self._fetch

        def work() -> Picture:
            if not address or folder is None:
                return Picture(Trouble.UNNAMED)
            if not is_remote(address):
                files = ContentFiles(folder.root, folder.engine.assets)
                return local_picture(address, post, files)
            if may_load:
                return remote_picture(address, fetch)
            return Picture(Trouble.REMOTE, address)

        return work

    def _on_picture(self, picture: Picture) -> None:
        self._picture = picture
        if self.feed.facts is not None:
            self._show(self.feed.facts)

    def _show(self, facts: Facts) -> None:
        cards = [card(facts, network, self._measure) for network in NETWORKS]
        told = tuple(notes(facts, cards, self._picture))
        self._view.show_cards(cards, self._picture, told)
