"""``reviewer edit``: change fields of many posts at once, and nothing else in them.

VALUE is written in YAML, as the site's engine reads it. KEY may lead into
groups and lists: seo.title, tldr.2 or tldr[2]; a backslash keeps a dot that
belongs to the key: a\\.b. The edits are made in the order in which they are
given; a post in which one of them cannot be made is left as it is. All others
are written together: if that fails, those written are put back. With --where,
posts that lack a field are left alone.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.cli.bulk_requests import Request, add_options, intentions_of
from reviewer.cli.finding import find
from reviewer.cli.progress import complain, meter, say
from reviewer.desk.bulk.guides import NeighbourGuides, SchemaGuides
from reviewer.desk.bulk.planning import REFUSED, UNCHANGED, BulkEdit, Plan, before_and_after
from reviewer.desk.bulk.shelf import Shelf
from reviewer.desk.bulk.wording import changes, posts
from reviewer.desk.bulk.workers import Planners
from reviewer.document.patch import unified
from reviewer.errors import ReviewerError, Where
from reviewer.site.folder import Folder, folder_of
from reviewer.site.index.library import Library
from reviewer.site.walking import never

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewer.desk.bulk.planning import Guides

FINE, FAILED = 0, 2


@dataclass(frozen=True, slots=True)
class Job:
    """Posts of one folder that are to be edited; ``named`` one by one, or found by a query."""

    folder: Folder
    paths: tuple[str, ...]
    guides: Guides
    named: dict[str, Path] | None = None

    def shown(self, path: str) -> Path:
        """A post as the user named it, or as it lies in the folder."""
        return self.named[path] if self.named else self.folder.root / path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "edit",
        help="change fields of many posts at once",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="posts, or with --where their folder"
    )
    parser.add_argument("--where", metavar="QUERY", help="edit the posts of a folder that fit this")
    add_options(parser)
    parser.add_argument("--diff", action="store_true", help="print what changes in each file")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--yes", action="store_true", help="do not ask before writing")
    parser.add_argument(
        "--undo",
        action="store_true",
        help="take back the last edit of the posts of a folder, or what was cut short of it",
    )
    parser.set_defaults(run=run, requests=[])


def run(args: argparse.Namespace) -> int:
    """Edit all files; returns the exit code, 2 if any could not be edited."""
    if args.undo:
        if args.requests or args.where is not None:
            raise ReviewerError("--undo goes alone with a folder.")
        return _undo(_one_folder(args.files, "--undo"))
    if not args.requests:
        raise ReviewerError("There is nothing to do.", remedy="Give --set, --unset, --rename …")
    if args.where is not None:
        return _run_found(_one_folder(args.files, "--where"), args)
    codes = [_edit(job, args) for job in _named_jobs(args.files)]
    return max(codes, default=FINE)


def _run_found(folder: Folder, args: argparse.Namespace) -> int:
    with Library(folder) as library:
        job = _found_job(library, args.where)
    return _edit(job, args)


def _edit(job: Job, args: argparse.Namespace) -> int:
    """Plan, show and write the edits of one folder's posts."""
    plan = _planned(job, args.requests, args)
    for planned in plan.posts:
        if planned.outcome == REFUSED:
            where = Where(job.shown(planned.path), planned.line, planned.column)
            complain(f"{where}: {' '.join(planned.says.split())}")
    if args.diff:
        _print_diffs(job, plan)
    if job.named is None:
        complain(_summary(plan))
    if plan.changes() and not args.dry_run and _agreed(job, plan, args):
        _write(job, plan)
    return FAILED if plan.counts[REFUSED] else FINE


def _planned(job: Job, requests: Sequence[Request], args: argparse.Namespace) -> Plan:
    is_named = job.named is not None
    intentions = intentions_of(requests, job.folder.engine.dialect, args, required=is_named)
    edit = BulkEdit(job.paths, intentions, begins=is_named)
    plan = Plan()
    planners = Planners(job.folder, job.guides)
    try:
        with meter("Looking") as show:
            for batch in planners.plan(edit, never):
                plan.add(batch)
                show(len(plan.posts), len(job.paths))
    finally:
        planners.close()
    return plan


def _write(job: Job, plan: Plan) -> None:
    changed = plan.changes()
    with meter("Writing") as show:
        Shelf(job.folder.root).apply(
            changed, changes(len(changed)), lambda done, total: show(done // 2, total // 2)
        )


def _print_diffs(job: Job, plan: Plan) -> None:
    for planned in plan.changes():
        texts = before_and_after(job.folder, planned)
        if texts is not None:
            say(unified(*texts, str(job.shown(planned.path))).rstrip("\n"))


def _summary(plan: Plan) -> str:
    counts = plan.counts
    parts = [f"{changes(len(plan.changes()))}"]
    if counts[UNCHANGED]:
        parts.append(f"{posts(counts[UNCHANGED])} left alone")
    if counts[REFUSED]:
        parts.append(f"{posts(counts[REFUSED])} refused")
    return ", ".join(parts) + "."


def _agreed(job: Job, plan: Plan, args: argparse.Namespace) -> bool:
    """Whether to go on; asked only of people, about posts that they have not named."""
    if job.named is not None or args.yes or not sys.stdin.isatty():
        return True
    answer = input(f"Change {posts(len(plan.changes()))}? [y/N] ")
    return answer.strip().lower() in ("y", "yes")


def _undo(folder: Folder) -> int:
    with meter("Writing") as show:
        outcome = Shelf(folder.root).take_back(lambda done, total: show(done // 2, total // 2))
    for path in outcome.left:
        complain(f"{folder.root / path}: It has been changed since, so it is left as it is.")
    complain(f"{posts(outcome.written)} put back.")
    return FAILED if outcome.left else FINE


# Which posts


def _one_folder(files: Sequence[Path], option: str) -> Folder:
    if len(files) != 1:
        raise ReviewerError(f"{option} goes with one folder.")
    return Folder.open(files[0])


def _found_job(library: Library, query: str) -> Job:
    """The posts that a query finds, in the order of their paths."""
    wanted = find(library, query)
    schema = library.learn()
    paths = tuple(row.path for row in library.rows() if row.id in wanted)
    return Job(library.folder, paths, SchemaGuides(schema))


def _named_jobs(files: Sequence[Path]) -> list[Job]:
    """The files, folder by folder, each under the path that it has there."""
    named: dict[Path, dict[str, Path]] = {}
    for file in files:
        parent = file.parent.resolve()
        root = _site_of(parent).root
        path = os.path.relpath(parent / file.name, root).replace(os.sep, "/")
        named.setdefault(root, {}).setdefault(path, file)
    jobs = []
    for root, paths in named.items():
        folder = _site_of(root)
        jobs.append(Job(folder, tuple(paths), NeighbourGuides(folder), paths))
    return jobs


@cache
def _site_of(folder: Path) -> Folder:
    """The site that the files of a folder belong to, looked for once."""
    return folder_of(folder / "post.md")
