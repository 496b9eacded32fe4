"""Reads all posts of a folder, by its index, for commands that look at each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.progress import meter
from reviewer.site.entries import Entry, recalled
from reviewer.site.index.inventory import Inventory
from reviewer.site.index.messages import Rows

if TYPE_CHECKING:
    from reviewer.site.folder import Folder
    from reviewer.site.index.messages import News


def read_all(folder: Folder) -> list[Entry]:
    """All entries of a folder, sorted by path."""
    with Inventory(folder) as inventory:
        bring_up_to_date(inventory)
        return list(map(recalled, inventory.posts(inventory.ids())))


def bring_up_to_date(inventory: Inventory) -> None:
    """Read what changed, with progress on a terminal."""
    with meter("Reading") as show:

        def hear(news: News) -> None:
            if isinstance(news, Rows):
                show(news.done, news.total)

        inventory.refresh(hear)
