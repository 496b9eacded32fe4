"""Quotation marks, dashes and dots as goldmark's typographer sets them.

A mark that could both open and close stays straight, and so does one that
would close what nothing opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import category
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from reviewer.render.flavours.goldmark.settings import Marks

_DECADE = re.compile(r"'\d\ds(?![^\W_])", re.ASCII)
_CLIPPED = re.compile(r"'(?:[mtsd]|ve|ll|re)(?![^\W_])", re.ASCII)
_WINDOW = 8


@dataclass(slots=True)
class _Unclosed:
    single: int = 0
    double: int = 0


_unclosed: WeakKeyDictionary[StateInline, _Unclosed] = WeakKeyDictionary()


def typographer(parser: MarkdownIt, marks: Marks) -> None:
    """A plugin: it comes last, when nothing else wants these characters."""
    for character in "\"'.>":
        parser.inline.add_terminator_char(character)
    parser.inline.ruler.push("symbols", partial(_symbols, symbols=marks.symbols))
    parser.inline.ruler.push("quotes", partial(_quotes, marks=marks))


def _symbols(state: StateInline, silent: bool, symbols: tuple[tuple[str, str], ...]) -> bool:
    for written, symbol in symbols:
        if state.src.startswith(written, state.pos):
            if not silent:
                state.pending += symbol
            state.pos += len(written)
            return True
    return False


def _quotes(state: StateInline, silent: bool, marks: Marks) -> bool:
    mark = state.src[state.pos]
    if mark not in "\"'":
        return False
    if not silent:
        open_marks = _unclosed.setdefault(state, _Unclosed())
        side = _Side.of(state)
        curl = _single if mark == "'" else _double
        curled = curl(side, open_marks, marks)
        state.pending += curled or mark
    state.pos += 1
    return True


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands around a mark: the character before, and the rest of its line in short."""

    before: str
    line: str
    can_open: bool
    can_close: bool

    @classmethod
    def of(cls, state: StateInline) -> _Side:
        """The surroundings of the mark at the state's place."""
        src, at = state.src, state.pos
        before = src[at - 1] if at else "\n"
        line = src[at : at + _WINDOW].partition("\n")
        rest = src[at : at + _WINDOW].lstrip(src[at])
        after = rest[:1] or "\n"
        opens = not after.isspace() and (
            not _is_punctuation(after) or before.isspace() or _is_punctuation(before)
        )
        closes = not before.isspace() and (
            not _is_punctuation(before) or after.isspace() or _is_punctuation(after)
        )
        return cls(before, line[0] + line[1], opens, closes)

    def ends(self) -> bool:
        """Whether the mark closes, surely or by the punctuation behind it."""
        if not self.can_close:
            return False
        if not self.can_open:
            return True
        behind, next_one = self.line[1:2], self.line[2:3]
        if len(behind.encode("utf-8", "replace")) > 1:
            return False  # goldmark looks at the second byte behind the mark
        return _is_punctuation(behind) and (
            not next_one or _is_punctuation(next_one) or next_one.isspace()
        )


def _is_punctuation(character: str) -> bool:
    return bool(character) and (category(character).startswith("P") or character in "$+<=>^`|~")


def _single(side: _Side, unclosed: _Unclosed, marks: Marks) -> str:
    following = side.line[1:2]
    opens = side.can_open and not side.can_close
    if opens and _DECADE.match(side.line):
        return marks.apostrophe
    if following and following in "tenl" and not side.before.isalnum() and len(side.line) > 1:
        return marks.apostrophe
    if side.before.isalnum() and following.isalpha():
        return marks.apostrophe
    if opens:
        if _CLIPPED.match(side.line):
            return marks.apostrophe
        unclosed.single += 1
        return marks.left_single_quote
    if len(side.line) > 2 and not following.isdigit():
        return marks.right_single_quote
    if unclosed.single and side.ends():
        unclosed.single -= 1
        return marks.right_single_quote
    return ""


def _double(side: _Side, unclosed: _Unclosed, marks: Marks) -> str:
    if side.can_open and not side.can_close:
        unclosed.double += 1
        return marks.left_double_quote
    if unclosed.double and side.ends():
        if side.line[1:2] == '"' and side.before.isnumeric():
            return ""
        unclosed.double -= 1
        return marks.right_double_quote
    return ""
