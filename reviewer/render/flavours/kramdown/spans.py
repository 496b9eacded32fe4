"""Spans that kramdown reads otherwise than CommonMark: escapes, mathematics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

ESCAPABLE = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-~")


_SWITCH = re.compile(r"\s+markdown=(?:\"\w*\"|'\w*'|\w+)")


def spans(parser: MarkdownIt) -> None:
    """A plugin: these rules in place of, or before, CommonMark's."""
    parser.inline.ruler.before("escape", "no_escape", _no_escape)
    parser.inline.ruler.before("escape", "math", _math)
    parser.add_render_rule("html_inline", _html)


def _html(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Spans are always Markdown inside; the page does not have the attribute that says so."""
    return _SWITCH.sub("", tokens[idx].content, count=1)


def _no_escape(state: StateInline, silent: bool) -> bool:
    """A backslash before what kramdown does not escape is a backslash."""
    if state.src[state.pos] != "\\":
        return False
    following = state.src[state.pos + 1 : state.pos + 2]
    if following in ESCAPABLE or following == "\n":
        return False
    if not silent:
        state.pending += "\\"
    state.pos += 1
    return True


def _math(state: StateInline, silent: bool) -> bool:
    """``$$ ... $$`` comes out as MathJax expects it."""
    if not state.src.startswith("$$", state.pos):
        return False
    end = state.src.find("$$", state.pos + 2, state.posMax)
    if end < 0:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = f"\\({state.src[state.pos + 2 : end].strip()}\\)"
        token.info = "math"
    state.pos = end + 2
    return True
