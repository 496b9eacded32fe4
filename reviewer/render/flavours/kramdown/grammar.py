"""All rules in the order in which kramdown tries them."""

from __future__ import annotations

from functools import cache

from reviewer.render.flavours.kramdown import (
    attribute_lists,
    blocks,
    definitions,
    html,
    links,
    lists,
    maths,
    phrases,
    quotes,
    references,
    tables,
)
from reviewer.render.flavours.kramdown.reader import Grammar, SpanRule, SpanRules

BLOCKS = (
    blocks.BLANK_RULE,
    blocks.CODE,
    blocks.FENCED,
    blocks.QUOTATION,
    blocks.ATX_HEADING,
    blocks.RULE,
    lists.LISTS,
    definitions.DEFINITIONS,
    html.HTML,
    blocks.SETEXT_HEADING,
    maths.MATHS,
    tables.TABLES,
    references.NOTES,
    references.LINKS,
    references.ABBREVIATIONS,
    attribute_lists.BLOCK,
    blocks.END_OF_BLOCK,
    blocks.PARAGRAPH,
)
_BEGIN = r"[*_`<$&\\\"']|!?\[|\{:|--|\.\.\.|[ ]?>>|[ ][ ](?=\n)|~~"
PARTS = {
    "code": SpanRules("`", [phrases.CODE]),
    "code and html": SpanRules("[`<]", [phrases.CODE, html.SPAN_HTML]),
    "html": SpanRules("<", [html.SPAN_HTML]),
}


@cache
def grammar(*, gfm: bool, hard_wrap: bool, symbols: bool) -> Grammar:
    """The rules of one of kramdown's parsers; GitHub's knows struck-out text."""
    spans: list[SpanRule] = [
        phrases.EMPHASIS,
        phrases.CODE,
        phrases.ADDRESS,
        html.SPAN_HTML,
        references.MARKER,
        links.LINK,
        quotes.QUOTES,
        maths.SPAN_MATHS,
        attribute_lists.SPAN,
        phrases.ENTITY,
        *([phrases.SYMBOL] if symbols else []),
        *([] if gfm and hard_wrap else [phrases.BREAK]),
        phrases.ESCAPE,
        *([phrases.STRUCK] if gfm else []),
    ]
    return Grammar(BLOCKS, SpanRules(_BEGIN, spans), PARTS)
