"""All posts of a folder at once, for commands that look at the front matter of each.

Apart from ``reading``, since what it takes to make entries is slow to load.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.reading import bring_up_to_date
from reviewer.site.entries import Entry, recalled
from reviewer.site.index.inventory import Inventory

if TYPE_CHECKING:
    from reviewer.site.folder import Folder


def read_all(folder: Folder) -> list[Entry]:
    """All entries of a folder, sorted by path."""
    with Inventory(folder) as inventory:
        bring_up_to_date(inventory)
        return list(map(recalled, inventory.posts(inventory.ids())))
