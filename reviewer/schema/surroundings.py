"""What inference must know of the site around the posts, without knowing the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewer.schema.inherited import Inherited

EITHER = frozenset({"redirect_from", "redirect_to", "author", "authors"})
"""Keys that the usual plugins of all engines read both ways."""
_NOTHING: frozenset[str] = frozenset()
_DATE = frozenset({"date"})
_DATED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``timezone``: how times without zone are read ("": it does not matter).

    ``site_timezone`` is the zone that the configuration names besides;
    ``inherited`` are values that the configuration supplies to posts without
    them; ``date_in_name`` says that a file's name can give its date; ``either``
    are keys whose value may be one text or a list of them, ``also`` names
    for other keys a second kind of value that the engine reads.
    """

    timezone: str = ""
    site_timezone: str = ""
    inherited: tuple[Inherited, ...] = ()
    date_in_name: bool = False
    either: frozenset[str] = EITHER
    also: Mapping[str, str] = field(default_factory=dict)

    def supplies(self, path: str) -> frozenset[str]:
        """Keys that this post need not write itself; a draft has no date yet."""
        folder, _slash, name = path.rpartition("/")
        dated = (self.date_in_name and _DATED.match(name)) or "_drafts" in folder.split("/")
        keys = self._inherited_keys(path) if self.inherited else _NOTHING
        return keys | _DATE if dated else keys

    def values_for(self, path: str) -> dict[str, Any]:
        """What the configuration gives a post that does not say otherwise; the last one counts."""
        found: dict[str, Any] = {}
        for each in self.inherited:
            if each.fits(path):
                found |= each.values
        return found

    def _inherited_keys(self, path: str) -> frozenset[str]:
        return frozenset(key for each in self.inherited if each.fits(path) for key in each.values)
