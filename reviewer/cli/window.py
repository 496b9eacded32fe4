"""``reviewer [PATH]``: the window. The one place that knows how commands reach it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import ReviewerError, Where

if TYPE_CHECKING:
    import argparse


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "open", help="open the window (what reviewer does without a command)", description=__doc__
    )
    parser.add_argument(
        "path", type=Path, nargs="?", metavar="PATH", help="folder of posts, or one post"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show the window until it is closed; returns the exit code."""
    if args.path is not None and not args.path.exists():
        raise ReviewerError("There is no such file or folder.", where=Where(args.path))
    try:
        app = import_module("reviewer.ui.app")
    except ModuleNotFoundError as error:
        if error.name is None or not error.name.startswith("PySide6"):
            raise
        raise ReviewerError(
            "The window needs PySide6, which is not installed.", remedy="Try: pip install pyside6"
        ) from error
    code: int = app.run(args.path)
    return code
