"""Gives headings the ids that links within the site point at, as GitHub makes them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reviewer.render.flavours.flavour import OPEN_ID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NO_WORD = re.compile(r"[^\w\- \t]")
_BLANK = re.compile(r"[ \t]")


def heading_ids(parser: MarkdownIt) -> None:
    """A plugin: each heading without an id gets one of its words."""
    parser.core.ruler.push("heading_ids", _mark)


def numbered(words: Iterable[str]) -> list[str]:
    """Ids that differ: the second heading with the same words gets ``-1``."""
    used: Counter[str] = Counter()
    ids = []
    for base in words:
        ids.append(f"{base}-{used[base]}" if used[base] else base)
        used[base] += 1
    return ids


def _mark(state: StateCore) -> None:
    tokens = state.tokens
    found = [
        (token, _slug(tokens[at + 1]))
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.attrGet("id") is None
    ]
    words = [slug for _, slug in found]
    is_piece = "piece" in state.env
    ids = [OPEN_ID + slug for slug in words] if is_piece else numbered(words)
    for (token, _), name in zip(found, ids, strict=True):
        token.attrSet("id", name)


def _slug(inline: Token) -> str:
    return _BLANK.sub("-", _NO_WORD.sub("", _words(inline).lower()))


def _words(inline: Token) -> str:
    return "".join(
        token.content
        for token in inline.children or ()
        if token.type in ("text", "code_inline", "math_inline")
    )
