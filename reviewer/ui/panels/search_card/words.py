"""What there is to say of a search result, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.render.cards.facts import Origin
from reviewer.render.cards.snippet import DESKTOP
from reviewer.ui.panels.aside.notes import WARNING, Note, can_go, source_of
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.render.cards.facts import Facts
    from reviewer.render.cards.lines import Fitted
    from reviewer.render.cards.snippet import Snippet

TITLE, DESCRIPTION, ADDRESS, DATE = "title", "description", "address", "date"
PLACES = {"desktop": "on a computer", "phone": "on a phone"}


def notes(facts: Facts, snippets: Sequence[Snippet]) -> Iterator[Note]:
    """A note for each part, in the order in which they are read."""
    yield _title(facts, snippets)
    yield _description(facts, snippets)
    yield _address(facts)
    if facts.date.text:
        words = tr("{date}, shown before the description.", date=facts.date.text)
        yield Note(DATE, tr("Date"), words, source_of(facts.date), can_go(facts.date))


def _title(facts: Facts, snippets: Sequence[Snippet]) -> Note:
    part, label = facts.title, tr("Title")
    if not part.text:
        return Note(TITLE, label, tr("The post has no title."), state=WARNING)
    fitted = {each.device.name: each.title for each in snippets}
    state = WARNING if fitted[DESKTOP.name].cut else ""
    return Note(TITLE, label, _measured(label, fitted), source_of(part), can_go(part), state)


def _description(facts: Facts, snippets: Sequence[Snippet]) -> Note:
    part, label = facts.description, tr("Description")
    if not part.text:
        return Note(DESCRIPTION, label, tr("None: the engine picks words of the page."))
    fitted = {each.device.name: each.description for each in snippets}
    words = _measured(label, fitted)
    if part.origin is Origin.BODY:
        return Note(
            DESCRIPTION,
            label,
            f"{tr('The post has none of its own.')} {words}",
            source_of(part),
            True,
        )
    state = WARNING if fitted[DESKTOP.name].cut else ""
    return Note(DESCRIPTION, label, words, source_of(part), can_go(part), state)


def _address(facts: Facts) -> Note:
    label = tr("Address")
    if not facts.url:
        return Note(ADDRESS, label, tr("The site makes no page of this post."), state=WARNING)
    if not facts.site.domain:
        words = tr("{url} (the site’s configuration does not name its address)", url=facts.url)
        return Note(ADDRESS, label, words)
    return Note(ADDRESS, label, facts.address)


def _measured(label: str, fitted: dict[str, Fitted]) -> str:
    """How long a part is, and where its end is cut off."""
    cut = {name: each for name, each in fitted.items() if each.cut}
    whole = fitted[DESKTOP.name]
    if not cut:
        return tr(
            "{width} of {room} px: it fits.", width=round(whole.width), room=round(whole.room)
        )
    places = tuple(tr(PLACES[name]) for name in cut)
    first = next(iter(cut.values()))
    if len(cut) == len(fitted):
        return tr(
            "{label} is {width} px wide; {room} fit: the end is cut off.",
            label=label,
            width=round(first.width),
            room=round(first.room),
        )
    return tr(
        "{label} is {width} px wide; {room} fit {place}: the end is cut off there.",
        label=label,
        width=round(first.width),
        room=round(first.room),
        place=places[0],
    )
