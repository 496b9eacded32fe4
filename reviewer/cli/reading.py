"""Brings the index of a folder up to date, with progress on a terminal."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from reviewer.cli.progress import meter
from reviewer.site.index.news import Gone, Moved, Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.site.index.inventory import Inventory
    from reviewer.site.index.messages import News, Row


def read_rows(inventory: Inventory) -> list[Row]:
    """The rows of all posts as they are now, sorted by path.

    Kept as they are told while the files are read, which is quicker than asking for them after.
    """
    rows: dict[int, Row] = {}

    def keep(news: News) -> None:
        if isinstance(news, Rows):
            rows.update({row.id: row for row in news.rows})
        elif isinstance(news, Moved) and news.id in rows:
            rows[news.id] = rows[news.id]._replace(path=news.path)
        elif isinstance(news, Gone):
            for id in news.ids:
                rows.pop(id, None)

    bring_up_to_date(inventory, keep)
    return sorted(rows.values(), key=attrgetter("path"))


def bring_up_to_date(
    inventory: Inventory, told: Callable[[News], None] = lambda _news: None
) -> None:
    """Read what changed, with progress on a terminal; ``told`` hears what is told of it."""
    with meter("Reading") as show:

        def hear(news: News) -> None:
            told(news)
            if isinstance(news, Rows):
                show(news.done, news.total)

        inventory.refresh(hear)
