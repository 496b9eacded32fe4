"""Links and images, with their addresses in line or defined elsewhere."""

from __future__ import annotations

import re

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.patterns import ESCAPED_PLAIN, SPACE, rule
from reviewer.render.flavours.kramdown.reader import Reader, SpanRule
from reviewer.render.flavours.kramdown.references import link_name

_START = rule(r"!?\[(?=[^^])")
_BRACKET = rule(r"(\])|!?\[")
_PAREN = rule(r"(\()|(\))|\s(?=['\"])")
_NAME = rule(r"\s*?\[([^\]]+)?\]")
_TITLE = rule(r"\s*?([\"'])(.+?)\1\s*?\)", re.DOTALL)
_IN_ANGLES = rule(r"\(<(.*?)>")


def _link(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    source.pos = begin.end()
    kind = "img" if begin[0][0] == "!" else "a"
    nested = kind == "a" and reader.inside("a", "img")
    if nested or not source.patience.is_left() or not _read(reader, Element(kind)):
        source.pos = begin.end()
        reader.add_text(begin[0])


def _read(reader: Reader, element: Element) -> bool:
    source = reader.source
    begin = source.pos
    if not _words(reader, element):
        source.patience.lose(source.pos - begin)
        return False
    words = ESCAPED_PLAIN.sub(r"\1", source.text[begin : source.pos])
    source.pos += 1
    name = source.scan(_NAME)
    if name or source.text[source.pos : source.pos + 1] != "(":
        found = _by_name(reader, element, (name[1] if name else None) or words, words)
    else:
        found = _in_line(reader, element, words)
    if not found:
        source.patience.lose(source.pos - begin)
    return found


def _words(reader: Reader, element: Element) -> bool:
    open_brackets = 1

    def accept(found: re.Match[str]) -> bool:
        nonlocal open_brackets
        open_brackets += -1 if found[1] else 1
        return open_brackets == sum(child.kind == "img" for child in element.children)

    return reader.parse_spans(element, _BRACKET, accept)


def _by_name(reader: Reader, element: Element, name: str, words: str) -> bool:
    link = reader.defined.links.get(link_name(name))
    if link is None:
        return False
    url, title, place = link
    if place is not None and place.ial:
        element.ial = place.ial
        reader.resolve(element.attr, place.ial)
    return _add(reader, element, url, title, words)


def _add(reader: Reader, element: Element, url: str, title: str | None, words: str) -> bool:
    if element.kind == "a":
        element.attr["href"] = url
    else:
        element.attr |= {"src": url, "alt": words}
        element.children.clear()
    if title:
        element.attr["title"] = title
    reader.add(element)
    return True


def _in_line(reader: Reader, element: Element, words: str) -> bool:
    source = reader.source
    if angles := source.scan(_IN_ANGLES):
        url, complete = angles[1], source.text.startswith(")", source.pos)
        source.pos += complete
    else:
        url, complete = _address(reader)
    if complete:
        return _add(reader, element, url, None, words)
    title = source.scan_far(_TITLE)
    return title is not None and _add(reader, element, url, title[2], words)


def _address(reader: Reader) -> tuple[str, bool]:
    """The address in parentheses, which may hold pairs of them; False where a title follows."""
    source = reader.source
    begin, depth = source.pos, 0
    for found in _PAREN.finditer(source.text, begin):
        source.pos = found.end()
        if found[1]:
            depth += 1
        elif found[2]:
            depth -= 1
        if depth == 0 or not (found[1] or found[2]):
            break
    return source.text[begin + 1 : source.pos - 1].strip(SPACE), depth == 0


LINK = SpanRule("![", _START, _link)
