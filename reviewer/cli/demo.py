"""``reviewer demo``: the main job, done by itself in the real window, off screen.

Shows on any machine, with a display or without, that Reviewer works there.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "demo", help="do the main job on the sample site, off screen", description=__doc__
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FOLDER",
        help="where to leave the site and a picture of each step (default: a new folder)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Do the job and tell each step; returns the exit code."""
    window = import_module("reviewer.ui.automation.demo")
    for line in window.perform(args.output):
        print(line, flush=True)
    return 0
