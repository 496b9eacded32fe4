"""``reviewer merge-driver``: the merge of posts for Git, and its installation.

Git calls it with the base, ours, theirs and the path of a file that both sides
changed. The result is written over ours: fields merge by field, the body by
line. The exit code is 0 for a clean merge and 1 for conflicts, which are left
between Git's markers.

--install tells Git to use it for Markdown files in this repository (or in all
of yours, with --global); --uninstall takes that back.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli import merge_setup
from reviewer.cli.progress import complain, say
from reviewer.document.dialect import Dialect
from reviewer.document.merge import merge
from reviewer.document.merge_marked import MARKER_SIZE, marked
from reviewer.document.operations import EditRefused
from reviewer.document.post import Post
from reviewer.errors import ReviewerError
from reviewer.site.folder import folder_of

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEAN, CONFLICT = 0, 1
FILES = 4


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "merge-driver",
        help="merge posts for Git, field by field",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="%%O %%A %%B %%P: base, ours, theirs, path"
    )
    parser.add_argument("--marker-size", type=int, default=MARKER_SIZE, metavar="N", help="%%L")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--install", action="store_true", help="have Git merge posts this way")
    way.add_argument("--uninstall", action="store_true", help="have Git merge them its own way")
    parser.add_argument("--global", dest="everywhere", action="store_true", help="for all of yours")
    parser.add_argument(
        "--repository", type=Path, default=Path(), metavar="FOLDER", help="instead of this one"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Merge, or set up; returns the exit code."""
    if args.install or args.uninstall:
        change = merge_setup.install if args.install else merge_setup.uninstall
        for line in change(args.repository, everywhere=args.everywhere):
            say(line)
        return CLEAN
    if len(args.files) != FILES:
        raise ReviewerError(
            "A merge takes four files: base, ours, theirs, and the path.",
            remedy="Git gives them; --install sets it up.",
        )
    base, ours, theirs, path = map(Path, args.files)
    return merge_files((base, ours, theirs), path, args.marker_size)


def merge_files(files: Sequence[Path], path: Path, marker_size: int) -> int:
    """Merge base, ours and theirs into ours; returns the exit code."""
    versions = [file.read_bytes() for file in files]
    dialect = _dialect(path)
    base, ours, theirs = (Post.from_bytes(data, dialect=dialect) for data in versions)
    if any(_is_binary(post) for post in (base, ours, theirs)):
        return _left_as_it_is(path)
    merged = merge(base, ours, theirs)
    try:
        result = merged.post if merged.is_clean else marked(merged, theirs, marker_size)
    except EditRefused:
        return _left_as_it_is(path)
    files[1].write_bytes(result.to_bytes())
    return CLEAN if merged.is_clean else CONFLICT


def _dialect(path: Path) -> Dialect:
    """How values are read where the file belongs, which need not be there during a merge."""
    try:
        return folder_of(path).engine.dialect
    except (ReviewerError, OSError):
        return Dialect.YAML_1_1


def _is_binary(post: Post) -> bool:
    return "\0" in post.text


def _left_as_it_is(path: Path) -> int:
    """Like Git with a picture: ours stays, and the conflict is told."""
    complain(f"{path}: The versions cannot stand in one text file; ours is kept, choose by hand.")
    return CONFLICT
