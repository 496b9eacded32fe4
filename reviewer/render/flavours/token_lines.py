"""Tells each block of HTML its line, where markdown-it renders.

The parser keeps the lines of every block; only HTML as it was written has no
token of its own to carry an attribute, and takes it into its first tag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.render.flavours.highlight import code_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

ATTRIBUTE = "data-line"
_FIRST_TAG = re.compile(r"\s*<[a-zA-Z][\w-]*")


def source_lines(parser: MarkdownIt) -> None:
    """A plugin: blocks get ``data-line``, code its colours."""
    parser.core.ruler.push("source_lines", _mark)
    for kind, rule in (("fence", _fence), ("code_block", _code), ("html_block", _html)):
        parser.add_render_rule(kind, rule)


def marked(html: str, line: int) -> str:
    """``html`` with the line in its first tag, if it begins with one."""
    if not line:
        return html
    return _FIRST_TAG.sub(rf'\g<0> {ATTRIBUTE}="{line}"', html, count=1)


def _mark(state: StateCore) -> None:
    for token in state.tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet(ATTRIBUTE, str(token.map[0] + 1))


def _fence(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[idx]
    language = token.info.split()[0] if token.info.strip() else ""
    return code_block(token.content, language, self.renderAttrs(token))


def _code(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    return code_block(tokens[idx].content, "", self.renderAttrs(tokens[idx]))


def _html(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    token = tokens[idx]
    return marked(token.content, int(token.attrGet(ATTRIBUTE) or 0))
