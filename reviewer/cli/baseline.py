"""``reviewer baseline``: accept all findings that a folder has now.

They are written to .reviewer/baseline.jsonl; from then on ``reviewer check
--baseline`` tells only what is new. Run it again once old findings are mended.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from reviewer.checks import baseline
from reviewer.cli.checking import check_all
from reviewer.cli.progress import complain
from reviewer.cli.showing import one_line
from reviewer.site import storage
from reviewer.site.folder import Folder
from reviewer.site.index.library import Library
from reviewer.site.index.survey import baseline_text


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "baseline",
        help="accept all findings that a folder has now",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the baseline; returns the exit code."""
    folder = Folder.open(args.folder)
    with Library(folder) as library:
        check_all(library)
        text = baseline_text(library)
        notices = (*library.rules.schema.notices, *library.sieve.waivers.notices)
    for notice in notices:
        complain(one_line(str(notice)))
    path = folder.root / baseline.FILE
    path.parent.mkdir(exist_ok=True)
    before = storage.read(path).digest if path.exists() else None
    storage.save(path, text.encode(), before)
    number = len(text.splitlines())
    print(f"{path}: {number:,} finding{'s' if number != 1 else ''} will not be told again.")
    return 0
