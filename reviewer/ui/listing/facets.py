"""Counts of posts for each queue, folder and value: what the sidebar offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.ui.listing import scope as scopes
from reviewer.ui.listing.folders import Place, telling_places
from reviewer.ui.listing.scope import Scope, folder_of, values_of, within
from reviewer.ui.texts import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reviewer.schema.field import Field
    from reviewer.schema.inference import Schema
    from reviewer.site.entries import Entry

CHOICE_KINDS = ("enum", "tags", "bool")
MOST_GROUPS = 6
LEAST_SHARED = 0.5
"""Of a field's values, how many at least must be those of several posts; names tell apart."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the sidebar."""

    scope: Scope
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its lines, the largest first."""

    label: str
    choices: tuple[Choice, ...]


def queue(entries: Collection[Entry], changed: Collection[str]) -> Group:
    """The queues; always all of them, so that the eye finds them in one place."""
    labels = {
        scopes.ALL: tr("All posts"),
        scopes.PROBLEMS: tr("Problems"),
        scopes.CHANGED: tr("Changed"),
        scopes.DRAFTS: tr("Drafts"),
    }
    choices = []
    for name, label in labels.items():
        scope = Scope(scopes.QUEUE, name)
        count = sum(within(scope, entry, changed) for entry in entries)
        choices.append(Choice(scope, label, count))
    return Group(tr("Queue"), tuple(choices))


def folders(entries: Iterable[Entry], root: str) -> Group:
    """The folders that tell posts apart, none where all lie in one; ``root`` names the site."""
    places = telling_places(Counter(folder_of(entry) for entry in entries))
    names = Counter(_name(place, root) for place in places)
    choices = (
        Choice(
            Scope(scopes.FOLDER, place.folder, scopes.ALONE if place.alone else ""),
            _name(place, root) if names[_name(place, root)] == 1 else place.folder,
            place.count,
        )
        for place in places
    )
    return Group(tr("Folders"), tuple(choices) if len(places) > 1 else ())


def values(entries: Iterable[Entry], field: str, label: str) -> Group:
    """The values that posts give ``field``."""
    counts = Counter(value for entry in entries for value in set(values_of(entry, field)))
    choices = (
        Choice(Scope(scopes.FIELD, field, value), value or tr("(empty)"), count)
        for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    return Group(label, tuple(choices))


def choice_fields(schema: Schema | None) -> list[Field]:
    """The fields worth a group: choices, by the number of posts that have them."""
    found: dict[str, Field] = {}
    types = schema.types.values() if schema else ()
    for field in (field for each in types for field in each.fields):
        known = found.get(field.name)
        if field.kind in CHOICE_KINDS and (known is None or known.count < field.count):
            found[field.name] = field
    return sorted(found.values(), key=_rank)[:MOST_GROUPS]


def worth_showing(group: Group) -> bool:
    """Whether there is something to choose and most values group posts."""
    shared = sum(choice.count > 1 for choice in group.choices)
    return len(group.choices) > 1 and shared >= LEAST_SHARED * len(group.choices)


def _name(place: Place, root: str) -> str:
    if not place.folder:
        return root
    name = place.folder.rpartition("/")[2]
    return tr("directly in {folder}", folder=name) if place.alone else name


def _rank(field: Field) -> tuple[bool, int, str]:
    return (not field.name.casefold().startswith("categor"), -field.count, field.name)
