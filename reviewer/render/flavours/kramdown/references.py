"""What is defined in one place and used in others: links, footnotes and abbreviations."""

from __future__ import annotations

import re

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.patterns import (
    CODE_LINES,
    ID_NAME,
    INDENTATION,
    OPT,
    SPACE,
    rule,
)
from reviewer.render.flavours.kramdown.reader import TEXT, BlockRule, Reader, SpanRule

_LINK = rule(
    rf"{OPT}\[([^\n\]]+)\]:[ \t]*+(?:<(.*?)>|(\S[^\n]*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n"
)
_TITLE = rule(r"[ \t]+[\"']")
_NOTE = rule(rf"{OPT}\[\^({ID_NAME})\]:\s*?(.*?\n{CODE_LINES})")
_MARKER = rule(rf"\[\^({ID_NAME})\]")
_ABBREVIATION = rule(rf"{OPT}\*\[(.+?)\]:(.*?)\n")
_BLANKS = rule(r"(?:\\\s)+")
_SPACES = rule(r"\s+")


def link_name(written: str) -> str:
    """Names of links are alike in any case and with any blanks."""
    return _SPACES.sub(" ", written).lower()


def _link(reader: Reader) -> bool:
    found = reader.source.check(_LINK)
    if not found or _TITLE.search(found[3] or ""):
        return False
    reader.source.pos = found.end()
    place = reader.new_block("eob", "link_def")
    reader.add(place)
    url = found[2] if found[2] is not None else found[3]
    reader.defined.links[link_name(found[1])] = (url, found[5], place)
    return True


def _note(reader: Reader) -> bool:
    line = reader.source.line
    found = reader.source.scan(_NOTE)
    if not found:
        return False
    content = Element("footnote_def", line=line)
    reader.parse_blocks(content, reader.nested(INDENTATION.sub("", found[2]), line))
    reader.add(reader.new_block("eob", "footnote_def"))
    reader.defined.footnotes[found[1]] = content
    return True


def _abbreviation(reader: Reader) -> bool:
    found = reader.source.scan(_ABBREVIATION)
    if not found:
        return False
    place = reader.new_block("eob", "abbrev_def")
    reader.add(place)
    reader.defined.abbreviations[" ".join(found[1].split())] = (found[2].strip(SPACE), place)
    return True


def _marker(reader: Reader, begin: re.Match[str]) -> None:
    reader.source.pos = begin.end()
    if begin[1] in reader.defined.footnotes:
        reader.add(Element("footnote", begin[1]))
    else:
        reader.add_text(begin[0])


def replace_abbreviations(reader: Reader, element: Element) -> None:
    """Mark the abbreviations in the texts within ``element``."""
    names = sorted(reader.defined.abbreviations, key=len, reverse=True)
    if names:
        either = "|".join(_BLANKS.sub(r"(?u:\\s)+", re.escape(name)) for name in names)
        _replace(element, rule(rf"(?:(?<=\W)|^)(?:{either})(?!\w)", re.MULTILINE))


def _replace(element: Element, pattern: re.Pattern[str]) -> None:
    children: list[Element] = []
    for child in element.children:
        if child.kind == TEXT and element.model != "raw":
            children += _pieces(child, pattern)
        else:
            _replace(child, pattern)
            children.append(child)
    element.children = children


def _pieces(text: Element, pattern: re.Pattern[str]) -> list[Element]:
    pieces: list[Element] = []
    end = 0
    for found in pattern.finditer(text.value):
        pieces.append(Element(TEXT, text.value[end : found.start()]))
        name = " ".join(found[0].split())
        pieces.append(Element("abbreviation", found[0], raw_text=name))
        end = found.end()
    return [*pieces, Element(TEXT, text.value[end:])] if pieces else [text]


LINKS = BlockRule(rule(rf"{OPT}\["), _link)
NOTES = BlockRule(rule(rf"{OPT}\[\^"), _note)
ABBREVIATIONS = BlockRule(_ABBREVIATION, _abbreviation)
MARKER = SpanRule("[", _MARKER, _marker)
