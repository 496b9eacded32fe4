"""Quotation marks, dashes and dots as kramdown sets them.

Which way a quotation mark curls is decided by the characters around it in the
text as it is written; a character that began some other markup does not count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_CURL = {("l", '"'): "“", ("l", "'"): "‘", ("r", '"'): "”", ("r", "'"): "’"}

# The pattern, and for each of its marks the side; "d" and "s" are marks already known.
_RULES = tuple(
    (re.compile(pattern, re.ASCII | re.DOTALL), sides)
    for pattern, sides in (
        (r"[\"'](?=[_*]{1,2}\S)", "l"),
        (rf"[\"'](?={_PUNCTUATION}(?!\.\.)\B)", "r"),
        (r"\s?\"'(?=\w)", "ll"),
        (r"\s?'\"(?=\w)", "ll"),
        (r"\s?'(?=\d\ds)", "r"),
        (r"\s[\"'](?=\w)", "l"),
        (r"[^ \\\t\r\n\[{(\-][\"']", "r"),
        (r"[\"'](?=\s|s\b|\Z)", "r"),
        (r".?[\"']", "l"),
    )
)
_SYMBOLS = (("---", "—"), ("--", "–"), ("...", "…"), ("<< ", "«\u00a0"), ("<<", "«"), (">>", "»"))
_OPENERS = "*_`[<$&"
_WINDOW = 6


def typography(parser: MarkdownIt) -> None:
    """A plugin: curled quotation marks, dashes, ellipses and guillemets."""
    for character in "\"'.>":
        parser.inline.add_terminator_char(character)
    parser.inline.ruler.after("escape", "quotes", _quotes)
    parser.inline.ruler.before("autolink", "symbols", _symbols)


def _quotes(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "\"'":
        return False
    before = _before(state)
    window = before + state.src[state.pos : state.pos + _WINDOW]
    for rule, sides in _RULES:
        if found := rule.match(window):
            marks = found[0][-len(sides) :]
            if not silent:
                state.pending += "".join(
                    _CURL[side, mark] for side, mark in zip(sides, marks, strict=True)
                )
            state.pos += len(marks)
            return True
    return False


def _before(state: StateInline) -> str:
    """The character before, unless it was markup or a mark that has been set."""
    if not state.pending:
        broken = state.tokens and state.tokens[-1].type in ("softbreak", "hardbreak")
        return "\n" if broken else ""
    written = state.src[state.pos - 1]
    same = state.pending[-1] == written and written not in _OPENERS
    return written if same else ""


def _symbols(state: StateInline, silent: bool) -> bool:
    for written, symbol in _SYMBOLS:
        if state.src.startswith(written, state.pos):
            if not silent:
                state.pending = _joined(state.pending, symbol)
            state.pos += len(written)
            return True
    return False


def _joined(pending: str, symbol: str) -> str:
    if symbol == "»" and pending.endswith(" "):
        return pending[:-1] + "\u00a0»"
    return pending + symbol
