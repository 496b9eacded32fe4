"""``reviewer check``: what is wrong with posts, measured by what their folder shows to be usual.

PATH is a folder, or a post or folder inside a site: then all posts of the site
tell what is usual. Ends with 1 when there is a finding of severity error.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.checks.engine import check_entry
from reviewer.cli.list import read_all
from reviewer.cli.progress import complain, tracked
from reviewer.cli.report import Checked, as_json, line_of, one_line, summary
from reviewer.errors import ReviewerError, Where
from reviewer.schema.finding import Severity
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
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check all posts and print what was found; returns the exit code."""
    checker = Checker()
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


class Checker:
    """Checks posts by the schema of their folder, which it learns once."""

    def __init__(self) -> None:
        self._learnt: dict[Path, tuple[list[Entry], Schema]] = {}

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
        entries, schema = self._learn(folder)
        part = [entry for entry in entries if entry.path.startswith(below)]
        for entry in tracked(part, "Checking"):
            shown = os.path.join(path, entry.path.removeprefix(below))
            yield _checked(shown, folder, entry, schema)

    def _site_and_part(self, path: Path) -> tuple[Folder, str]:
        """The folder; for one inside a site the site, and where its posts lie there."""
        own = Folder.open(path)
        site = folder_of(own.root / "a post")
        if own.engine.config_file or site.root == own.root:
            return own, ""
        below = f"{site.relative(own.root)}/"
        entries, _schema = self._learn(site)
        return (site, below) if any(each.path.startswith(below) for each in entries) else (own, "")

    def _check_file(self, path: Path) -> Checked:
        folder = folder_of(path)
        entries, schema = self._learn(folder)
        name = folder.relative(path)
        known = next((entry for entry in entries if entry.path == name), None)
        return _checked(str(path), folder, known or read_entry(folder, name), schema)

    def _learn(self, folder: Folder) -> tuple[list[Entry], Schema]:
        if folder.root not in self._learnt:
            entries = read_all(folder)
            self._learnt[folder.root] = (entries, learn(folder.engine, entries))
        return self._learnt[folder.root]


def _why_not(path: Path) -> str:
    if path.is_symlink():
        return "This link leads to no file or folder."
    exists = os.path.lexists(path)
    return "This is no file of text." if exists else "There is no such file or folder."


def _checked(shown: str, folder: Folder, entry: Entry, schema: Schema) -> Checked:
    content_type = schema.type_for(entry.path, entry.data)
    return Checked(shown, check_entry(entry, content_type, folder.engine.dialect))
