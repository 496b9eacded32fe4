"""``reviewer check``: what is wrong with posts, measured by what their folder shows to be usual.

PATH is a folder, or a post or folder inside a site: then all posts of the site
tell what is usual. Ends with 1 when there is a finding of severity error.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.checks.sieve import Sieve, Sifted
from reviewer.cli.all_posts import read_all
from reviewer.cli.progress import complain, tracked
from reviewer.cli.report import Checked, as_json, line_of, one_line, summary
from reviewer.errors import ReviewerError, Where
from reviewer.schema.finding import Severity
from reviewer.schema.neighbours import Gathered
from reviewer.site.entries import Entry, read_entry
from reviewer.site.folder import Folder, folder_of
from reviewer.site.learning import learn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reviewer.schema.inference import Schema

FINE, FINDINGS, FAILED = 0, 1, 2


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "check",
        help="find what is wrong with posts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="tell only what is new since reviewer baseline was run",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check all posts and print what was found; returns the exit code."""
    checker = Checker(with_baseline=args.baseline)
    posts: list[Checked] = []
    failed = False
    for path in args.paths:
        try:
            posts += checker.check(path)
        except ReviewerError as error:
            complain(one_line(str(error)))
            failed = True
    if posts or not failed:
        _print(posts, args.format)
    if failed:
        return FAILED
    worst = max((each.severity for post in posts for each in post.findings), default=None)
    return FINDINGS if worst is Severity.ERROR else FINE


def _print(posts: Sequence[Checked], form: str) -> None:
    if form == "json":
        print(json.dumps(as_json(posts), indent=2))
        return
    for post in posts:
        for finding in post.findings:
            print(line_of(post.path, finding))
    print(summary(posts))


@dataclass(frozen=True, slots=True)
class Known:
    """A folder that has been read: its posts, what holds for them, what was accepted."""

    folder: Folder
    entries: list[Entry]
    schema: Schema
    posts: Gathered
    sieve: Sieve

    def check(self, entry: Entry) -> Sifted:
        """The findings of one post, sorted out."""
        content_type = self.schema.type_for(entry.path, entry.data)
        around = self.posts.around(entry.path)
        found = check_entry(entry, content_type, self.folder.engine.dialect, around)
        return self.sieve.sift(entry.path, entry.data, found)


class Checker:
    """Checks posts by the schema of their folder, which it learns once."""

    def __init__(self, *, with_baseline: bool = False) -> None:
        self._with_baseline = with_baseline
        self._known: dict[Path, Known] = {}

    def check(self, path: Path) -> Iterator[Checked]:
        """The posts at ``path``, a folder or one file; raises ``ReviewerError``."""
        if path.is_dir():
            yield from self._check_folder(path)
        elif path.is_file():
            yield self._check_file(path)
        else:
            raise ReviewerError(_why_not(path), where=Where(path))

    def _check_folder(self, path: Path) -> Iterator[Checked]:
        folder, below = self._site_and_part(path)
        known = self.learn(folder)
        part = [entry for entry in known.entries if entry.path.startswith(below)]
        for entry in tracked(part, "Checking"):
            shown = os.path.join(path, entry.path.removeprefix(below))
            yield Checked(shown, known.check(entry).told)

    def _site_and_part(self, path: Path) -> tuple[Folder, str]:
        """The folder; for one inside a site the site, and where its posts lie there."""
        own = Folder.open(path)
        site = folder_of(own.root / "a post")
        if own.engine.config_file or site.root == own.root:
            return own, ""
        below = f"{site.relative(own.root)}/"
        entries = self.learn(site).entries
        return (site, below) if any(each.path.startswith(below) for each in entries) else (own, "")

    def _check_file(self, path: Path) -> Checked:
        folder = folder_of(path)
        known = self.learn(folder)
        name = folder.relative(path)
        entry = next((entry for entry in known.entries if entry.path == name), None)
        return Checked(str(path), known.check(entry or read_entry(folder, name)).told)

    def learn(self, folder: Folder) -> Known:
        """All that is known of a folder; what is wrong with its configurations is told once."""
        if folder.root not in self._known:
            entries = read_all(folder)
            schema = learn(folder.engine, entries, folder.root)
            sieve = Sieve.of(folder.root, with_baseline=self._with_baseline)
            for notice in (*schema.notices, *sieve.notices):
                complain(one_line(str(notice)))
            posts = Gathered.of(((each.path, each.data) for each in entries), schema.name_for)
            self._known[folder.root] = Known(folder, entries, schema, posts, sieve)
        return self._known[folder.root]


def _why_not(path: Path) -> str:
    if path.is_symlink():
        return "This link leads to no file or folder."
    exists = os.path.lexists(path)
    return "This is no file of text." if exists else "There is no such file or folder."
