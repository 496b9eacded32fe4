"""Pairs of two equal signs around words: ``==marked==``, ``++inserted++``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


def paired_marks(parser: MarkdownIt, sign: str = "=", tag: str = "mark") -> None:
    """A plugin: what two of ``sign`` enclose becomes a ``tag``."""
    tokenize, pair = partial(_tokenize, sign=sign), partial(_pair, sign=sign, tag=tag)
    parser.inline.ruler.before("emphasis", f"paired_{tag}", tokenize)
    parser.inline.ruler2.before("emphasis", f"paired_{tag}", pair)


def _tokenize(state: StateInline, silent: bool, sign: str) -> bool:
    if silent or not state.src.startswith(sign * 2, state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = sign * scanned.length
    if scanned.length == 2:
        delimiter = Delimiter(
            marker=ord(sign),
            length=0,
            token=len(state.tokens) - 1,
            end=-1,
            open=scanned.can_open,
            close=scanned.can_close,
        )
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def _pair(state: StateInline, sign: str, tag: str) -> None:
    inner = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *inner):
        for opening in delimiters:
            if opening.marker == ord(sign) and opening.end >= 0:
                _enclose(state, opening, delimiters[opening.end], tag)


def _enclose(state: StateInline, opening: Delimiter, closing: Delimiter, tag: str) -> None:
    begin, end = state.tokens[opening.token], state.tokens[closing.token]
    begin.type, begin.tag, begin.nesting, begin.content = f"{tag}_open", tag, 1, ""
    end.type, end.tag, end.nesting, end.content = f"{tag}_close", tag, -1, ""
