"""``reviewer list``: the posts of a folder, as a table or for other programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.reading import read_rows
from reviewer.cli.showing import one_line, plain
from reviewer.site.folder import Folder
from reviewer.site.index.codec import decode
from reviewer.site.index.inventory import Inventory

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence

    from reviewer.site.index.messages import Row
    from reviewer.site.reading.posts import ReadPost

    Writer = Callable[[Inventory, Sequence[Row]], None]

COLUMNS = ("path", "title", "date", "category", "draft", "format", "problem")
WIDEST_CATEGORY = 20
AT_ONCE = 1000
"""Posts that are written together: a call for each line takes longer than listing."""


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
    parser.add_argument("--where", metavar="QUERY", help="list only the posts that fit this")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the posts, sorted by path; returns the exit code."""
    folder = Folder.open(args.folder)
    write = _WRITERS[args.format]
    if args.where is not None:
        _list_found(folder, args.where, write)
        return 0
    with Inventory(folder) as inventory:
        write(inventory, read_rows(inventory))
    return 0


def _list_found(folder: Folder, query: str, write: Writer) -> None:
    # What searches takes longer to load than a whole folder takes to list.
    from reviewer.cli.finding import find
    from reviewer.site.index.library import Library

    with Library(folder) as library:
        chosen = find(library, query)
        write(library, [row for row in library.rows() if row.id in chosen])


def _write_table(_inventory: Inventory, found: Sequence[Row]) -> None:
    rows = [tuple(map(one_line, _cells(row))) for row in found]
    width = shutil.get_terminal_size((0, 0)).columns if sys.stdout.isatty() else 0
    category = min(max((len(row[1]) for row in rows), default=0), WIDEST_CATEGORY)
    path = max((len(row[2]) for row in rows), default=0)
    lines = (
        f"{row[0]:10}  {row[1][:category]:{category}}  {row[2]:{path}}  {row[3]}".rstrip()
        for row in rows
    )
    _print((line[:width] for line in lines) if width else lines)


def _cells(row: Row) -> tuple[str, str, str, str]:
    return (row.date[:10], row.category, row.path, _title(row))


def _title(row: Row) -> str:
    if row.problem:
        return f"{row.title}  (problem: {row.problem})"
    return f"{row.title}  (draft)" if row.draft else row.title


def _write_json(inventory: Inventory, found: Sequence[Row]) -> None:
    posts = [
        {**_columns(each), "data": plain(decode(each.data))}
        for each in inventory.posts([row.id for row in found])
    ]
    print(json.dumps(posts, indent=2))


def _write_csv(inventory: Inventory, found: Sequence[Row]) -> None:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    writer.writeheader()
    posts = map(_columns, inventory.posts([row.id for row in found]))
    writer.writerows({**each, "draft": "yes" if each["draft"] else "no"} for each in posts)
    sys.stdout.write(lines.getvalue())


def _columns(post: ReadPost) -> dict[str, Any]:
    return {**{name: getattr(post, name) for name in COLUMNS}, "draft": bool(post.draft)}


def _print(lines: Iterable[str]) -> None:
    """Print lines, many at a time."""
    waiting = iter(lines)
    while some := list(islice(waiting, AT_ONCE)):
        sys.stdout.write("\n".join([*some, ""]))


_WRITERS: dict[str, Writer] = {
    "table": _write_table,
    "json": _write_json,
    "csv": _write_csv,
}
