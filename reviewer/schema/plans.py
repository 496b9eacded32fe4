"""A content type made ready for checking many posts: made once, kept while it is in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.schema.content_type import ContentType
from reviewer.schema.field import IN_FOLDER, Field
from reviewer.schema.misspelt import rarely
from reviewer.schema.screening import Fine, screen

if TYPE_CHECKING:
    from reviewer.document.dialect import Dialect

NUMBERS = ("int", "float")
KEPT = 512
"""Types and groups whose plans are kept; a folder has a few dozen."""


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One field: its demands, and the quick look at its values."""

    name: str
    field: Field
    required: bool
    filled: bool
    fine: Fine


@dataclass(frozen=True, slots=True)
class Plan:
    """The fields of a type or group.

    ``frequent`` are keys that are certainly meant, ``usual`` those whose
    absence makes a rare key suspicious; ``asking`` are the fields about which
    other posts have to be asked, ``numbers`` the names of those that hold numbers.
    """

    rows: tuple[RowPlan, ...]
    fields: tuple[Field, ...]
    posts: int
    names: frozenset[str]
    frequent: frozenset[str]
    usual: frozenset[str]
    closed: bool
    asking: tuple[Field, ...]
    numbers: tuple[str, ...]


_plans: dict[tuple[int, Dialect], tuple[ContentType | Field, Plan]] = {}


def plan_of(owner: ContentType | Field, dialect: Dialect) -> Plan:
    """The plan of a content type, or of a field that has fields itself."""
    key = (id(owner), dialect)
    known = _plans.get(key)
    if known is not None and known[0] is owner:
        return known[1]
    if len(_plans) >= KEPT:
        _plans.clear()
    plan = _planned(owner, dialect)
    _plans[key] = (owner, plan)
    return plan


def _planned(owner: ContentType | Field, dialect: Dialect) -> Plan:
    fields = owner.fields
    rare = rarely(owner.count)
    return Plan(
        rows=tuple(_row(each, dialect) for each in fields),
        fields=fields,
        posts=owner.count,
        names=frozenset(each.name for each in fields),
        frequent=frozenset(each.name for each in fields if each.count > rare),
        usual=frozenset(each.name for each in fields if each.count > 10 * rare),
        closed=isinstance(owner, ContentType) and owner.closed,
        asking=tuple(each for each in fields if _asks(each)),
        numbers=tuple(each.name for each in fields if each.kind in NUMBERS),
    )


def _row(field: Field, dialect: Dialect) -> RowPlan:
    filled = bool(field.filled) and not field.nullable
    required = bool(field.required) and field.kind != "body"  # which is no key of the post
    return RowPlan(field.name, field, required, filled, screen(field, dialect))


def _asks(field: Field) -> bool:
    refers = field.kind == "reference" or (field.item is not None and _asks(field.item))
    return field.unique == IN_FOLDER or refers
