"""What it takes to serve a site: the command of its engine, and how to read what that says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from pathlib import Path

HOST = "127.0.0.1"
"""The loopback address, never a name: nobody but this machine gets in."""

Which = Callable[[str], str | None]
"""Finds a program by name, as ``shutil.which`` does."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a server is started for.

    ``site`` is the folder with the site's configuration, ``scratch`` one that
    takes whatever the engine writes, ``base`` the path of the site's root
    ("" or ``/blog``).
    """

    site: Path
    scratch: Path
    port: int
    base: str = ""

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:4000``."""
        return f"http://{HOST}:{self.port}"


@dataclass(frozen=True, slots=True)
class Signs:
    """What the engine's lines say, as patterns that are searched for in each."""

    ready: re.Pattern[str]
    building: re.Pattern[str]
    built: re.Pattern[str]
    error: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, where it is run, and what its environment has besides ours.

    ``published`` is the folder to be served where the engine builds and does
    not serve (or not on the loopback address alone).
    """

    argv: tuple[str, ...]
    folder: Path
    signs: Signs
    env: Mapping[str, str] = field(default_factory=dict)
    published: Path | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not there, and how to get it: ``how`` is a command, or words where there is none."""

    what: str
    how: str


class Recipe(Protocol):
    """How one engine is served."""

    @property
    def label(self) -> str:
        """The engine's name for the user."""
        ...

    def missing(self, site: Path, which: Which) -> Missing | None:
        """What has to be installed first, None where nothing is missing."""
        ...

    def shown(self, site: Path) -> str:
        """The command in short, for the question before it is run."""
        ...

    def command(self, request: Request, which: Which) -> Command:
        """The command to run; may write into the request's scratch folder."""
        ...
