"""What keys do in Markdown beyond typing: lists go on, lines move in and out, words turn bold.

Pure functions of lines; columns count characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<quote>(?:>[ \t]?)*)(?P<inner>[ \t]*)"
    r"(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<point>[.)]))(?P<gap>[ \t]+)"
    r"(?P<task>\[[ xX]\][ \t]+)?"
)
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_INDENT = re.compile(r"^[ \t]+(?=\S)")
WIDTH = 2
"""Blanks that Tab moves a line by; a list item moves by the width of its marker."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters of a line and what comes in their place."""

    start: int
    end: int
    text: str


def on_enter(line: str, column: int) -> Replacement:
    """What Enter does at ``column``: the next item, the end of a list, or just a new line."""
    item = _ITEM.match(line)
    if item and column >= item.end():
        if not line[item.end() :].strip():
            return Replacement(item.end("quote"), len(line), "")
        return Replacement(column, column, "\n" + _next_marker(item))
    quote = _QUOTE.match(line)
    if quote and column >= quote.end():
        if not line[quote.end() :].strip():
            return Replacement(0, len(line), "")
        return Replacement(column, column, "\n" + quote[0])
    indent = _INDENT.match(line)
    kept = indent[0] if indent and column >= indent.end() else ""
    return Replacement(column, column, "\n" + kept)


def indented(line: str) -> str:
    """The line one step to the right; empty lines stay empty."""
    return " " * step_of(line) + line if line.strip() else line


def outdented(line: str) -> str:
    """The line one step to the left, as far as there are blanks."""
    if line.startswith("\t"):
        return line[1:]
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(blanks, step_of(line)) :]


def step_of(line: str) -> int:
    """How far Tab moves this line: a nested item stands under its parent's text."""
    item = _ITEM.match(line)
    if item is None or item["bullet"]:
        return WIDTH
    return len(item["number"] + item["point"]) + 1


def is_item(line: str) -> bool:
    """Whether the line begins a list item."""
    return _ITEM.match(line) is not None


def toggled(before: str, text: str, after: str, mark: str) -> tuple[int, str]:
    """Put ``mark`` around ``text`` or take it away.

    Returns how many characters either side of the text go with it (where the
    marks stand outside the selection), and the new text.
    """
    if _is_marked(text, mark):
        return 0, text[len(mark) : -len(mark)]
    if before.endswith(mark) and after.startswith(mark) and not before.endswith(mark + "*"):
        return len(mark), text
    lead = text[: len(text) - len(text.lstrip())]
    trail = text[len(text.rstrip()) :] if text.strip() else ""
    return 0, f"{lead}{mark}{text.strip()}{mark}{trail}"


def _is_marked(text: str, mark: str) -> bool:
    inner = text[len(mark) : -len(mark)]
    whole = text.startswith(mark) and text.endswith(mark) and len(text) > 2 * len(mark)
    return whole and not (len(mark) == 1 and inner.startswith(mark) and inner.endswith(mark))


def _next_marker(item: re.Match[str]) -> str:
    marker = item["bullet"] or f"{int(item['number']) + 1}{item['point']}"
    task = "[ ] " if item["task"] else ""
    return f"{item['indent']}{item['quote']}{item['inner']}{marker}{item['gap']}{task}"
