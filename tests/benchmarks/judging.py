"""Reads a folder that no index knows, learns from its posts and checks them all, step by step.

``python -m tests.benchmarks.judging FOLDER``, in the environment in which the
index is to lie. Prints the seconds of each step as JSON, all in this process
alone. ``learnt`` and ``checked`` are the rules over posts at hand; the same with
taking the posts out of the index and keeping there what was found, and with
what all posts together say, is ``learnt_by_index`` and ``checked_by_index``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from reviewer.site.learning import learn
from reviewer.site.reading.pool import Readers
from tests.benchmarks.timing import seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.schema.schema import Schema
    from reviewer.site.entries import Entry


def main() -> None:
    """Measure and print."""
    folder = Folder.open(Path(sys.argv[1]))
    with Readers(processes=1) as readers, Library(folder, readers) as library:
        found = {"read": seconds(lambda: library.refresh(lambda _news: None))}
        entries = list(library.entries(library.ids()))
        found["learnt"] = seconds(lambda: learn(folder.engine, entries, folder.root))
        schema = learn(folder.engine, entries, folder.root)
        found["checked"] = seconds(lambda: _check(folder, entries, schema))
        found["learnt_by_index"] = seconds(library.learn)
        found["checked_by_index"] = seconds(lambda: library.check(lambda *_batch: None))
    print(json.dumps(found))


def _check(folder: Folder, entries: Sequence[Entry], schema: Schema) -> None:
    for entry in entries:
        check_entry(entry, schema.type_for(entry.path, entry.data), folder.engine.dialect)


if __name__ == "__main__":
    main()
