"""A line in braces below a block: attributes of the block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.render.flavours.heading_attributes import are_attributes, set_attributes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_LINE = re.compile(r"\{([^{}\n]*)\}[ \t]*")
_KIND = "block_attributes"


def block_attributes(parser: MarkdownIt) -> None:
    """A plugin: what stands in such a line is set on what stands above it."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("paragraph", _KIND, _read, alt)
    parser.core.ruler.after("block", _KIND, _apply)


def _read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.sCount[start] - state.blkIndent >= 4:
        return False
    begin = state.bMarks[start] + state.tShift[start]
    found = _LINE.fullmatch(state.src, begin, state.eMarks[start])
    if found is None or not are_attributes(found[1]):
        return False
    if not silent:
        state.push(_KIND, "", 0).content = found[1]
        state.line = start + 1
    return True


def _apply(state: StateCore) -> None:
    kept: list[Token] = []
    before: dict[int, Token] = {}
    for token in state.tokens:
        if token.type != _KIND:
            kept.append(token)
            if token.nesting >= 0 and token.type != "inline":
                before[token.level] = token
                before.pop(token.level + 1, None)
        elif token.level in before:
            set_attributes(before[token.level], token.content)
    state.tokens = kept
