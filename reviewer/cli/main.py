"""The command line: which commands there are, and how they end.

Exit codes: 0 fine, 1 findings of severity error, 2 it could not be done (or,
as for every program, 128 and the signal's number when stopped by one). Errors
are one line that begins with the file and its line, never a traceback.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from reviewer import __version__
from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from collections.abc import Sequence

FINE = 0
FINDINGS = 1
FAILED = 2


class Command(NamedTuple):
    """A command's module, which has ``add_parser(subparsers)`` and ``run(args)``, and its help."""

    module: str
    help: str


COMMANDS = {
    "open": Command("window", "open the window (what reviewer does without a command)"),
    "edit": Command("edit", "change fields of many posts at once"),
    "list": Command("list", "list the posts of a folder"),
    "check": Command("check", "find what is wrong with posts"),
    "repair": Command("repair", "mend front matter that cannot be read"),
    "rules": Command("rules", "list the rules, or explain one"),
    "report": Command("html_report", "write what is wrong with a folder's posts as a page"),
    "links": Command("links", "ask the web whether links still work"),
    "baseline": Command("baseline", "accept all findings that a folder has now"),
    "schema": Command("schema", "show or declare what holds for a folder's posts"),
    "render": Command("render", "write posts as HTML"),
    "screenshot": Command("screenshot", "take a picture of the window, off screen"),
    "demo": Command("demo", "do the main job on the sample site, off screen"),
    "merge-driver": Command("merge_driver", "merge posts for Git, field by field"),
}
"""In the order in which the help lists them. Only the module of the one that runs is loaded."""

_DEFAULT = "open"
_TRACEBACK = "REVIEWER_TRACEBACK"
_DESCRIPTION = """\
A desk for editors of Markdown posts with front matter.

Without a command, PATH (a folder of posts, or one post) is opened in the
window; a folder that is called like a command is written ./edit."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_any_language()
    words = _with_command(_without_debug(sys.argv[1:] if argv is None else argv))
    try:
        args = _parser(words[0]).parse_args(words)
        code = int(args.run(args))
        if sys.stdout is not None:  # None when the program was started with it closed
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped_by(signal.SIGINT)
    except BrokenPipeError:
        # The reader has gone; the interpreter must not try to flush once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _stopped_by(getattr(signal, "SIGPIPE", signal.SIGTERM))
    except (ReviewerError, OSError) as error:
        if os.environ.get(_TRACEBACK):
            traceback.print_exception(error)
        print(_line(error), file=sys.stderr)
        return FAILED
    except Exception as error:  # noqa: BLE001 - the crash handler: say it in one line
        return _crashed(error)
    return code


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"{self.prog}: {message} ({self.prog} --help shows how)\n")


def _parser(wanted: str) -> argparse.ArgumentParser:
    """The parser that knows all commands by name, and the arguments of the one that is wanted."""
    parser = _Parser(
        prog="reviewer",
        usage="reviewer [PATH]\n       reviewer COMMAND ...",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="reviewer COMMAND --help tells more. Exit codes: 0 fine, 1 errors found, 2 failed.",
    )
    parser.add_argument("--debug", action="store_true", help="show where an error came from")
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    subparsers = parser.add_subparsers(
        prog="reviewer", title="commands", metavar="COMMAND", required=True
    )
    for name, command in COMMANDS.items():
        if name == wanted:
            import_module(f"reviewer.cli.{command.module}").add_parser(subparsers)
        else:
            subparsers.add_parser(name, help=command.help)
    for each in subparsers.choices.values():
        each.description = (each.description or "").replace("``", "")
    return parser


def _without_debug(argv: Sequence[str]) -> list[str]:
    """``reviewer --debug …`` shows tracebacks, in processes that it starts as well."""
    words = list(argv)
    if words[:1] == ["--debug"]:
        os.environ[_TRACEBACK] = "1"
        del words[0]
    return words


def _with_command(argv: Sequence[str]) -> list[str]:
    """``reviewer PATH`` is ``reviewer open PATH``."""
    first = argv[0] if argv else ""
    if first in COMMANDS or first.startswith("-"):
        return list(argv)
    return [_DEFAULT, *argv]


def _speak_any_language() -> None:
    """Print what the terminal's encoding cannot show as an escape, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _line(error: Exception) -> str:
    """An error in one line."""
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}."
    place, _, message = str(error).rpartition("\n") if "\n" in str(error) else ("", "", str(error))
    return " ".join(f"{place} {message}".split())


def _stopped_by(number: int) -> int:
    return 128 + number


def _crashed(error: Exception) -> int:
    """An error of ours; a traceback helps only those who ask for it."""
    if os.environ.get(_TRACEBACK):
        traceback.print_exception(error)
    else:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        remedy = "This is a fault of Reviewer’s; “reviewer --debug …” shows where, for a report."
        print(f"reviewer: internal error: {what}. {remedy}", file=sys.stderr)
    return FAILED
