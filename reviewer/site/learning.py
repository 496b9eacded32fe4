"""What the posts of a folder have in common, seen in the light of its engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.schema.inference import Sample, Schema, infer
from reviewer.schema.inherited import Inherited, hugo_cascades, jekyll_defaults
from reviewer.schema.stated import load
from reviewer.schema.surroundings import EITHER, Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from reviewer.site.engines.engine import Engine
    from reviewer.site.entries import Entry


def learn(engine: Engine, entries: Iterable[Entry], root: Path | None = None) -> Schema:
    """The schema of the posts that could be read.

    ``root`` is the folder whose configurations are laid over what posts show.
    """
    samples = [Sample(entry.path, entry.data, entry.block) for entry in entries]
    schema = infer(samples, surroundings(engine, samples))
    return schema if root is None else schema.with_stated(load(root))


def surroundings(engine: Engine, samples: Sequence[Sample] = ()) -> Surroundings:
    """What the engine, its configuration and the pages of sections mean for the fields of posts."""
    return Surroundings(
        timezone=engine.timezone,
        site_timezone=engine.site_timezone,
        inherited=inherited(engine, samples),
        date_in_name=engine.date_in_name,
        either=EITHER | engine.either,
        also=engine.also,
    )


def inherited(engine: Engine, samples: Sequence[Sample]) -> tuple[Inherited, ...]:
    """What posts of the site need not write themselves, since the site supplies it."""
    content = engine.content[0] if engine.content else ""
    if engine.name == "jekyll":
        return jekyll_defaults(engine.config, content)
    if engine.name == "hugo":
        return hugo_cascades(engine.config, content, ((each.path, each.data) for each in samples))
    return ()
