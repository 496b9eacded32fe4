"""``reviewer repair``: mend front matter that cannot be read.

For each broken post it is told what is wrong and what would be done about it.
Nothing is written without --write; what a post said before stays in its local
history. Every repair is tried first: the front matter reads, all other lines
stay as they are, and so do the values that could be read before.

The exit code is 0 when no post is broken any more, 1 when repairs wait to be
written, and 2 when a post could not be mended.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli.named_posts import posts_at, site_at
from reviewer.cli.progress import complain, say, tracked
from reviewer.desk.local_history.keeping import LocalHistory, Replaced
from reviewer.document.operations import EditRefused
from reviewer.document.patch import unified
from reviewer.document.post import Post
from reviewer.document.repair.proposing import proposals
from reviewer.errors import ReviewerError, Where
from reviewer.site import storage

if TYPE_CHECKING:
    from reviewer.document.repair.proposal import Proposal
    from reviewer.site.folder import Folder

FINE, WAITING, FAILED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; ``templates`` too, where they are named one by one."""

    diff: bool
    write: bool
    templates: bool


@dataclass(frozen=True, slots=True)
class Broken:
    """A post that cannot be read, or that the site takes for one without front matter."""

    folder: Folder
    path: str
    stored: storage.Stored
    post: Post

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self.folder.root / self.path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "repair",
        help="mend front matter that cannot be read",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    parser.add_argument("--diff", action="store_true", help="print what changes in each file")
    parser.add_argument("--write", action="store_true", help="write the mended posts")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at all posts; returns the exit code."""
    codes = [FINE]
    for path in args.paths:
        folder = site_at(path)
        wanted = Wanted(args.diff, args.write, path.is_file())
        posts = tracked(posts_at(folder, path), "Reading")
        codes += (_attempted(folder, post, wanted) for post in posts)
    return max(codes)


def _attempted(folder: Folder, path: str, wanted: Wanted) -> int:
    """One post; what goes wrong with it does not keep the others from being mended."""
    try:
        return _looked_at(folder, path, wanted)
    except (ReviewerError, OSError) as error:
        complain(str(error))
        return FAILED


def _looked_at(folder: Folder, path: str, wanted: Wanted) -> int:
    stored = storage.read_post(folder.root / path)
    post = Post.from_bytes(stored.data, dialect=folder.engine.dialect)
    if post.read_only and not wanted.templates:  # the templates of a folder are as they should be
        return FINE
    found = proposals(post, most=1)
    if found:
        return _mended(Broken(folder, path, stored, post), found[0], wanted)
    if post.problem is None:
        return FINE
    complain(f"{path}:{post.problem.where.line}: {post.problem.what} {post.problem.remedy}")
    return FAILED


def _mended(broken: Broken, proposal: Proposal, wanted: Wanted) -> int:
    for step in proposal.steps:
        say(f"{broken.path}:{step.line}: {step.what} {step.doing}.")
    if wanted.diff:
        sys.stdout.write(unified(broken.post.text, proposal.text, broken.path))
    if not wanted.write:
        return WAITING
    _write(broken, proposal)
    return FINE


def _write(broken: Broken, proposal: Proposal) -> None:
    try:
        data = broken.post.with_edits(proposal.edits).to_bytes()
    except EditRefused as error:
        raise ReviewerError(error.what, where=Where(broken.file)) from error
    before = broken.stored
    after = storage.save(broken.file, data, before.digest)
    replaced = Replaced(broken.path, before.data, before.digest, after.digest)
    LocalHistory(broken.folder.root).keep([replaced])
