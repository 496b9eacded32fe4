"""What the posts of a folder have in common, seen in the light of its engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.inference import Sample, Schema, infer
from reviewer.schema.surroundings import EITHER, Surroundings, inherited_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviewer.site.engines.engine import Engine
    from reviewer.site.entries import Entry


def learn(engine: Engine, entries: Iterable[Entry]) -> Schema:
    """The schema of the posts that could be read."""
    samples = (Sample(entry.path, entry.data, entry.block) for entry in entries)
    return infer(samples, surroundings(engine))


def surroundings(engine: Engine) -> Surroundings:
    """What the engine and its configuration mean for the fields of posts."""
    return Surroundings(
        timezone=engine.timezone,
        site_timezone=engine.site_timezone,
        inherited=inherited_keys(engine.config) if engine.name == "jekyll" else frozenset(),
        date_in_name=engine.date_in_name,
        either=EITHER | engine.either,
        also=engine.also,
    )
