"""``reviewer list``: the posts of a folder, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.progress import meter
from reviewer.cli.report import one_line, plain
from reviewer.site.entries import Entry, read_entries
from reviewer.site.folder import Folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

COLUMNS = ("path", "title", "date", "category", "draft", "format", "problem")
WIDEST_CATEGORY = 20


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser("list", help="list the posts of a folder", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--format",
        choices=sorted(_WRITERS),
        default="table",
        help="json has all front matter as well (default: table)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the posts, sorted by path; returns the exit code."""
    entries = read_all(Folder.open(args.folder))
    _WRITERS[args.format](entries)
    return 0


def read_all(folder: Folder) -> list[Entry]:
    """All entries of a folder, with progress on a terminal."""
    entries: list[Entry] = []
    with meter("Reading") as show:

        def adopt(batch: list[Entry], done: int, total: int) -> None:
            entries.extend(batch)
            show(done, total)

        read_entries(folder, adopt)
    return entries


def _write_table(entries: Sequence[Entry]) -> None:
    width = shutil.get_terminal_size((0, 0)).columns if sys.stdout.isatty() else 0
    rows = [tuple(one_line(cell) for cell in _cells(each)) for each in entries]
    category = min(max((len(row[1]) for row in rows), default=0), WIDEST_CATEGORY)
    path = max((len(row[2]) for row in rows), default=0)
    for row in rows:
        line = f"{row[0]:10}  {row[1][:category]:{category}}  {row[2]:{path}}  {row[3]}".rstrip()
        print(line[:width] if width else line)


def _cells(entry: Entry) -> tuple[str, str, str, str]:
    return (entry.date[:10], entry.category, entry.path, _title(entry))


def _title(entry: Entry) -> str:
    if entry.problem:
        return f"{entry.title}  (problem: {entry.problem})"
    return f"{entry.title}  (draft)" if entry.draft else entry.title


def _write_json(entries: Sequence[Entry]) -> None:
    rows = [{**_row(each), "data": plain(each.data)} for each in entries]
    print(json.dumps(rows, indent=2))


def _write_csv(entries: Sequence[Entry]) -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**_row(each), "draft": "yes" if each.draft else "no"} for each in entries)


def _row(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in COLUMNS}


_WRITERS: dict[str, Callable[[Sequence[Entry]], None]] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
