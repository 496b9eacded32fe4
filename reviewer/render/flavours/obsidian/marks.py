"""Comments, which nobody sees, tags, and the names of blocks."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

_TAG = re.compile(r"#([\w/-]*[^\W\d][\w/-]*)")
_BLOCK_ID = re.compile(r"(?:^|\s+)\^([A-Za-z0-9-]+)\s*$")
_BLOCKS = ("paragraph_open", "heading_open", "list_item_open", "blockquote_open")


def marks(parser: MarkdownIt) -> None:
    """A plugin: these three."""
    alt: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    parser.block.ruler.before("paragraph", "comment_block", _comment_block, alt)
    parser.inline.ruler.before("emphasis", "comment", _comment)
    parser.inline.ruler.before("emphasis", "tag", _tag)
    parser.core.ruler.after("block", "block_ids", _block_ids)
    parser.add_render_rule("tag", _render_tag)


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """From a line that begins a comment to the line that ends it."""
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("%%", begin) or "%%" in state.src[begin + 2 : state.eMarks[start]]:
        return False
    closing = state.src.find("%%", begin + 2)
    last = start + 1
    while last < end and (closing < 0 or state.eMarks[last] <= closing):
        last += 1
    if closing >= 0 and last < end and state.src[closing + 2 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = min(last + 1, end)
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("%%", state.pos):
        return False
    end = state.src.find("%%", state.pos + 2)
    if end < 0:
        return False
    state.pos = end + 2
    return True


def _tag(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "#" or (state.pos and not state.src[state.pos - 1].isspace()):
        return False
    found = _TAG.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("tag", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _render_tag(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return f'<span class="tag">{escape(tokens[idx].content)}</span>'


def _block_ids(state: StateCore) -> None:
    """``words ^name`` names the block; ``^name`` alone names the one before."""
    for at, token in enumerate(state.tokens):
        found = _BLOCK_ID.search(token.content) if token.type == "inline" else None
        if found is None:
            continue
        token.content = token.content[: found.start()]
        before = state.tokens[at - 2 if state.tokens[at - 1].hidden else at - 1]
        if before.type in _BLOCKS:
            before.attrSet("id", f"^{found[1]}")
