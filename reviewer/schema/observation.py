"""What the values of one key tell about the field: its kind, options, range, items.

Types are counted first, and only different texts are looked at closely, so that
the cost of a large folder stays far below that of reading it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING, Any

from reviewer.schema import dates
from reviewer.schema.examples import usual_order
from reviewer.schema.field import IN_FOLDER, Field
from reviewer.schema.finding import Severity
from reviewer.schema.kinds.registry import kind
from reviewer.schema.kinds.web import what_is_wrong
from reviewer.schema.labels import label
from reviewer.schema.options import Choices, choices, length_band, scale, tag_options
from reviewer.schema.origin import Origin

if TYPE_CHECKING:
    from reviewer.schema.surroundings import Surroundings

NORMAL = 0.02
"""A kind that this share of the posts uses (and two of them at least) is normal."""
BROKEN = 0.1
"""The share of faulty texts that a field whose name tells its kind may have."""
_SPECIAL_NAME = re.compile(r"(?i)(?:^|[_-])(?:ur[il]|link|website|homepage|e?-?mail)$|Ur[il]$|URL$")
NEARLY_ALL = 0.95
DEEPEST = 4
CLOSELY = 300
"""Different texts that are looked at closely."""
LONG_TEXT = 100
OWN_NAMES = {"slug", "permalink", "id", "uuid", "guid", "canonical_url", "url"}
"""Keys whose value is meant to name one post."""
FEWEST_OWN = 20
OWN_SLIPS, TITLE_SLIPS = 0.02, 0.005
FREE_NAMES = {"title", "linktitle", "headline", "name", "slug", "permalink", "url"}
"""Keys whose texts are each post's own, even where some are the same by chance."""
LONG_NAMES = {"description", "summary", "excerpt", "abstract", "intro", "lead", "subtitle"}
TAG_NAMES = {"tags", "categories", "keywords", "topics", "aliases", "authors", "tag", "category"}
USUAL_LENGTHS = {"title": 70, "description": 160, "summary": 160, "excerpt": 160}

Values = Sequence[Any]


def observe(name: Any, values: Values, total: int, around: Surroundings, depth: int = 0) -> Field:
    """The field ``name`` as ``values`` (those of the posts that have it) show it.

    ``total`` is the number of posts that could have it.
    """
    types = set(map(type, values))
    filled = values
    if type(None) in types or (str in types and "" in values):
        filled = [value for value in values if value is not None and value != ""]
    buckets = _buckets(filled, types)
    first = max(buckets, key=lambda bucket: len(buckets[bucket]), default="")
    expected = Severity.WARNING if _is_expected(name, len(filled), total) else None
    shared = Field(
        name=str(name),
        label=label(name),
        required=expected,
        filled=expected,
        nullable=_is_normal(len(values) - len(filled), len(values)),
        count=len(values),
        origin=Origin(posts=total),
    )
    if not first:
        return replace(shared, nullable=True)
    seen = _OBSERVERS[first](shared, buckets[first], around, depth)
    others = [
        _ALSO[bucket]
        for bucket, found in buckets.items()
        if bucket != first and _is_usual(len(found), len(buckets[first]), len(filled))
    ]
    if name in around.either:
        others.append("string" if first == "list" else "list")
    others += [around.also[name]] if name in around.also else []
    return replace(seen, also=tuple(dict.fromkeys(others)))


def _is_expected(name: Any, filled: int, total: int) -> bool:
    """Whether its absence is worth a word; a leading ``_`` marks a remark to oneself."""
    return not str(name).startswith("_") and is_required(filled, total)


def is_required(filled: int, total: int) -> bool:
    """Nearly all of at least five posts have it; in a dozen posts one may be wrong."""
    missing = total - filled
    return total >= 5 and missing <= max(1 if total >= 12 else 0, (1 - NEARLY_ALL) * total)


def _is_usual(number: int, most: int, total: int) -> bool:
    """Whether a second kind is a habit or, among few posts, as good as the first."""
    return _is_normal(number, total) or 3 * number > most


def _is_normal(number: int, total: int) -> bool:
    return number >= 2 and number >= NORMAL * total


def _buckets(values: Values, types: set[type]) -> dict[str, list[Any]]:
    buckets: dict[str, list[Any]] = {}
    names = {_BUCKET_OF.get(each, "other") for each in types if each is not type(None)}
    if len(names) == 1 and values:
        buckets[names.pop()] = list(values)
    else:
        for value in values:
            buckets.setdefault(_BUCKET_OF.get(type(value), "other"), []).append(value)
    texts = buckets.get("text")
    if texts and (2 * len(texts) > len(values) or "moment" in buckets):
        _move_dates(buckets)
    return buckets


def _move_dates(buckets: dict[str, list[Any]]) -> None:
    """Texts in the shape of dates join the dates, when they are no mere exception."""
    texts = buckets["text"]
    if "moment" not in buckets and not any(map(dates.looks_like_date, _sample(texts))):
        return
    dated = [text for text in texts if dates.looks_like_date(text)]
    if not dated or ("moment" not in buckets and len(dated) * 2 < len(texts)):
        return
    buckets.setdefault("moment", []).extend(dated)
    buckets["text"] = [text for text in texts if not dates.looks_like_date(text)]
    if not buckets["text"]:
        del buckets["text"]


_BUCKET_OF = {
    bool: "switch",
    int: "number",
    float: "number",
    str: "text",
    date: "moment",
    datetime: "moment",
    list: "list",
    dict: "group",
}
_ALSO = {
    "switch": "bool",
    "number": "float",
    "text": "text",
    "moment": "datetime",
    "list": "list",
    "group": "object",
    "other": "opaque",
}


def _switch(field: Field, _values: Values, _around: Surroundings, _depth: int) -> Field:
    return replace(field, kind="bool")


def _number(field: Field, values: Values, _around: Surroundings, _depth: int) -> Field:
    decimals = sum(isinstance(value, float) for value in values)
    low, high = scale(field.name, values)
    name = "float" if _is_normal(decimals, len(values)) or decimals == len(values) else "int"
    return replace(field, kind=name, minimum=low, maximum=high)


def _moment(field: Field, values: Values, around: Surroundings, _depth: int) -> Field:
    timed = [value for value in values if _has_time(value)]
    if not timed or (len(timed) == 1 and len(values) > 5):
        return replace(field, kind="date")
    zoned = sum(_has_zone(value) for value in timed)
    habit = len(timed) < 5 or zoned >= 0.2 * len(timed)
    return replace(
        field,
        kind="datetime",
        timezone=around.timezone,
        site_timezone=around.site_timezone,
        zone_severity=Severity.WARNING if habit else Severity.HINT,
    )


def _has_time(value: Any) -> bool:
    return ":" in value if isinstance(value, str) else isinstance(value, datetime)


def _has_zone(value: Any) -> bool:
    if isinstance(value, str):
        return dates.names_zone(value)
    return isinstance(value, datetime) and value.tzinfo is not None


def _text(field: Field, values: Values, _around: Surroundings, depth: int) -> Field:
    counts = Counter(values)
    if depth == 0 and _are_unique(field.name, len(counts), len(values)):
        field = replace(field, unique=IN_FOLDER)
    sample = _sample(list(counts))
    special = _special_text(field.name, sample)
    if special:
        return replace(field, kind=special)
    limit = _usual_length(field.name, sample, depth)
    band = length_band(sample) if depth == 0 else None
    if _is_long(field.name, sample):
        return replace(field, kind="text", max_length=limit, usual_length=band)
    found = Choices() if field.name.lower() in FREE_NAMES else choices(counts)
    return replace(
        field,
        kind="enum" if found.few else "string",
        options=found.options,
        open_options=not found.closed,
        max_length=limit,
        usual_length=None if found.few else band,
    )


def _are_unique(name: str, distinct: int, total: int) -> bool:
    """Whether each post has its own, as with slugs, and titles where hardly two are alike."""
    plain = name.lower()
    slips = max(1, OWN_SLIPS * total) if plain in OWN_NAMES else TITLE_SLIPS * total
    is_own = plain in OWN_NAMES or plain in FREE_NAMES
    return is_own and total >= FEWEST_OWN and total - distinct <= slips


def _sample(texts: list[str]) -> list[str]:
    return texts[:: len(texts) // CLOSELY + 1]


def _special_text(name: str, sample: list[str]) -> str:
    """``url``, ``email`` or ``image`` when nearly all texts are one and few are broken."""
    share = BROKEN if _SPECIAL_NAME.search(name) else NORMAL
    allowed = max(1, share * len(sample)) if len(sample) >= 5 else 0
    for special in ("image", "url", "email"):
        recognises = kind(special).recognises
        others = [text for text in sample if not recognises(text)]
        if len(others) > max(allowed, 0.1 * len(sample)):
            continue
        broken = [text for text in others if special == "email" or what_is_wrong(text)]
        if len(broken) <= allowed:
            return special
    return ""


def _is_long(name: str, sample: list[str]) -> bool:
    lines = sum("\n" in text.strip() for text in sample)
    typical = median(map(len, sample))
    return (
        _is_normal(lines, len(sample))
        or typical > LONG_TEXT
        or (name.lower() in LONG_NAMES and typical > LONG_TEXT / 2)
    )


def _usual_length(name: str, sample: list[str], depth: int) -> int | None:
    """The length that searches and cards show, if this folder's posts keep to it.

    It holds for the post and for groups such as ``seo``, not for lists of things.
    """
    limit = USUAL_LENGTHS.get(name.lower())
    if limit is None or depth > 1 or sum(len(text) > limit for text in sample) > 0.1 * len(sample):
        return None
    return limit


def _list(field: Field, values: Values, around: Surroundings, depth: int) -> Field:
    items = list(chain.from_iterable(values))
    if not items or depth >= DEEPEST:
        return replace(field, kind="tags" if field.name.lower() in TAG_NAMES else "list")
    item = replace(observe(field.name, items, 0, around, depth + 1), required=None)
    if not _are_tags(field.name, item, items):
        return replace(field, kind="list", item=item)
    options = tag_options(Counter(each for each in items if isinstance(each, str)))
    item = replace(item, kind="string", options=options, open_options=True, max_length=None)
    return replace(field, kind="tags", item=item, options=options)


def _are_tags(name: str, item: Field, items: list[Any]) -> bool:
    if item.kind not in ("string", "enum") or any(isinstance(each, list | dict) for each in items):
        return False
    if name.lower() in TAG_NAMES:
        return True
    return bool(item.options) and median(len(str(each)) for each in items) <= 30


def _group(field: Field, values: Values, around: Surroundings, depth: int) -> Field:
    if depth >= DEEPEST:
        return replace(field, kind="object")
    return replace(field, kind="object", fields=observe_keys(values, around, depth + 1))


def observe_keys(
    posts: Sequence[Mapping[Any, Any]], around: Surroundings, depth: int = 0
) -> tuple[Field, ...]:
    """The fields of mappings, in their usual order; keys that are no text are left out."""
    columns: dict[Any, list[Any]] = {}
    for data in posts:
        for key, value in data.items():
            columns.setdefault(key, []).append(value)
    names = [key for key in usual_order(posts) if isinstance(key, str)]
    return tuple(
        replace(observe(key, columns[key], len(posts), around, depth), order=order)
        for order, key in enumerate(names)
    )


def _other(field: Field, _values: Values, _around: Surroundings, _depth: int) -> Field:
    return replace(field, kind="opaque")


_OBSERVERS = {
    "switch": _switch,
    "number": _number,
    "moment": _moment,
    "text": _text,
    "list": _list,
    "group": _group,
    "other": _other,
}
