"""Where the database of a folder lies, and what must be the same for it to be of use.

All that a row says follows from the file's bytes, from Reviewer's own code, from
the Python and PyYAML that run it, and from the engine's habits. Instead of a
number that somebody must remember to raise, the code itself is part of the
stamp: whatever changes in it makes the index anew.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from platformdirs import user_cache_path

from reviewer import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.site.engines.engine import Engine

PACKAGE = Path(__file__).resolve().parents[2]
ROOMS = ("document", "schema", "checks", "site")
"""The parts of Reviewer that what the index holds depends on."""


def place_of(root: Path) -> Path:
    """The file of the database for the folder at ``root``."""
    name = sha256(os.fsencode(root)).hexdigest()[:24]
    return user_cache_path("reviewer", appauthor=False) / "index" / f"{name}.sqlite"


def reading_stamp(engine: Engine) -> str:
    """What all rows depend on besides the files."""
    rule = engine.is_draft
    habits = (engine.name, engine.dialect.value, rule.__module__, rule.__qualname__)
    return " ".join((_versions(), *map(str, habits), str(engine.date_in_name)))


def learning_stamp(engine: Engine) -> str:
    """What the schema and the findings depend on besides the rows."""
    sets = sorted(engine.either), sorted(engine.also.items())
    habits = (engine.name, engine.timezone, engine.site_timezone, *sets, engine.config)
    return sha256(repr(habits).encode("utf-8", "backslashreplace")).hexdigest()


@cache
def _versions() -> str:
    python = sys.version.split()[0]
    pyyaml = f"{yaml.__version__}{'' if yaml.__with_libyaml__ else ' in Python'}"
    return f"Reviewer {__version__} {_code()}, Python {python}, PyYAML {pyyaml}"


def _code() -> str:
    """A digest of the sizes and times of the source files; of none in a frozen program."""
    digest = sha256()
    for room in ROOMS:
        for line in sorted(_sources(PACKAGE / room)):
            digest.update(line.encode())
    return digest.hexdigest()[:16]


def _sources(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            for item in found:
                if item.name.endswith(".py"):
                    status = item.stat()
                    yield f"{item.path} {status.st_size} {status.st_mtime_ns}"
                elif item.is_dir() and not item.name.startswith("__"):
                    yield from _sources(Path(item.path))
    except OSError:
        return
