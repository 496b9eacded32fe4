"""``reviewer report``: what was found in a folder, as one HTML file to hand around.

It needs nothing from the web and nothing beside it: numbers, findings by rule
and by post, as they are at this moment.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from reviewer.cli.checking import Checker, Wanted
from reviewer.cli.report import Checked, summary
from reviewer.cli.report_page import page
from reviewer.errors import ReviewerError, Where


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "report",
        help="write what is wrong with a folder's posts as a page",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE.html")
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="tell only what is new since reviewer baseline was run",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page; returns the exit code."""
    if not args.folder.is_dir():
        raise ReviewerError("There is no such folder.", where=Where(args.folder))
    with Checker(Wanted(with_baseline=args.baseline)) as checker:
        asked = checker.ask(args.folder)
        posts = [Checked(path, asked.known.findings(path)) for path in asked.shown]
    now = dt.datetime.now().astimezone()
    text = page(args.folder.resolve().name, posts, f"As of {now:%d %B %Y, %H:%M}")
    # What no encoding can write, such as half of a character, is shown as a question mark.
    args.output.write_bytes(text.encode("utf-8", "replace"))
    print(f"{args.output}: {summary(posts)}")
    return 0
