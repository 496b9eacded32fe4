"""Definition lists: ``: text`` behind a paragraph whose lines are the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.lists import ItemLines, first_line, item_start, take_ial
from reviewer.render.flavours.kramdown.patterns import (
    BLANK_LINE,
    DEFINITION,
    EOB_MARKER,
    TAIL,
    rule,
)
from reviewer.render.flavours.kramdown.reader import RAW_TEXT, BlockRule, Reader

if TYPE_CHECKING:
    import re

_FIRST = rule(rf"([ ]{{0,3}}:)({TAIL})")


def _is_possible(children: list[Element]) -> bool:
    if not children:
        return False
    if children[-1].kind == "p":
        return True
    one_blank = children[-1].kind == "blank" and children[-1].value == "\n"
    return len(children) > 1 and one_blank and children[-2].kind == "p"


def _definitions(reader: Reader) -> bool:
    children = reader.tree.children
    if not _is_possible(children):
        return False
    whole = reader.new_block("dl")
    spaced = children[-1].kind == "blank"
    if spaced:
        children.pop()
    _take_terms(children.pop(), whole)
    loose = _read_lines(reader, whole, spaced=spaced)
    last = None
    for item in whole.children:
        if item.kind == "dd":
            reader.parse_blocks(item, reader.nested(item.value, item.line))
            last = _settle(item, loose=id(item) in loose) if item.children else last
    _join(reader, whole)
    if last is not None:
        reader.add(last)
    return True


def _take_terms(paragraph: Element, whole: Element) -> None:
    whole.line, whole.ial = paragraph.line, paragraph.ial
    lines = paragraph.children[0].value.split("\n")
    for at, text in enumerate(lines):
        term = Element("dt", line=paragraph.line + at)
        term.raw_text = take_ial(term, text)
        term.add_text(term.raw_text, RAW_TEXT, term.line)
        whole.children.append(term)


def _read_lines(reader: Reader, whole: Element, *, spaced: bool) -> set[int]:
    """Cut the definitions out; answer those whose first paragraph is one."""
    source = reader.source
    start = _FIRST
    lines: ItemLines | None = None
    loose: set[int] = set()
    item, after_blank = whole, False
    while source.pos < source.end:
        line = source.line
        if begun := source.scan(start):
            item = Element("dd", line=line)
            item.value, lines = first_line(begun[1], begun[2])
            item.value = take_ial(item, item.value)
            whole.children.append(item)
            start = item_start(":", lines.width)
            if spaced:
                loose.add(id(item))
        elif source.check(EOB_MARKER) or lines is None:
            break
        elif more := _more(reader, lines, after_blank=after_blank):
            item.value += lines.unindented(more[0])[0]
        elif blank := source.scan(BLANK_LINE):
            item.value += blank[0]
            spaced = after_blank = True
            continue
        else:
            break
        spaced = after_blank = False
    return loose


def _more(reader: Reader, lines: ItemLines, *, after_blank: bool) -> re.Match[str] | None:
    found = reader.source.scan(lines.content)
    return found or (None if after_blank else reader.source.scan(lines.lazy))


def _settle(item: Element, *, loose: bool) -> Element | None:
    children = item.children
    last = children.pop() if children[-1].kind == "blank" else None
    if children and children[0].kind == "p" and not loose:
        if len(children) > 1:
            children[0].children[0].value += "\n"
        children[0].transparent = True
    return last


def _join(reader: Reader, whole: Element) -> None:
    """Lists that stand right behind each other are one."""
    children = reader.tree.children
    if len(children) > 1 and children[-1].kind == "blank" and children[-2].kind == "dl":
        children.pop()
    if children and children[-1].kind == "dl":
        children[-1].children.extend(whole.children)
    else:
        children.append(whole)


DEFINITIONS = BlockRule(rule(DEFINITION), _definitions)
