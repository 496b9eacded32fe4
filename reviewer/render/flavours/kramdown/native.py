"""The option ``html_to_native``: HTML that Markdown could say is taken for Markdown.

Only elements of which a reader sees the difference are changed: the text behind
a paragraph joins it, headings get ids, code loses the marks within it.
"""

from __future__ import annotations

from html import unescape

from reviewer.render.flavours.kramdown.element import CLASS, Element
from reviewer.render.flavours.kramdown.patterns import SPACE, SPAN_ELEMENTS, rule

_EMPHASIS = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_HEADING = rule(r"h([1-6])")
_LANGUAGE = rule(r"\blanguage-\S+")
_TEXTS = ("text", "raw_text")


def to_native(element: Element) -> None:
    """Change ``element`` and those within it."""
    if element.kind != "html":
        return
    name = element.value
    if name in ("code", "pre"):
        _to_code(element)
        return
    for child in element.children:
        to_native(child)
    element.inline = name in SPAN_ELEMENTS
    text = _text_of(element)
    if name in _EMPHASIS and text == text.strip(SPACE):
        element.kind = _EMPHASIS[name]
    elif name == "p":
        element.kind = "p"
        _strip(element)
    elif heading := _HEADING.fullmatch(name):
        element.kind, element.level, element.raw_text = "header", int(heading[1]), text


def _strip(element: Element) -> None:
    if element.children and element.children[-1].kind in _TEXTS:
        element.children[-1].value = element.children[-1].value.rstrip(SPACE)
    if element.children and element.children[0].kind in _TEXTS:
        element.children[0].value = element.children[0].value.lstrip(SPACE)


def _to_code(element: Element) -> None:
    inner = element.children[0] if len(element.children) == 1 else None
    if inner is not None and inner.value == "code":
        named = _LANGUAGE.search(inner.attr.get(CLASS, ""))
        if named:
            element.attr[CLASS] = f"{named[0]} {element.attr.get(CLASS, '')}".rstrip()
    element.kind = "codespan" if element.value == "code" else "codeblock"
    element.value = unescape(_text_of(element))
    element.children.clear()


def _text_of(element: Element) -> str:
    if element.kind in _TEXTS:
        return element.value
    return "".join(map(_text_of, element.children))
