"""Attributes that stand behind the words of a heading: ``# Title {#id .class key=value}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"[ \t]*\{([^{}]*)\}[ \t]*$")
_ATTRIBUTE = re.compile(r"#([^\s#.=]+)|\.([^\s#.=]+)|([\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")


def heading_attributes(parser: MarkdownIt) -> None:
    """A plugin: what stands in braces behind a heading becomes its attributes."""
    parser.core.ruler.after("block", "heading_attributes", _apply)


def set_attributes(token: Token, attributes: str) -> bool:
    """Set the attributes that stand in braces; False if there are none."""
    found = _ATTRIBUTE.findall(attributes)
    for name, style, key, *values in found:
        if style:
            token.attrJoin("class", style)
        else:
            token.attrSet(key or "id", name or "".join(values))
    return bool(found)


def _apply(state: StateCore) -> None:
    for at, token in enumerate(state.tokens):
        if token.type == "inline" and state.tokens[at - 1].type == "heading_open":
            found = _ATTRIBUTES.search(token.content)
            if found and set_attributes(state.tokens[at - 1], found[1]):
                token.content = token.content[: found.start()]
