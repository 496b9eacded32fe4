"""Several sources for one content type made into one, attribute by attribute.

What is declared outweighs what is imported, and that outweighs what the posts
show. A source counts only for what it states: a label in ``reviewer.yml``
leaves the options that were learnt as they are. Each attribute of the result
remembers its origin.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reviewer.schema.field import ATTRIBUTES, DEFAULTS, Field, Option
from reviewer.schema.origin import DECLARED, IMPORTED, PRECEDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reviewer.schema.content_type import ContentType
    from reviewer.schema.origin import Origin
    from reviewer.schema.rule import Rule

SHAPES = {
    **dict.fromkeys(("bool",), "switch"),
    **dict.fromkeys(("int", "float"), "number"),
    **dict.fromkeys(("date", "datetime", "time"), "moment"),
    **dict.fromkeys(("tags", "list"), "list"),
    **dict.fromkeys(("object",), "group"),
    **dict.fromkeys(("variant",), "variant"),
    **dict.fromkeys(("opaque", "hidden"), "any"),
}
"""Kinds whose rules make sense for one another; all others are text."""
UNKNOWN = "opaque"
_NESTED = frozenset({"item", "fields", "variants", "options", "kind", "also"})
_OF_SHAPE = (
    *(
        "options",
        "open_options",
        "minimum",
        "maximum",
        "step",
        "min_length",
        "max_length",
        "usual_length",
    ),
    *("min_words", "max_words", "min_items", "max_items", "earliest", "latest", "pattern"),
    *("item", "fields", "variants", "format", "also"),
)
"""Attributes that mean nothing once a field is of another shape."""


def shape(kind: str) -> str:
    """What values of a kind look like in a file: text, a number, a list …"""
    return SHAPES.get(kind, "text")


def merge(sources: Iterable[ContentType]) -> ContentType:
    """One type from several, of which the later outweigh the earlier; at least one."""
    found, *others = by_precedence(sources)
    for each in others:
        found = _merge_types(found, each)
    return found


def by_precedence(types: Iterable[ContentType]) -> list[ContentType]:
    """The weakest first: by origin, then by how narrowly a type says what it is for."""

    def rank(each: ContentType) -> tuple[int, int]:
        return (PRECEDENCE.index(each.origin.kind), each.match.weight if each.match else 0)

    return sorted(types, key=rank)


def _merge_types(base: ContentType, over: ContentType) -> ContentType:
    known = {each.name for each in base.fields}
    stated = [each for each in over.fields if each.name in known or not over.hints]
    return replace(
        base,
        name=over.name if over.match and not over.hints else base.name,
        label=over.label or base.label,
        fields=merge_all(base.fields, stated),
        keys=base.keys or tuple(each.name for each in base.fields),
        title_field=over.title_field or base.title_field,
        match=base.match if over.hints else over.match or base.match,
        slug_template=over.slug_template or base.slug_template,
        rules=_merge_rules(base.rules, over.rules),
        closed=over.closed or base.closed,
        origin=over.origin,
    )


def _merge_rules(base: Sequence[Rule], over: Sequence[Rule]) -> tuple[Rule, ...]:
    """All of ``over``, and those of ``base`` about other fields."""
    stated = [each.fields() for each in over]
    kept = (each for each in base if not any(each.fields() <= fields for fields in stated))
    return (*kept, *over)


def merge_all(base: Sequence[Field], over: Sequence[Field]) -> tuple[Field, ...]:
    """Fields by name; those that state their place move there, the others stay."""
    known = {each.name: each for each in base}
    for each in over:
        known[each.name] = merge_fields(known[each.name], each) if each.name in known else each
    places = {name: place for place, name in enumerate(known)}

    def place(each: Field) -> tuple[int, bool]:
        stated = "order" in each.origins
        return (each.order if stated else places[each.name], not stated)

    return tuple(sorted(known.values(), key=place))


def merge_fields(base: Field, over: Field) -> Field:
    """``base`` with all that ``over`` states."""
    if _leaves_kind_open(base, over):
        base = replace(base, also=tuple(dict.fromkeys((*base.also, UNKNOWN))))
        over = _without_kind(over)
    if over.states("kind") and shape(over.kind) != shape(base.kind):
        base = _without_shape(base, over)
    stated = [name for name in ATTRIBUTES if name not in _NESTED and over.states(name)]
    values: dict[str, Any] = {name: getattr(over, name) for name in stated}
    values |= _kinds(base, over) | _inner(base, over)
    return replace(
        base,
        **values,
        notes={**base.notes, **over.notes},
        origin=over.origin,
        origins=_origins(base, over, values),
    )


def _leaves_kind_open(base: Field, over: Field) -> bool:
    """Whether posts show a kind where another tool only says that anything may stand there."""
    is_imported = over.states("kind") and over.origin_of("kind").kind == IMPORTED
    return is_imported and over.kind == UNKNOWN and bool(base.count)


def _without_kind(field: Field) -> Field:
    origins = {name: origin for name, origin in field.origins.items() if name != "kind"}
    return replace(field, kind=DEFAULTS["kind"], origins=origins)


def _origins(base: Field, over: Field, values: Mapping[str, Any]) -> dict[str, Origin]:
    kept = {
        name: base.origin_of(name)
        for name in ATTRIBUTES
        if name not in values and base.states(name)
    }
    return kept | {name: over.origin_of(name) for name in values}


def _kinds(base: Field, over: Field) -> dict[str, Any]:
    """The kind, and what else is normal.

    What posts do in spite of an imported kind stays normal for them; what is
    declared holds for all.
    """
    values: dict[str, Any] = {}
    if over.states("kind"):
        values["kind"] = over.kind
        if over.origin_of("kind").kind == DECLARED or over.also:
            values["also"] = over.also
    elif over.states("also"):
        values["also"] = over.also
    return values


def _inner(base: Field, over: Field) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if over.states("options"):
        values["options"] = _counted(over, base.options)
    if over.states("min_length") or over.states("max_length"):
        values["usual_length"] = over.usual_length
    if over.item is not None:
        values["item"] = merge_fields(base.item, over.item) if base.item else over.item
    if over.fields:
        values["fields"] = merge_all(base.fields, over.fields)
    if over.variants:
        values["variants"] = merge_all(base.variants, over.variants)
    return values


def _counted(over: Field, learnt: Sequence[Option]) -> tuple[Option, ...]:
    """Stated options with the number of posts that have each; mere suggestions join others."""
    counts = {_key(option.value): option.count for option in learnt}
    stated = [
        replace(option, count=option.count or counts.get(_key(option.value), 0))
        for option in over.options
    ]
    known = {_key(option.value) for option in stated}
    others = [option for option in learnt if _key(option.value) not in known]
    return (*stated, *(others if over.open_options else ()))


def _key(value: Any) -> tuple[str, str]:
    return (type(value).__name__, str(value))


def _without_shape(base: Field, over: Field) -> Field:
    plain = {name: DEFAULTS[name] for name in _OF_SHAPE}
    if over.origin_of("kind").kind != DECLARED and base.count:
        plain["also"] = tuple(dict.fromkeys((base.kind, *base.also)))
    kept = {name: origin for name, origin in base.origins.items() if name not in plain}
    return replace(base, **plain, kind=over.kind, origins=kept)
