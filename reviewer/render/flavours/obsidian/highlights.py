"""``==words==`` as if a marker had gone over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_MARKER = ord("=")


def highlights(parser: MarkdownIt) -> None:
    """A plugin: pairs of two equal signs."""
    parser.inline.ruler.before("emphasis", "highlight", _tokenize)
    parser.inline.ruler2.before("emphasis", "highlight", _pair)


def _tokenize(state: StateInline, silent: bool) -> bool:
    if silent or not state.src.startswith("==", state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    if scanned.length != 2:
        state.push("text", "", 0).content = "=" * scanned.length
    else:
        state.push("text", "", 0).content = "=="
        delimiter = Delimiter(
            marker=_MARKER,
            length=0,
            token=len(state.tokens) - 1,
            end=-1,
            open=scanned.can_open,
            close=scanned.can_close,
        )
        state.delimiters.append(delimiter)
    state.pos += scanned.length
    return True


def _pair(state: StateInline) -> None:
    inner = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *inner):
        for opening in delimiters:
            if opening.marker == _MARKER and opening.end >= 0:
                _mark(state, opening, delimiters[opening.end])


def _mark(state: StateInline, opening: Delimiter, closing: Delimiter) -> None:
    begin, end = state.tokens[opening.token], state.tokens[closing.token]
    begin.type, begin.tag, begin.nesting, begin.content = "mark_open", "mark", 1, ""
    end.type, end.tag, end.nesting, end.content = "mark_close", "mark", -1, ""
