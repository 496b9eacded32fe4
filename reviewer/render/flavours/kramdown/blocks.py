"""The plain blocks: paragraphs, headings, quotations, code, rules and what ends them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reviewer.render.flavours.kramdown.element import CLASS
from reviewer.render.flavours.kramdown.patterns import (
    BLANK_LINE,
    CODE_LINES,
    EOB_MARKER,
    FENCE,
    HRULE,
    INDENT,
    INDENTATION,
    LAZY,
    LINE,
    OPT,
    PARAGRAPH_END,
    PARAGRAPH_END_GFM,
    QUOTE,
    SPACE,
    rule,
)
from reviewer.render.flavours.kramdown.reader import RAW_TEXT, BlockRule, Reader

_QUOTE_SIGNS = rule(rf"^{QUOTE}", re.MULTILINE)
_CODE = rule(CODE_LINES)
_LAZY_CODE = rule(r"\n([ ]{0,3}\S)")
_MARKS, _MARKS_GFM = rule(r"(~{3,})"), rule(r"[ ]{0,3}([~`]{3,})")
MOST_MARKS = 50
_ATX = rule(r"(#{1,6})[\t ]*([^ \t].*)\n")
_ATX_GFM = rule(r"(#{1,6})[\t ]+(.*)\n")
_ATX_TAIL, _ATX_TAIL_GFM = rule(r"(?<!\\)#+\Z"), rule(r"[\t ]#+\Z")
_SETEXT = rule(rf"{OPT}([^ \t].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
# Letters and marks as XML has them in names.
_LETTERS = (
    r":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_MARKS = r".0-9\u00b7\u0300-\u036f\u203f-\u2040-"
_HEADING_ID = rule(rf"[\t ]\{{#([{_LETTERS}][{_LETTERS}{_NAME_MARKS}]*)\}}\Z")


def _blank(reader: Reader) -> bool:
    blank = reader.source.scan(BLANK_LINE)
    last = reader.tree.last
    if blank and last is not None and last.kind == "blank":
        last.value += blank[0]
    elif blank:
        reader.add(reader.new_block("blank", blank[0]))
    return True


def _end_of_block(reader: Reader) -> bool:
    reader.source.scan(EOB_MARKER)
    reader.add(reader.new_block("eob"))
    return True


def _rule(reader: Reader) -> bool:
    line = reader.source.line
    reader.source.scan(HRULE)
    reader.add(reader.new_block("hr", line=line))
    return True


def _lines_to(reader: Reader, end: re.Pattern[str]) -> str:
    source = reader.source
    begin = source.pos
    source.scan(LINE)
    while not end.match(source.text, source.pos) and source.scan(LINE):
        pass
    return source.text[begin : source.pos]


def _quotation(reader: Reader) -> bool:
    line = reader.source.line
    lines = _QUOTE_SIGNS.sub("", _lines_to(reader, LAZY))
    quotation = reader.new_block("blockquote", line=line)
    reader.add(quotation)
    reader.parse_blocks(quotation, reader.nested(lines, line))
    return True


def paragraph_end(reader: Reader) -> re.Pattern[str]:
    """What ends a paragraph; GitHub's rules let most blocks begin right behind one."""
    quirk = reader.settings.gfm and "paragraph_end" in reader.settings.gfm_quirks
    return PARAGRAPH_END_GFM if quirk else PARAGRAPH_END


def _paragraph(reader: Reader) -> bool:
    source = reader.source
    begin, line = source.pos, source.line
    text = _lines_to(reader, paragraph_end(reader)).rstrip(SPACE)
    last = reader.tree.last
    if last is None or last.kind != "p":
        paragraph = reader.new_block("p", line=line)
        paragraph.add_text(text.lstrip(SPACE), reader.text_kind, line)
        reader.add(paragraph)
    elif last.last is not None and last.last.kind == reader.text_kind:
        broken = source.text[max(begin - 3, 0) : begin] == "  \n"
        last.last.value += ("  \n" if broken else "\n") + text
    else:
        last.add_text(text, reader.text_kind, line)
    return True


def _code(reader: Reader) -> bool:
    line = reader.source.line
    found = reader.source.scan(_CODE)
    text = _LAZY_CODE.sub(r" \1", found[0]) if found else ""
    reader.add(reader.new_block("codeblock", INDENTATION.sub("", text), line))
    return True


@cache
def _fence_open(count: int) -> re.Pattern[str]:
    return rule(rf"[ ]{{0,3}}([~`]{{{count}}})\s*?((\S+?)(?:\?\S*)?)?\s*?\n")


@lru_cache(maxsize=64)
def _fence_close(marks: str, optional: str) -> re.Pattern[str]:
    return rule(rf"^{optional}{re.escape(marks)}{re.escape(marks[-1])}*\s*?\n", re.MULTILINE)


def _fence(reader: Reader) -> bool:
    gfm = reader.settings.gfm
    marks = reader.source.check(_MARKS_GFM if gfm else _MARKS)
    # More signs than the last line has are, but for three, the name of a language.
    counts = range(min(len(marks[1]), MOST_MARKS), 2, -1) if marks else ()
    return any(_fenced(reader, count, OPT if gfm else "") for count in counts)


def _fenced(reader: Reader, count: int, optional: str) -> bool:
    source = reader.source
    opened = source.check(_fence_open(count)) if source.patience.is_left() else None
    if not opened:
        return False
    closed = _fence_close(opened[1], optional).search(source.text, opened.end())
    if not closed:
        source.patience.lose((source.end - source.pos) // 8)
        return False
    block = reader.new_block("codeblock", source.text[opened.end() : closed.start()], source.line)
    if opened[2]:
        block.raw_text = opened[2]
        block.attr[CLASS] = f"language-{opened[3]}"
    source.pos = closed.end()
    reader.add(block)
    return True


def _atx_heading(reader: Reader) -> bool:
    gfm, source = reader.settings.gfm, reader.source
    quirk = gfm and "paragraph_end" in reader.settings.gfm_quirks
    if not quirk and not reader.after_boundary():
        return False
    found = source.check(_ATX_GFM if gfm else _ATX)
    if not found:
        return False
    text, identity = _heading_words(found[2])
    tail = (_ATX_TAIL_GFM if quirk else _ATX_TAIL).search(text)
    text = text[: tail.start()].rstrip(SPACE) if tail else text
    return _add_heading(reader, found, len(found[1]), text, identity)


def _setext_heading(reader: Reader) -> bool:
    found = reader.source.check(_SETEXT) if reader.after_boundary() else None
    if not found:
        return False
    level = 2 if found[2] == "-" else 1
    return _add_heading(reader, found, level, *_heading_words(found[1]))


def _heading_words(contents: str) -> tuple[str, str]:
    text = contents.rstrip(SPACE)
    named = _HEADING_ID.search(text)
    return (text[: named.start()].rstrip(SPACE), named[1]) if named else (text, "")


def _add_heading(
    reader: Reader, found: re.Match[str], level: int, text: str, identity: str
) -> bool:
    if not text:
        return False
    heading = reader.new_block("header", line=reader.source.line)
    heading.level, heading.raw_text = level, text
    heading.add_text(text, RAW_TEXT, heading.line)
    if identity:
        heading.attr["id"] = identity
    reader.source.pos = found.end()
    reader.add(heading)
    return True


BLANK_RULE = BlockRule(BLANK_LINE, _blank)
CODE = BlockRule(rule(INDENT), _code)
FENCED = BlockRule(rule(FENCE), _fence)
QUOTATION = BlockRule(rule(QUOTE), _quotation)
ATX_HEADING = BlockRule(rule(r"#{1,6}"), _atx_heading)
SETEXT_HEADING = BlockRule(_SETEXT, _setext_heading)
RULE = BlockRule(HRULE, _rule)
END_OF_BLOCK = BlockRule(EOB_MARKER, _end_of_block)
PARAGRAPH = BlockRule(rule(rf"{OPT}[^ \t].*\n"), _paragraph)
