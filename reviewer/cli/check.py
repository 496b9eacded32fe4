"""``reviewer check``: what is wrong with posts, measured by what their folder shows to be usual.

PATH is a folder, or a post or folder inside a site: then all posts of the site
tell what is usual. Ends with 1 when there is a finding of severity error.
"""

from __future__ import annotations

import argparse
import json
import os
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reviewer.checks.engine import in_order
from reviewer.cli.progress import complain, meter
from reviewer.cli.reading import bring_up_to_date
from reviewer.cli.report import Checked, as_json, line_of, summary
from reviewer.cli.showing import one_line
from reviewer.errors import ReviewerError, Where
from reviewer.schema.finding import Severity
from reviewer.site import storage
from reviewer.site.entries import read_entry
from reviewer.site.folder import Folder, folder_of
from reviewer.site.index.library import Library
from reviewer.site.reading.pool import Readers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from reviewer.checks.sieve import Sieve
    from reviewer.schema.finding import Finding

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
    posts: list[Checked] = []
    failed = False
    with Checker(with_baseline=args.baseline) as checker:
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
    """A folder that has been checked; ``told`` is what counts, by the paths of posts."""

    library: Library
    sieve: Sieve
    paths: tuple[str, ...]
    told: dict[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, library: Library, sieve: Sieve) -> Known:
        """All that there is to say of a folder, once its posts have been checked."""
        paths = tuple(row.path for row in library.rows())
        return cls(library, sieve, paths, dict(library.told(sieve)))

    def findings(self, path: str) -> tuple[Finding, ...]:
        """What counts of the findings of one post, or of a file that is no post of the site's."""
        if path in self.told or path in self.paths:
            return self.told.get(path, ())
        folder, library = self.library.folder, self.library
        entry = read_entry(folder, path)
        data = storage.read(folder.resolve(path)).data
        found = in_order((*library.judged(entry), *library.remarks(path, data)))
        return self.sieve.sift(path, entry.data, found).told


class Checker:
    """Checks posts by the rules of their folder; a context manager that lets go of its index."""

    def __init__(self, *, with_baseline: bool = False) -> None:
        self._with_baseline = with_baseline
        self._known: dict[Path, Known] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

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
        known = self._learn(folder)
        for name in known.paths:
            if name.startswith(below):
                shown = os.path.join(path, name.removeprefix(below))
                yield Checked(shown, known.told.get(name, ()))

    def _site_and_part(self, path: Path) -> tuple[Folder, str]:
        """The folder; for one inside a site the site, and where its posts lie there."""
        own = Folder.open(path)
        site = folder_of(own.root / "a post")
        if own.engine.config_file or site.root == own.root:
            return own, ""
        below = f"{site.relative(own.root)}/"
        paths = self._learn(site).paths
        return (site, below) if any(each.startswith(below) for each in paths) else (own, "")

    def _check_file(self, path: Path) -> Checked:
        folder = folder_of(path)
        return Checked(str(path), self._learn(folder).findings(folder.relative(path)))

    def _learn(self, folder: Folder) -> Known:
        """All that is known of a folder; what is wrong with its configurations is told once."""
        if folder.root not in self._known:
            readers = self._open.enter_context(Readers())
            library = self._open.enter_context(Library(folder, readers))
            check_all(library)
            sieve = library.sieve if self._with_baseline else library.sieve.without_baseline()
            for notice in (*library.rules.schema.notices, *sieve.notices):
                complain(one_line(str(notice)))
            self._known[folder.root] = Known.of(library, sieve)
        return self._known[folder.root]


def check_all(library: Library) -> None:
    """Read, learn and check what is new in a folder, with progress on a terminal."""
    bring_up_to_date(library)
    library.learn()
    library.heed()
    with meter("Checking") as show:
        library.check(lambda _checked, done, total: show(done, total))
    with meter("Examining") as show:
        library.examine(lambda _checked, done, total: show(done, total))


def _why_not(path: Path) -> str:
    if path.is_symlink():
        return "This link leads to no file or folder."
    exists = os.path.lexists(path)
    return "This is no file of text." if exists else "There is no such file or folder."
