"""Images that stand alone, where a site wants no paragraph around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.render.flavours.token_lines import ATTRIBUTE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore


def lone_images(parser: MarkdownIt) -> None:
    """A plugin: a paragraph that is one image gives way to it."""
    parser.core.ruler.after("inline", "lone_images", _apply)


def _apply(state: StateCore) -> None:
    tokens = state.tokens
    for at, token in enumerate(tokens):
        children = token.children or []
        if tokens[at - 1].type != "paragraph_open" or [each.type for each in children] != ["image"]:
            continue
        paragraph, image = tokens[at - 1], children[0]
        paragraph.hidden = tokens[at + 1].hidden = True
        image.attrs.update(paragraph.attrs)
        if paragraph.map:
            image.attrSet(ATTRIBUTE, str(paragraph.map[0] + 1))
