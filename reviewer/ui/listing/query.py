"""The filter line: words that must occur, and ``field:value`` for any field.

``tax category:News author:"Ada L"`` keeps posts that have the word ``tax`` in
title or path, the category News and that author; ``source_url:`` alone keeps
posts where the field is set, ``-category:News`` leaves such posts out, and
``seo.title:tax`` looks into a field of a field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reviewer.ui.listing.scope import folder_of, texts_of, values_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.site.entries import Entry

TERM = re.compile(
    r'(?P<not>-)?(?:(?P<field>[\w.-]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>\S*))', re.UNICODE
)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; without ``field`` the text is looked for in title and path."""

    text: str
    field: str = ""
    negated: bool = False


def parse(query: str) -> tuple[Term, ...]:
    """The conditions of a filter line, all of which must hold."""
    terms: list[Term] = []
    for found in TERM.finditer(query.strip()):
        text = (found["quoted"] if found["quoted"] is not None else found["plain"]) or ""
        field = found["field"] or ""
        if text or field:
            terms.append(Term(text.casefold(), field, bool(found["not"])))
    return tuple(terms)


def matches(terms: tuple[Term, ...], entry: Entry) -> bool:
    """Whether every condition holds for ``entry``."""
    return all(_holds(term, entry) is not term.negated for term in terms)


def _holds(term: Term, entry: Entry) -> bool:
    if not term.field:
        return term.text in entry.title.casefold() or term.text in entry.path.casefold()
    values = _field_values(term.field, entry)
    if not term.text:
        return bool(values)
    return any(term.text in value.casefold() for value in values)


def _field_values(name: str, entry: Entry) -> tuple[str, ...]:
    if name in entry.data:
        return values_of(entry, name)
    own = _own_values(entry)
    return own.get(name.casefold(), ()) or _within(name.casefold(), entry.data)


def _within(name: str, value: Any) -> tuple[str, ...]:
    """The texts at ``name`` in any case, dots leading into maps and the items of lists."""
    if isinstance(value, list):
        return tuple(text for item in value for text in _within(name, item))
    if not isinstance(value, dict):
        return ()
    keys = {key.casefold(): key for key in value if isinstance(key, str)}
    if name in keys:
        # A key that is itself written with a dot comes first.
        return texts_of(value[keys[name]])
    heads = (key for key in keys if name.startswith(f"{key}."))
    return tuple(text for key in heads for text in _within(name[len(key) + 1 :], value[keys[key]]))


def _own_values(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    return {
        "path": (entry.path,),
        "folder": (folder_of(entry),),
        "title": (entry.title,),
        "date": (entry.date,) if entry.date else (),
        "category": (entry.category,) if entry.category else (),
    }
