"""Formulas between delimiters of the site's choice, left for its scripts to set."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    from reviewer.render.flavours.goldmark.settings import Delimiters


def passthrough(parser: MarkdownIt, inline: Delimiters, block: Delimiters) -> None:
    """A plugin: what stands between these delimiters is text as it is written."""
    for opening, _ in (*inline, *block):
        parser.inline.add_terminator_char(opening[0])
    both = partial(_inline, delimiters=(*block, *inline))
    parser.inline.ruler.before("escape", "passthrough", both)
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    rule = partial(_block, delimiters=block)
    parser.block.ruler.before("paragraph", "passthrough_block", rule, alt)
    parser.add_render_rule("passthrough_block", _render_block)


def _inline(state: StateInline, silent: bool, delimiters: Delimiters) -> bool:
    for opening, closing in delimiters:
        if state.src.startswith(opening, state.pos):
            end = state.src.find(closing, state.pos + len(opening), state.posMax)
            if end < 0:
                continue
            if not silent:
                state.push("text_special", "", 0).content = state.src[
                    state.pos : end + len(closing)
                ]
                state.tokens[-1].info = "passthrough"
            state.pos = end + len(closing)
            return True
    return False


def _block(state: StateBlock, start: int, end: int, silent: bool, delimiters: Delimiters) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    for opening, closing in delimiters:
        if not state.src.startswith(opening, begin):
            continue
        limit = state.eMarks[end - 1]
        found = state.src.find(closing, begin + len(opening), limit)
        last = start
        while found >= 0 and last < end - 1 and state.eMarks[last] < found + len(closing):
            last += 1
        if found < 0 or state.src[found + len(closing) : state.eMarks[last]].strip():
            continue
        if not silent:
            token = state.push("passthrough_block", "p", 0)
            token.content = state.src[begin : found + len(closing)]
            token.map = [start, last + 1]
            state.line = last + 1
        return True
    return False


def _render_block(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[idx]
    return f"<p{self.renderAttrs(token)}>{escape(token.content, quote=False)}</p>\n"
