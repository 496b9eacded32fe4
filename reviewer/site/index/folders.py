"""Which folders tell the posts of a site apart.

Many sites keep everything in one folder, or in one folder of one folder
(``content/en``): a line for that one would say nothing. So a folder that holds
nearly all posts gives way to the folders in it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NEARLY_ALL = 0.75


@dataclass(frozen=True, slots=True)
class Place:
    """A folder ("" for the site's own) with its posts; ``alone`` without those further down."""

    folder: str
    count: int
    alone: bool = False


def telling_places(direct: Mapping[str, int]) -> list[Place]:
    """The folders to choose from, the fullest first.

    ``direct`` counts the posts that lie right in each folder.
    """
    total = sum(direct.values())
    places = [Place("", total)]
    while True:
        largest = max(places, key=lambda place: place.count)
        parts = list(_parts(largest, direct))
        if largest.count <= NEARLY_ALL * total or not any(not part.alone for part in parts):
            return sorted(places, key=lambda place: (-place.count, place.folder))
        places.remove(largest)
        places += parts


def is_within(folder: str, outer: str) -> bool:
    """Whether ``folder`` is ``outer`` or lies somewhere below it."""
    return not outer or folder == outer or folder.startswith(f"{outer}/")


def _parts(place: Place, direct: Mapping[str, int]) -> Iterator[Place]:
    if place.alone:
        return
    below: Counter[str] = Counter()
    for folder, count in direct.items():
        if folder != place.folder and is_within(folder, place.folder):
            below[_child(place.folder, folder)] += count
    own = direct.get(place.folder, 0)
    if own:
        yield Place(place.folder, own, alone=True)
    for child, count in below.items():
        yield Place(child, count)


def _child(outer: str, folder: str) -> str:
    start = len(outer) + 1 if outer else 0
    end = folder.find("/", start)
    return folder if end < 0 else folder[:end]
