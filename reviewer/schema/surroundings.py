"""What inference must know of the site around the posts, without knowing the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

EITHER = frozenset({"redirect_from", "redirect_to", "author", "authors"})
"""Keys that the usual plugins of all engines read both ways."""
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``timezone``: how times without zone are read ("": it does not matter).

    ``site_timezone`` is the zone that the configuration names besides;
    ``inherited`` are keys that the configuration supplies to posts without
    them; ``date_in_name`` says that a file's name can give its date; ``either``
    are keys whose value may be one text or a list of them, ``also`` names
    for other keys a second kind of value that the engine reads.
    """

    timezone: str = ""
    site_timezone: str = ""
    inherited: frozenset[str] = frozenset()
    date_in_name: bool = False
    either: frozenset[str] = EITHER
    also: Mapping[str, str] = field(default_factory=dict)

    def supplies(self, path: str, _data: Any = None) -> frozenset[str]:
        """Keys that this post need not write itself; a draft has no date yet."""
        folder, _slash, name = path.rpartition("/")
        dated = (self.date_in_name and _DATED.match(name)) or "_drafts" in folder.split("/")
        return self.inherited | {"date"} if dated else self.inherited


def inherited_keys(config: Mapping[str, Any]) -> frozenset[str]:
    """Keys that the ``defaults`` of a Jekyll configuration give to posts."""
    defaults = config.get("defaults")
    entries = defaults if isinstance(defaults, list) else []
    values = [entry.get("values") for entry in entries if isinstance(entry, dict)]
    return frozenset(str(key) for part in values if isinstance(part, dict) for key in part)
