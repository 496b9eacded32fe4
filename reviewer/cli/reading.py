"""Brings the index of a folder up to date, with progress on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.progress import meter
from reviewer.site.index.messages import Rows

if TYPE_CHECKING:
    from reviewer.site.index.inventory import Inventory
    from reviewer.site.index.messages import News


def bring_up_to_date(inventory: Inventory) -> None:
    """Read what changed, with progress on a terminal."""
    with meter("Reading") as show:

        def hear(news: News) -> None:
            if isinstance(news, Rows):
                show(news.done, news.total)

        inventory.refresh(hear)
