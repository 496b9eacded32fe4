"""``reviewer screenshot``: a picture of the real window, taken off screen."""

from __future__ import annotations

import argparse
import re
from importlib import import_module
from pathlib import Path

TABS = ("details", "body", "changes", "problems", "history")
ASIDES = ("article", "search", "social", "site")
THEMES = ("light", "dark")
SMALLEST, LARGEST = 200, 10_000


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "screenshot", help="take a picture of the window, off screen", description=__doc__
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="folder of posts, or one post")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="F.png", help="picture to write"
    )
    parser.add_argument(
        "--post", default="", metavar="FILE", help="post to show (default: the first)"
    )
    parser.add_argument("--size", type=size, default=(1440, 900), metavar="WIDTHxHEIGHT")
    parser.add_argument("--theme", choices=THEMES, default="light")
    parser.add_argument("--tab", choices=TABS, default="details")
    parser.add_argument(
        "--aside", choices=ASIDES, default="article", help="page of the right-hand column"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take the picture; returns the exit code."""
    window = import_module("reviewer.ui.automation.screenshot")
    window.take(
        args.path,
        args.output,
        post=args.post,
        size=args.size,
        theme=args.theme,
        tab=args.tab,
        aside=args.aside,
    )
    return 0


def size(text: str) -> tuple[int, int]:
    """Width and height in pixels from ``1440x900``."""
    match = re.fullmatch(r"(\d+)x(\d+)", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text} is not a size such as 1440x900")
    width, height = int(match[1]), int(match[2])
    if not all(SMALLEST <= side <= LARGEST for side in (width, height)):
        raise argparse.ArgumentTypeError(f"each side has to be {SMALLEST} to {LARGEST} pixels")
    return width, height
