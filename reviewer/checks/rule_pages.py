"""The documentation of rules, written from what the rules say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.checks.explained import all_explained
from reviewer.schema.scalar_text import show_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reviewer.checks.explained import Explained
    from reviewer.checks.rule import Rule

INDEX = "index.md"
_HEAD = "| code | severity | finds |\n|---|---|---|\n"


def pages() -> Iterator[tuple[str, str]]:
    """The names of all pages and their Markdown: a table of all, then one for each code."""
    yield INDEX, table()
    for each in all_explained():
        yield f"{each.code}.md", page(each)


def table() -> str:
    """All codes in one table for each group."""
    parts = ["# Rules\n\nWhat `reviewer check` and the window find, by groups.\n"]
    group = ""
    for each in all_explained():
        if each.group != group:
            group = each.group
            parts.append(
                f"\n## {group.capitalize()}\n\n| code | severity | finds |\n|---|---|---|\n"
            )
        what = each.what.replace("|", "\\|")
        parts.append(f"| [{each.code}]({each.code}.md) | {each.severity} | {what} |\n")
    return "".join(parts)


def page(each: Explained) -> str:
    """One code: what it finds and why, an example, and what can be set."""
    parts = [
        f"# {each.name}\n",
        f"`{each.code}` · {each.group} · severity: {each.severity}\n",
        f"## What it finds\n\n{each.what}\n",
    ]
    if each.why:
        parts.append(f"## Why\n\n{each.why}\n")
    if each.rule is not None:
        parts += _of_rule(each.rule)
    return "\n".join(parts)


def _of_rule(rule: Rule) -> Iterator[str]:
    if not rule.is_on:
        yield f"It is off unless `reviewer.yml` says `{rule.code}: on` below `checks: rules:`.\n"
    yield f"## Example\n\nFound:\n\n{_fenced(rule.example.bad)}"
    yield f"Mended:\n\n{_fenced(rule.example.good)}"
    if rule.options:
        yield "## Options\n\n| option | default | what |\n|---|---|---|"
        for option in rule.options:
            default = show_scalar(option.default) if option.default != [] else "none"
            yield f"| `{option.name}` | {default} | {option.what} |"
        yield ""


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}markdown\n{text.rstrip()}\n{fence}\n"
