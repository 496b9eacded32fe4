"""Keys that hardly any post has and that resemble one which is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz, process

from reviewer.schema.kinds.registry import kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.schema.field import Field

ALIKE_KEYS = 84
RARE_KEY = 0.02


def rarely(posts: int) -> float:
    """The number of posts up to which a key may be a slip."""
    return max(1, RARE_KEY * posts)


def misspelt_keys(data: Mapping[Any, Any], fields: tuple[Field, ...], posts: int) -> dict[str, str]:
    """Keys that hardly any post has, each with the absent usual key that it resembles."""
    rare = rarely(posts)
    absent = {field.name: field for field in fields if field.name not in data}
    usual = [name for name, field in absent.items() if field.count > 10 * rare]
    if not usual:
        return {}
    counts = {field.name: field.count for field in fields}
    found: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(key, str) and counts.get(key, 0) <= rare:
            match = process.extractOne(key, usual, scorer=fuzz.ratio, score_cutoff=ALIKE_KEYS)
            if match and _fits(value, absent[match[0]]):
                found[key] = match[0]
    return found


def _fits(value: Any, field: Field) -> bool:
    """Whether the value could stand under the other key: ``images`` may well be a list."""
    return any(kind(name).recognises(value) for name in field.accepts)
