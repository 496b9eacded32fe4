"""Measures Reviewer on many posts and prints the figures beside their aims.

``python -m tests.benchmarks [--posts N] [--rounds N] [--only NAME...]`` makes
folders of N and of ten times N posts, alike in kind to real ones, and measures
Reviewer and its peers in the same run, in turns; each figure is a median. The
cost of the system's cache of files is left out: all files have just been read.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from tests.benchmarks import table
from tests.benchmarks.figure import Skipped
from tests.benchmarks.figures import (
    bulk_edit,
    checking,
    growth,
    judging,
    listing,
    preview,
    reopening,
    window,
)
from tests.benchmarks.ground import Ground
from tests.benchmarks.timing import CommandFailed
from tests.support.isolation import isolate, remove

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figure import Figure, Line

FIGURES: dict[str, Figure] = {
    "hugo": listing.over_hugo,
    "gray-matter": listing.over_gray_matter,
    "growth": growth.growth,
    "reopening": reopening.reopening,
    "first-rows": window.first_rows,
    "stalls": window.stalls,
    "narrowing": window.narrowing,
    "memory": window.weight,
    "preview": preview.preview,
    "bulk-edit": bulk_edit.bulk_edit,
    "check": checking.checking,
    "check-texts": checking.checking_texts,
    "inference": judging.inference,
    "validation": judging.validation,
}


def main() -> None:
    """Measure and print the table, line by line."""
    args = _arguments()
    # Before the environment is made private: what was brought once is kept.
    tools = user_cache_path("reviewer-benchmarks")
    private = isolate()
    try:
        with tempfile.TemporaryDirectory() as name:
            ground = Ground(args.folder or Path(name), args.posts, args.rounds, tools)
            ground.folder.mkdir(parents=True, exist_ok=True)
            print(f"{ground.posts} and {ground.many} posts, medians of {ground.rounds}")
            print(table.heading(), flush=True)
            for found in _measure(args.only, ground):
                print(table.line(found), flush=True)
    finally:
        remove(private)


def _measure(names: list[str], ground: Ground) -> Iterator[Line]:
    for name in names or FIGURES:
        try:
            yield from FIGURES[name](ground)
        except CommandFailed as error:
            yield Skipped(name, str(error))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000, help="posts in the usual folder")
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many")
    parser.add_argument("--only", nargs="+", choices=FIGURES, default=[], metavar="NAME")
    parser.add_argument("--folder", type=Path, help="where generated posts are kept for next time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
