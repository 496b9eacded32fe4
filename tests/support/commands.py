"""Runs one command of the command line by itself, without the others' imports."""

from __future__ import annotations

import argparse
from typing import Any


def run(command: Any, *arguments: str) -> int:
    """The exit code of a command module; its errors are raised, not printed."""
    parser = argparse.ArgumentParser(prog="reviewer")
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(arguments)
    return int(args.run(args))
