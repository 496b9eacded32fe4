"""Emphasis by kramdown's rules, which care less than CommonMark's about what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_WORD_BEFORE = re.compile(r"[^\W\d_]-?$")
_ELEMENTS = {1: "em", 2: "strong"}


def emphasis(parser: MarkdownIt) -> None:
    """A plugin: this rule in place of CommonMark's and of its second pass."""
    parser.inline.ruler.at("emphasis", _rule)
    parser.inline.ruler2.disable("emphasis")


def _rule(state: StateInline, silent: bool) -> bool:
    sign = state.src[state.pos]
    if sign not in "*_":
        return False
    length = 2 if state.src.startswith(sign * 2, state.pos) else 1
    start = state.pos
    for size in (length, 1)[: 1 if length == 1 or "em" in _open(state) else 2]:
        if not _may_begin(state, sign, length, size):
            break
        end = _find_end(state, start + size, sign, size)
        if end >= 0:
            if not silent:
                _push(state, start + size, end, sign * size)
            state.pos = end + size
            return True
    if not silent:
        state.pending += sign * length
    state.pos = start + length
    return True


def _open(state: StateInline) -> list[str]:
    """The elements inside which the parser stands; neither may stand in itself."""
    inside: list[str] = state.env.setdefault("emphasis", [])
    return inside


def _may_begin(state: StateInline, sign: str, length: int, size: int) -> bool:
    if _ELEMENTS[size] in _open(state):
        return False
    if state.src[state.pos + length : state.pos + length + 1].isspace():
        return False
    before = state.src[max(0, state.pos - 2) : state.pos]
    return sign != "_" or _WORD_BEFORE.search(before) is None


def _find_end(state: StateInline, start: int, sign: str, size: int) -> int:
    """Where the closing signs stand; -1 if nowhere, which is remembered for later openings."""
    ends: dict[tuple[str, str, int], int] = state.env.setdefault("endless", {})
    key = (state.src, sign * size, state.posMax)
    if start >= ends.get(key, state.posMax + 1):
        return -1
    place = state.pos
    state.pos = start
    _open(state).append(_ELEMENTS[size])
    while state.pos < state.posMax and not _closes(state, start, sign, size):
        state.md.inline.skipToken(state)
    end = state.pos if state.pos < state.posMax else -1
    _open(state).pop()
    state.pos = place
    if end < 0:
        ends[key] = min(start, ends.get(key, start))
    return end


def _closes(state: StateInline, start: int, sign: str, size: int) -> bool:
    src, at = state.src, state.pos
    if at == start or not src.startswith(sign * size, at) or src[at - 1].isspace():
        return False
    after = src[at + size : at + size + 1]
    if size == 1 and src.startswith(sign * 2, at) and src[at + 2 : at + 3] != sign:
        return False
    return sign != "_" or not after.isalnum()


def _push(state: StateInline, start: int, end: int, markup: str) -> None:
    name = _ELEMENTS[len(markup)]
    most = state.posMax
    state.push(f"{name}_open", name, 1).markup = markup
    state.pos, state.posMax = start, end
    _open(state).append(name)
    state.md.inline.tokenize(state)
    _open(state).pop()
    state.posMax = most
    state.push(f"{name}_close", name, -1).markup = markup
