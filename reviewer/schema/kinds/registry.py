"""All kinds by name: a new kind is one file here and one editor in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.kinds.boolean import boolean
from reviewer.schema.kinds.clock import clock
from reviewer.schema.kinds.enum import choice
from reviewer.schema.kinds.groups import body, group, hidden, items, opaque, tags, variant
from reviewer.schema.kinds.moments import day, moment
from reviewer.schema.kinds.names import colour, file, reference, slug
from reviewer.schema.kinds.numbers import decimal, integer
from reviewer.schema.kinds.text import string, text
from reviewer.schema.kinds.web import email, image, url

if TYPE_CHECKING:
    from reviewer.schema.kinds.base import Kind

KINDS: dict[str, Kind] = {
    each.name: each
    for each in (
        boolean,
        integer,
        decimal,
        day,
        moment,
        clock,
        url,
        email,
        image,
        file,
        slug,
        colour,
        reference,
        string,
        text,
        choice,
        tags,
        items,
        group,
        variant,
        opaque,
        hidden,
        body,
    )
}


def kind(name: str) -> Kind:
    """The kind of this name; an unknown one (from a newer configuration) is opaque."""
    return KINDS.get(name, opaque)
