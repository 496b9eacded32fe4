"""Gives headings the ids that links within the site point at, as GitHub makes them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NO_WORD = re.compile(r"[^\w\- \t]")
_BLANK = re.compile(r"[ \t]")


def heading_ids(parser: MarkdownIt) -> None:
    """A plugin: each heading without an id gets one of its words."""
    parser.core.ruler.push("heading_ids", _mark)


def _mark(state: StateCore) -> None:
    used: Counter[str] = Counter()
    for at, token in enumerate(state.tokens):
        if token.type == "heading_open" and token.attrGet("id") is None:
            base = _BLANK.sub("-", _NO_WORD.sub("", _words(state.tokens[at + 1]).lower()))
            token.attrSet("id", f"{base}-{used[base]}" if used[base] else base)
            used[base] += 1


def _words(inline: Token) -> str:
    return "".join(
        token.content
        for token in inline.children or ()
        if token.type in ("text", "code_inline", "math_inline")
    )
