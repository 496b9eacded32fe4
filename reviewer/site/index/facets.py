"""What the list can be narrowed to, with counts: folders, values of fields, years and states."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reviewer.site.index import shelf
from reviewer.site.index.folders import telling_places
from reviewer.site.index.messages import ALONE, FIELD, FOLDER, STATE, YEAR, Choice, Group, Scope
from reviewer.site.query import fields, sql

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from reviewer.schema.field import Field
    from reviewer.schema.inference import Schema
    from reviewer.site.index.folders import Place
    from reviewer.site.index.store import Store
    from reviewer.site.index.values import Values

CHOICE_KINDS = ("enum", "tags", "bool")
MOST_GROUPS = 6
LEAST_SHARED = 0.5
"""Of a field's values, how many at least must be those of several posts; names tell apart."""

_YEARS = """
    SELECT substr(date, 1, 4) AS year, count(*) FROM posts
    WHERE year GLOB '[0-9][0-9][0-9][0-9]' GROUP BY year ORDER BY year DESC
"""
_STATES = {
    fields.PUBLISHED: "Published",
    fields.DRAFT: "Drafts",
    fields.BROKEN: "Cannot be read",
    fields.CLEAR: "Clear",
    fields.APPROVED: "Approved",
    fields.REOPENED: "Changed since sign-off",
    fields.REQUESTED: "Changes requested",
}


def groups(store: Store, known: Values, schema: Schema | None, site: str) -> tuple[Group, ...]:
    """All groups with something to choose from; ``site`` names the folder of all posts."""
    with store.reading() as db:
        by_folder = folders(dict(shelf.folders(db)), site)
        others = [years(db), states(db)]
    by_field = (
        values(known, field.name, field.label or field.name) for field in choice_fields(schema)
    )
    shown = [group for group in by_field if worth_showing(group)]
    return tuple(group for group in (by_folder, *shown, *others) if len(group.choices) > 1)


def folders(direct: Mapping[str, int], site: str) -> Group:
    """The folders that tell posts apart; ``direct`` counts the posts right in each."""
    places = telling_places(direct)
    names = Counter(_name(place, site) for place in places)
    choices = (
        Choice(
            Scope(FOLDER, place.folder, ALONE if place.alone else ""),
            _name(place, site) if names[_name(place, site)] == 1 else place.folder,
            place.count,
        )
        for place in places
    )
    return Group("Folders", tuple(choices) if len(places) > 1 else ())


def values(known: Values, field: str, label: str) -> Group:
    """The values that posts give ``field``."""
    choices = (
        Choice(Scope(FIELD, field, each.raw), each.raw, each.count) for each in known.counts(field)
    )
    return Group(label, tuple(choices))


def years(db: sqlite3.Connection) -> Group:
    """The years of the posts' dates, the last one first."""
    found = db.execute(_YEARS)
    return Group("Year", tuple(Choice(Scope(YEAR, year), year, count) for year, count in found))


def states(db: sqlite3.Connection) -> Group:
    """The states that posts are in."""
    sums = ", ".join(f"coalesce(sum({sql.STATES[name]}), 0)" for name in _STATES)
    counts = db.execute(f"SELECT {sums} FROM posts").fetchone()
    choices = (
        Choice(Scope(STATE, name), label, count)
        for (name, label), count in zip(_STATES.items(), counts, strict=True)
        if count
    )
    return Group("State", tuple(choices))


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


def _name(place: Place, site: str) -> str:
    if not place.folder:
        return site
    return place.folder.rpartition("/")[2]


def _rank(field: Field) -> tuple[bool, int, str]:
    return (not field.name.casefold().startswith("categor"), -field.count, field.name)
