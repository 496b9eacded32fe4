"""``> [!note] Title``: a quotation that is a box, with ``+`` or ``-`` one that folds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_CALLOUT = re.compile(r"\[!([^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")


def callouts(parser: MarkdownIt) -> None:
    """A plugin: quotations that begin with a kind in brackets."""
    parser.core.ruler.after("block", "callouts", _apply)


def _apply(state: StateCore) -> None:
    tokens: list[Token] = []
    kinds: list[str] = []
    source = state.tokens
    at = 0
    while at < len(source):
        token = source[at]
        found = _begins(source, at) if token.type == "blockquote_open" else None
        tokens.append(token)
        if found:
            kinds.append(_retag(token, found))
            tokens += _title(token, found)
            at += _take_title(source, at, found)
        elif token.type == "blockquote_open":
            kinds.append("")
        elif token.type == "blockquote_close" and (tag := kinds.pop()):
            token.tag = tag
        at += 1
    state.tokens = tokens


def _begins(tokens: list[Token], at: int) -> re.Match[str] | None:
    following = tokens[at + 1 : at + 3]
    if [token.type for token in following] != ["paragraph_open", "inline"]:
        return None
    return _CALLOUT.match(following[1].content)


def _retag(token: Token, found: re.Match[str]) -> str:
    token.tag = "details" if found[2] else "div"
    token.attrJoin("class", f"admonition callout {found[1].strip().lower()}")
    if found[2] == "+":
        token.attrSet("open", "")
    return token.tag


def _title(box: Token, found: re.Match[str]) -> list[Token]:
    tag = "summary" if found[2] else "p"
    inline = Token("inline", "", 0, content=_words(found), children=[], level=box.level + 2)
    inline.map = box.map and [box.map[0], box.map[0] + 1]
    opening = Token("callout_title_open", tag, 1, block=True, level=box.level + 1)
    opening.attrSet("class", "admonition-title")
    closing = Token("callout_title_close", tag, -1, block=True, level=box.level + 1)
    return [opening, inline, closing]


def _words(found: re.Match[str]) -> str:
    return found[3].strip() or found[1].strip().replace("-", " ").capitalize()


def _take_title(tokens: list[Token], at: int, found: re.Match[str]) -> int:
    """Take the title out of the first paragraph; how many tokens to leave out."""
    paragraph, inline = tokens[at + 1], tokens[at + 2]
    inline.content = inline.content[found.end() :]
    if not inline.content.strip():
        return 3
    for token in (paragraph, inline):
        if token.map:
            token.map = [token.map[0] + 1, token.map[1]]
    return 0
