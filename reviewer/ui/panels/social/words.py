"""What there is to say of the cards, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.render.cards.facts import Origin
from reviewer.render.cards.social import FACEBOOK, LINKEDIN, X_LARGE, crop
from reviewer.ui.panels.aside.notes import WARNING, Note, can_go, source_of
from reviewer.ui.panels.social.picture import Picture, Trouble
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.social import Card

TITLE, DESCRIPTION, IMAGE, ALT = "title", "description", "image", "alt"
SHAPES = (FACEBOOK, X_LARGE, LINKEDIN)
NOTICED = 0.03
"""The fraction of an image at one edge below which nobody sees that it is gone."""


def notes(facts: Facts, cards: Sequence[Card], picture: Picture) -> Iterator[Note]:
    """A note for each part, in the order in which they are read."""
    sent = [card for card in cards if card.sent]
    cut = [card.network.label for card in sent if card.title.cut]
    yield _text(TITLE, tr("Title"), facts, cut)
    cut = [card.network.label for card in sent if card.description.cut]
    yield _text(DESCRIPTION, tr("Description"), facts, cut)
    yield _image(facts, picture)
    if facts.image.text:
        yield _alt(facts)


def _text(name: str, label: str, facts: Facts, cut: Sequence[str]) -> Note:
    part = facts.social_title if name == TITLE else facts.social_description
    if not part.text:
        return Note(name, label, tr("None."), state=WARNING if name == TITLE else "")
    own = part.origin is Origin.FIELD
    if not cut:
        return Note(name, label, tr("It fits everywhere."), source_of(part), can_go(part))
    words = tr("The end is cut off: {networks}.", networks=", ".join(cut))
    state = WARNING if own and name == TITLE else ""
    return Note(name, label, words, source_of(part), can_go(part), state)


def _image(facts: Facts, picture: Picture) -> Note:
    part = facts.image
    words = " ".join(_image_words(picture))
    small = picture.trouble is Trouble.NONE and _too_small(picture)
    state = WARNING if small or picture.trouble not in (Trouble.NONE, Trouble.REMOTE) else ""
    return Note(IMAGE, tr("Image"), words, source_of(part), can_go(part), state)


def _image_words(picture: Picture) -> Iterator[str]:
    if picture.trouble is not Trouble.NONE:
        yield trouble_words(picture)
        return
    width, height = picture.size
    yield tr("{width} × {height} pixels.", width=width, height=height)
    lost = crop(picture.size, FACEBOOK.image)
    if lost.lost_sideways > NOTICED:
        part = round(lost.lost_sideways * 100)
        yield tr("{part} % are cut off at the left and at the right.", part=part)
    elif lost.lost_upright > NOTICED:
        part = round(lost.lost_upright * 100)
        yield tr("{part} % are cut off at the top and at the bottom.", part=part)
    for label, least in _too_small(picture):
        size = f"{least[0]} × {least[1]}"
        yield tr("{network} wants at least {size}.", network=label, size=size)


def _too_small(picture: Picture) -> list[tuple[str, tuple[int, int]]]:
    width, height = picture.size
    return [(n.label, n.least) for n in SHAPES if width < n.least[0] or height < n.least[1]]


def _alt(facts: Facts) -> Note:
    if not facts.alt.text:
        words = tr("None: those who cannot see the image are told nothing of it.")
        return Note(ALT, tr("Alternative text"), words)
    source = source_of(facts.alt)
    return Note(ALT, tr("Alternative text"), facts.alt.text, source, can_go(facts.alt))


def trouble_words(picture: Picture) -> str:
    """Why a card has no image."""
    return {
        Trouble.NONE: "",
        Trouble.UNNAMED: tr("The post names no image."),
        Trouble.MISSING: tr("There is no image at {address}.", address=picture.address),
        Trouble.REMOTE: tr("Remote image, not loaded: {address}", address=picture.address),
        Trouble.UNSHOWN: tr("Networks do not show images of this kind: {a}", a=picture.address),
        Trouble.UNREACHED: tr("The image could not be loaded: {a}", a=picture.address),
    }[picture.trouble]
