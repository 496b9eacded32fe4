"""Attributes that stand behind the words of a heading: ``# Title {#id .class key=value}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ATTRIBUTES = re.compile(r"[ \t]*\{([^{}]*)\}[ \t]*$")
_ATTRIBUTE = re.compile(
    r"\s*(?:#([^\s#.=]+)|\.([^\s#.=]+)|([a-zA-Z_][\w-]*)=(?:\"([^\"]*)\"|'([^']*)'|(\S+)))\s*"
)


def heading_attributes(parser: MarkdownIt) -> None:
    """A plugin: what stands in braces behind a heading becomes its attributes."""
    parser.core.ruler.after("block", "heading_attributes", _apply)


def are_attributes(text: str) -> bool:
    """Whether ``text`` holds attributes and nothing else."""
    return bool(text.strip()) and not _ATTRIBUTE.sub("", text)


def set_attributes(token: Token, attributes: str) -> bool:
    """Set the attributes that stand in braces; False if anything else stands there."""
    if not are_attributes(attributes):
        return False
    for name, style, key, *values in _ATTRIBUTE.findall(attributes):
        if style:
            token.attrJoin("class", style)
        else:
            token.attrSet(key or "id", name or "".join(values))
    return True


def _apply(state: StateCore) -> None:
    for at, token in enumerate(state.tokens):
        if token.type == "inline" and state.tokens[at - 1].type == "heading_open":
            found = _ATTRIBUTES.search(token.content)
            if found and set_attributes(state.tokens[at - 1], found[1]):
                token.content = token.content[: found.start()]
