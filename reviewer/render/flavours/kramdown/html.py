"""HTML among Markdown: what is left as it is written and what is read further."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.html_model import (
    BLOCK,
    BLOCK_ELEMENTS,
    CLOSE,
    COMMENT,
    INSTRUCTION,
    KNOWN,
    RAW,
    RAW_START,
    SECTION,
    SPAN,
    TAG,
    WITHOUT_BODY,
    model_named,
    model_of,
    tag_attributes,
    tag_name,
)
from reviewer.render.flavours.kramdown.markup import code_html
from reviewer.render.flavours.kramdown.native import to_native
from reviewer.render.flavours.kramdown.patterns import NAME, OPT, SPAN_ELEMENTS, rule
from reviewer.render.flavours.kramdown.reader import TEXT, BlockRule, Reader, SpanRule

_TRAILING = rule(r"[ \t]*\n")
_BLOCK_START = rule(rf"{OPT}<(?:{NAME}|!--|/)")
_BLOCK_TAG = rule(rf"{OPT}{TAG.pattern}", re.DOTALL)
_BLOCK_CLOSE = rule(rf"{OPT}{CLOSE.pattern}")
_VERBATIM = ("script", "style")


@lru_cache(maxsize=256)
def _end_tag(name: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if name in KNOWN or name.lower() in KNOWN else 0
    return rule(rf"</{re.escape(name)}\s*>", flags)


def _html(reader: Reader) -> bool:
    source = reader.source
    line = source.line
    if source.text.startswith("<!--", source.pos) and (comment := source.scan_far(COMMENT)):
        reader.add(Element("xml", comment[0], line=line))
        source.scan(_TRAILING)
        return True
    tag = source.check(_BLOCK_TAG)
    if tag and tag[1].lower() not in SPAN_ELEMENTS:
        source.pos = tag.end()
        _start_tag(reader, tag, line)
        _make_native(reader)
        return True
    close = source.check(_BLOCK_CLOSE)
    if close and reader.tree.kind == "html" and reader.tree.value == close[1].lower():
        source.pos = close.end()
        reader.stopped = True
        return True
    return False


def _start_tag(reader: Reader, tag: re.Match[str], line: int) -> None:
    name = tag_name(tag[1])
    element = Element("html", name, tag_attributes(tag[2], name), line=line)
    element.closed = tag[4] is not None or name in WITHOUT_BODY
    reader.add(element)
    element.ial, reader.block_ial = reader.block_ial, None
    element.model = _model(reader, element)
    if name in _VERBATIM:
        _verbatim(reader, element, RAW)
        return
    if element.model == BLOCK:
        reader.source.scan(_TRAILING)
    if not element.closed:
        _content(reader, element)
        if not _in_raw(reader):
            reader.source.scan(_TRAILING)


def _make_native(reader: Reader) -> None:
    if reader.settings.html_to_native and reader.tree.children:
        to_native(reader.tree.children[-1])


def _in_raw(reader: Reader) -> bool:
    return reader.tree.kind == "html" and reader.tree.model == RAW


def _model(reader: Reader, element: Element) -> str:
    named = model_named(element.attr.pop("markdown", None), element.value)
    if named:
        return named
    parsed = reader.settings.parse_block_html and not _in_raw(reader)
    return model_of(element.value) if parsed else RAW


def _content(reader: Reader, element: Element) -> None:
    if element.model == BLOCK:
        reader.parse_blocks(element, reader.source)
    elif element.model == SPAN:
        _verbatim(reader, element, reader.text_kind)
    else:
        _raw(reader, element)


def _verbatim(reader: Reader, element: Element, kind: str) -> None:
    """All text up to the end tag."""
    source = reader.source
    line = source.line
    end = _end_tag(element.value).search(source.text, source.pos)
    text = source.text[source.pos : end.start()] if end else source.rest()
    element.add_text(text, kind, line)
    if end:
        source.pos = end.end()


def _raw(reader: Reader, element: Element) -> None:
    """HTML within HTML, where only an attribute ``markdown`` has Markdown read."""
    source, text = reader.source, reader.source.text
    reader.around.append(reader.tree)
    reader.tree = element
    while source.pos < source.end:
        start = RAW_START.search(text, source.pos)
        if not start:
            element.add_text(source.rest(), TEXT)
            break
        element.add_text(text[source.pos : start.start()], TEXT)
        source.pos = start.start()
        if _raw_piece(reader, element):
            break
    reader.tree = reader.around.pop()


def _raw_piece(reader: Reader, element: Element) -> bool:
    """One tag or comment; True if it is the end of ``element``."""
    source = reader.source
    line = source.line
    if (found := _comment(reader)) or (found := source.scan(INSTRUCTION)):
        element.children.append(Element("xml", found[0], line=line))
    elif section := _section(reader):
        element.add_text(code_html(section[1]), TEXT)
    elif tag := source.scan(TAG):
        _start_tag(reader, tag, line)
    elif close := source.scan(CLOSE):
        if tag_name(close[1]) == element.value:
            return True
        element.add_text(close[0], TEXT)
    else:
        element.add_text(source.take(), TEXT)
    return False


def _section(reader: Reader) -> re.Match[str] | None:
    source = reader.source
    return source.scan_far(SECTION) if source.text.startswith("<![CDATA[", source.pos) else None


def _comment(reader: Reader) -> re.Match[str] | None:
    source = reader.source
    return source.scan_far(COMMENT) if source.text.startswith("<!--", source.pos) else None


def _span(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    line = source.line
    if comment := _comment(reader):
        reader.add(Element("xml", comment[0], line=line, inline=True))
    elif section := _section(reader):
        reader.add_text(code_html(section[1]))
    elif close := source.scan(CLOSE):
        reader.add_text(close[0])
    elif tag := source.scan(TAG):
        name = tag_name(tag[1])
        if name in BLOCK_ELEMENTS:
            reader.add_text(tag[0])
        else:
            _span_tag(reader, tag, name, line)
            _make_native(reader)
    else:
        reader.add_text(source.take())


def _span_tag(reader: Reader, tag: re.Match[str], name: str, line: int) -> None:
    attributes = {
        key: re.sub(r"\n+", " ", value) for key, value in tag_attributes(tag[2], name).items()
    }
    element = Element("html", name, attributes, line=line, inline=True)
    parsed = _is_parsed(reader, name, attributes.pop("markdown", None))
    element.model = SPAN if parsed else RAW
    element.closed = tag[4] is not None
    reader.add(element)
    if element.closed or name in WITHOUT_BODY:
        return
    rules = None if parsed else reader.grammar.parts["html"]
    stop = _end_tag(name)
    if reader.parse_spans(element, stop, rules=rules):
        reader.source.scan(stop)
    else:
        element.add_text(reader.source.rest(), reader.text_kind)


def _is_parsed(reader: Reader, name: str, markdown: str | None) -> bool:
    named = model_named(markdown, name)
    if markdown == "1":
        return model_of(name) != RAW
    if named in (SPAN, RAW):
        return named == SPAN
    raw = model_of(name) == RAW or reader.tree.model == RAW
    return not raw and reader.settings.parse_span_html


HTML = BlockRule(_BLOCK_START, _html)
SPAN_HTML = SpanRule("<", rule(rf"<(?:{NAME}|!--|/|!\[CDATA\[)"), _span)
