"""What the posts of a folder have in common, seen in the light of its engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.inference import Sample, Schema, infer
from reviewer.schema.stated import load
from reviewer.schema.surroundings import EITHER, Surroundings, inherited_keys

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reviewer.site.engines.engine import Engine
    from reviewer.site.entries import Entry


def learn(engine: Engine, entries: Iterable[Entry], root: Path | None = None) -> Schema:
    """The schema of the posts that could be read.

    ``root`` is the folder whose configurations are laid over what posts show.
    """
    samples = (Sample(entry.path, entry.data, entry.block) for entry in entries)
    schema = infer(samples, surroundings(engine))
    return schema if root is None else schema.with_stated(load(root))


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
