"""How long local history keeps texts, and how much room they may take.

``history.toml`` in the user's configuration folder may say otherwise::

    days = 30
    megabytes = 50

0 days keep nothing.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from platformdirs import user_config_path

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
DAY = 86_400


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one content folder's history; what is older or too much goes, oldest first."""

    days: float = 90
    megabytes: float = 200

    @property
    def seconds(self) -> float:
        """The age at which a text goes."""
        return self.days * DAY

    @property
    def room(self) -> int:
        """Bytes that all texts may take together."""
        return int(self.megabytes * 1_000_000)


def settings_file() -> Path:
    """Where the user may say other limits."""
    return user_config_path("reviewer", appauthor=False) / "history.toml"


def chosen_limits(file: Path | None = None) -> Limits:
    """What the user has chosen, the defaults where nothing sensible is said."""
    file = file or settings_file()
    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Limits()
    except (OSError, ValueError) as error:
        _log.warning("%s cannot be read, so the usual limits hold: %s", file, error)
        return Limits()
    usual = Limits()
    return Limits(
        _number(said.get("days"), usual.days), _number(said.get("megabytes"), usual.megabytes)
    )


def _number(value: Any, otherwise: float) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and value >= 0 else otherwise
