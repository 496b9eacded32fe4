"""``reviewer check``: what is wrong with posts, measured by what their folder shows to be usual.

PATH is a folder, or a post or folder inside a site: then all posts of the site
tell what is usual. Ends with 1 when there is a finding of severity error, or
of any severity that --severity lets through; with --diff, when a fix would
change a post; with 2 when something could not be checked.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.checks.selection import SEVERITIES, Choice
from reviewer.cli.checking import Checker, Wanted
from reviewer.cli.formats import FORMATS
from reviewer.cli.progress import complain
from reviewer.cli.showing import one_line
from reviewer.errors import ReviewerError
from reviewer.schema.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeVar

    Found = TypeVar("Found")

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
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    _add_choice(parser)
    parser.add_argument(
        "--baseline",
        action="store_true",
        help="tell only what is new since reviewer baseline was run",
    )
    fixing = parser.add_mutually_exclusive_group()
    fixing.add_argument("--fix", action="store_true", help="mend what is safe to mend")
    fixing.add_argument(
        "--diff", action="store_true", help="print what --fix would change, and change nothing"
    )
    parser.set_defaults(run=run)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    for option, help_text in (
        ("--select", "only these groups or rules; fields: what is found by schema"),
        ("--ignore", "not these groups or rules"),
    ):
        parser.add_argument(option, action="append", default=[], metavar="NAME,…", help=help_text)
    parser.add_argument(
        "--severity", choices=tuple(SEVERITIES), help="tell and fail by this severity and worse"
    )


def run(args: argparse.Namespace) -> int:
    """Check all posts and print what was found; returns the exit code."""
    wanted = _wanted(args)
    with Checker(wanted) as checker:
        if args.diff:
            from reviewer.cli.fixing import print_diffs

            asked, failed = _each(args.paths, lambda path: [checker.ask(path)])
            return _worst(failed=failed, found=print_diffs(asked, wanted.choice))
        if args.fix:
            from reviewer.cli.fixing import fix_all

            asked, failed = _each(args.paths, lambda path: [checker.ask(path)])
            if fix_all(asked, wanted.choice):
                checker.forget()
            # What could not be read was told, and is to be told once.
            paths: Sequence[Path] = [path for path in args.paths if path.exists()]
            posts, more = _each(paths, checker.check)
            failed = failed or more
        else:
            posts, failed = _each(args.paths, checker.check)
    least = wanted.severity if args.severity else Severity.ERROR
    if posts or not failed:
        print(FORMATS[args.format](posts, least))
    found = any(each.severity >= least for post in posts for each in post.findings)
    return _worst(failed=failed, found=found)


def _worst(*, failed: bool, found: bool) -> int:
    if failed:
        return FAILED
    return FINDINGS if found else FINE


def _each(
    paths: Iterable[Path], find: Callable[[Path], Iterable[Found]]
) -> tuple[list[Found], bool]:
    """What is found at all paths, and whether any of them could not be looked at."""
    found: list[Found] = []
    failed = False
    for path in paths:
        try:
            found += find(path)
        except ReviewerError as error:
            complain(one_line(str(error)))
            failed = True
    return found, failed


def _wanted(args: argparse.Namespace) -> Wanted:
    """What is to be told; raises ``ReviewerError`` for names that nothing has."""
    choice = Choice(_names(args.select), _names(args.ignore))
    unknown = choice.unknown()
    if unknown:
        raise ReviewerError(
            f"There is no rule or group called {', '.join(unknown)}.",
            remedy="reviewer rules lists them.",
        )
    return Wanted(choice, SEVERITIES[args.severity or "hint"], args.baseline)


def _names(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for each in said for name in each.split(",") if name.strip())
