"""What kramdown knows of HTML: which elements there are and how their content is read."""

from __future__ import annotations

import re

from reviewer.render.flavours.kramdown.patterns import NAME, SPAN_ELEMENTS, rule

RAW, SPAN, BLOCK = "raw", "span", "block"
_AS_BLOCK = (
    *("address", "applet", "article", "aside", "blockquote", "body", "dd", "details", "div"),
    *("dl", "fieldset", "figure", "figcaption", "footer", "form", "header", "hgroup", "iframe"),
    *("li", "main", "map", "menu", "nav", "noscript", "object", "section", "summary", "td"),
)
_AS_SPAN = (
    *("a", "abbr", "acronym", "b", "bdo", "big", "button", "cite", "caption", "del", "dfn"),
    *("dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "label", "legend", "optgroup"),
    *("p", "q", "rb", "rbc", "rp", "rt", "rtc", "ruby", "select", "small", "span", "strong"),
    *("sub", "sup", "th", "tt"),
)
_AS_RAW = (*("script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var"),)
_MODELS = dict.fromkeys(_AS_BLOCK, BLOCK) | dict.fromkeys(_AS_SPAN, SPAN)
MODEL_NAMES = {"0": RAW, "span": SPAN, "block": BLOCK}
BLOCK_ELEMENTS = frozenset(
    (
        *("address", "article", "aside", "applet", "body", "blockquote", "caption", "col"),
        *("colgroup", "dd", "div", "dl", "dt", "fieldset", "figcaption", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "head", "iframe"),
        *("legend", "menu", "li", "main", "map", "nav", "ol", "optgroup", "p", "pre", "section"),
        *("summary", "table", "tbody", "td", "th", "thead", "tfoot", "tr", "ul"),
    )
)
WITHOUT_BODY = frozenset(
    (
        *("area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
KNOWN = SPAN_ELEMENTS | BLOCK_ELEMENTS | WITHOUT_BODY | frozenset((*_MODELS, *_AS_RAW))

COMMENT = rule(r"<!--(.*?)-->", re.DOTALL)
SECTION = rule(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
INSTRUCTION = rule(r"<\?(.*?)\?>", re.DOTALL)
_ATTRIBUTE = rule(rf"\s*({NAME})(?:\s*=\s*(?:((?u:\w+))|(\"|')(.*?)\3))?", re.DOTALL)
TAG = rule(
    rf"<((?>{NAME}))\s*((?>\s+{NAME}(?:\s*=\s*(?:(?u:\w+)|(\"|').*?\3))?)*)\s*(/)?>", re.DOTALL
)
CLOSE = rule(rf"</({NAME})\s*>")
RAW_START = rule(rf"<(?:{NAME}|/|!--|\?|!\[CDATA\[)")


def model_of(name: str) -> str:
    """How the content of an element is read where Markdown is allowed in it."""
    return _MODELS.get(name, RAW)


def model_named(value: str | None, name: str) -> str | None:
    """What an attribute ``markdown`` says of the element; None where it says nothing known."""
    return model_of(name) if value == "1" else MODEL_NAMES.get(value or "")


def tag_name(written: str) -> str:
    """Names of HTML are alike in any case, those of XML are not."""
    lowered = written.lower()
    return lowered if lowered in KNOWN else written


def tag_attributes(text: str, name: str) -> dict[str, str]:
    """The attributes within a tag."""
    lower = name in KNOWN
    return {
        key.lower() if lower else key: bare or quoted
        for key, bare, _, quoted in _ATTRIBUTE.findall(text)
    }
