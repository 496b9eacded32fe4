"""``reviewer rules``: what can be found in posts, and why it matters.

Without CODE all rules are listed, by groups; with CODE its page is printed.
With --output the pages of all rules are written into a folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from reviewer.checks.explained import all_explained, explained
from reviewer.checks.field_codes import field_codes, is_declared
from reviewer.checks.registry import rule_of
from reviewer.checks.rule_pages import page, pages, table
from reviewer.errors import ReviewerError


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "rules",
        help="list the rules, or explain one",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("code", nargs="?", metavar="CODE")
    parser.add_argument("--format", choices=("text", "markdown"), default="text")
    parser.add_argument(
        "--output", type=Path, metavar="DIR", help="write a page for each rule into this folder"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or write what was asked for; returns the exit code."""
    if args.output is not None:
        _write(args.output)
    elif args.code is not None:
        _print_page(args.code)
    elif args.format == "markdown":
        print(table(), end="")
    else:
        _print_list()
    return 0


def _print_list() -> None:
    everything = all_explained()
    width = max(len(each.code) for each in everything)
    group = ""
    for each in everything:
        if each.group != group:
            print(f"{each.group}" if not group else f"\n{each.group}")
            group = each.group
        severity = each.rule.severity.label if each.rule else "field"
        print(f"  {each.code:{width}}  {severity:8} {each.what}")


def _print_page(code: str) -> None:
    if rule_of(code) is None and code not in field_codes() and not is_declared(code):
        raise ReviewerError(f"There is no rule {code}.", remedy="reviewer rules lists them.")
    print(page(explained(code)), end="")


def _write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, text in pages():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        count += 1
    print(f"{folder}: {count} pages.")
