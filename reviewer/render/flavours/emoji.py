"""Emoji by the names that GitHub gives them: ``:smile:``."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_NAME = re.compile(r":[a-z0-9_+-]{1,64}:")


def emoji(parser: MarkdownIt) -> None:
    """A plugin: names between colons become characters."""
    parser.inline.ruler.before("emphasis", "emoji", _read)


def _read(state: StateInline, silent: bool) -> bool:
    found = _NAME.match(state.src, state.pos) if state.src[state.pos] == ":" else None
    character = _character(found[0]) if found else ""
    if found is None or not character:
        return False
    if not silent:
        state.pending += character
    state.pos = found.end()
    return True


def _character(name: str) -> str:
    emoji, aliases = _names()
    entry = emoji.get(aliases.get(name, name), {})
    points = str(entry.get("unicode_alt") or entry.get("unicode") or "")
    return "".join(chr(int(point, 16)) for point in points.split("-") if point)


@cache
def _names() -> tuple[dict[str, Any], dict[str, str]]:
    """Loaded when the first name is looked up: the table is large."""
    table = import_module("pymdownx.gemoji_db")
    return table.emoji, table.aliases
