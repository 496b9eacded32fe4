"""Components and imports of MDX: chips in the preview instead of text or nothing.

An element whose name begins with a capital or has a dot is a component; what it
holds is Markdown. Import and export lines and comments in braces are no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.render.flavours.chips import chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

LONGEST = 5000
"""Characters that one tag may have."""
_NAME = re.compile(r"</?((?:[A-Z][\w-]*|[a-z]\w*\.)(?:\.?[\w-]+)*)?(?=[\s/>])")
_SIGNIFICANT = re.compile(r"[{}\"'`>]")
_ESM = re.compile(
    r"""import\s+(?:[\w*{$][^"'`;()]*\sfrom\s+)?["'][^"'\n]+["'];?\s*
    |export\s+(?:default\s|const\s|let\s|function\s|async\s|\{|\*).*""",
    re.VERBOSE | re.DOTALL,
)


def components(parser: MarkdownIt) -> None:
    """A plugin: chips for components; imports and comments are named, not shown."""
    alt: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("html_block", "esm", _esm, {"alt": []})
    parser.block.ruler.before("html_block", "component_block", _block, alt)
    parser.inline.ruler.before("html_inline", "component", _inline)
    parser.inline.ruler.before("html_inline", "comment", _comment)
    parser.inline.add_terminator_char("{")
    parser.add_render_rule("component", _render)
    parser.add_render_rule("component_block", _render_block)


def tag_end(text: str, start: int) -> int:
    """Where the component's tag at ``start`` ends; 0 if there is none."""
    name = _NAME.match(text, start)
    if name is None or (name[1] is None and text[start + 1 : start + 3] not in (">", "/>")):
        return 0
    depth, quote = 0, ""
    limit = min(len(text), start + LONGEST)
    for found in _SIGNIFICANT.finditer(text, name.end(), limit):
        sign = found[0]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`":
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth <= 0:
            return found.end()
    return 0


def _esm(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A paragraph of imports or exports, at the left margin."""
    if state.level or state.sCount[start] or not _may_be_esm(state, start):
        return False
    last = start
    while last < end and not state.isEmpty(last):
        last += 1
    source = state.getLines(start, last, 0, False)
    if not _is_esm(source):
        return False
    if not silent:
        _push(state, source, start, last, "component_block")
        state.tokens[-1].info = source.split()[0]
    state.line = last
    return True


def _may_be_esm(state: StateBlock, line: int) -> bool:
    return state.src.startswith(("import ", "export "), state.bMarks[line])


def _is_esm(source: str) -> bool:
    if source.startswith("export "):
        return _ESM.fullmatch(source) is not None
    lines = re.split(r"\n(?=import\s|export\s)", source)
    return all(_ESM.fullmatch(line) for line in lines)


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Tags of components that have lines of their own."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] != "<" or state.sCount[start] - state.blkIndent >= 4:
        return False
    behind = tag_end(state.src, at)
    last = _line_of(state, behind, start, end) if behind else end
    if last >= end or state.src[behind : state.eMarks[last]].strip():
        return False
    if not silent:
        _push(state, state.src[at:behind], start, last + 1, "component_block")
    state.line = last + 1
    return True


def _line_of(state: StateBlock, place: int, start: int, end: int) -> int:
    line = start
    while line < end and state.eMarks[line] < place:
        line += 1
    return line


def _push(state: StateBlock, source: str, start: int, end: int, kind: str) -> None:
    token = state.push(kind, "", 0)
    token.content = source
    token.map = [start, end]


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    end = tag_end(state.src, state.pos)
    if not end:
        return False
    if not silent:
        state.push("component", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    """``{/* nobody sees this */}``."""
    if not state.src.startswith("{/*", state.pos):
        return False
    end = state.src.find("*/}", state.pos)
    if end < 0:
        return False
    state.pos = end + 3
    return True


def _render(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    source = tokens[idx].content
    return chip(tokens[idx].info or _label(source), source)


def _render_block(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return f"<p{self.renderAttrs(tokens[idx])}>{_render(self, tokens, idx, options, env)}</p>\n"


def _label(source: str) -> str:
    words = source.strip("<>").rstrip("/ ").split()
    return " ".join(words) if words else "fragment"
