"""Reads all posts of a folder for commands that look at each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.cli.progress import meter
from reviewer.site.entries import Entry, read_entries

if TYPE_CHECKING:
    from reviewer.site.folder import Folder


def read_all(folder: Folder) -> list[Entry]:
    """All entries of a folder, with progress on a terminal."""
    entries: list[Entry] = []
    with meter("Reading") as show:

        def adopt(batch: list[Entry], done: int, total: int) -> None:
            entries.extend(batch)
            show(done, total)

        read_entries(folder, adopt)
    return entries
