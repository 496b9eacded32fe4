"""The plain spans: emphasis, code, addresses in brackets, entities, symbols and quotes."""

from __future__ import annotations

import re
from functools import cache
from html.entities import name2codepoint

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.html import SPAN_HTML
from reviewer.render.flavours.kramdown.patterns import ESCAPED, ESCAPED_PLAIN, rule
from reviewer.render.flavours.kramdown.reader import TEXT, Reader, SpanRule

_EMPHASIS = rule(r"\*\*?|__?")
_TICKS = rule(r"`+")
_SIGNS = r"(?u:[^\W_]|[-_.])"
_ADDRESS = rule(rf"<((mailto|https?|ftps?):[^>\n]++|{_SIGNS}++@{_SIGNS}++)>")
_ADDRESS_START = rule(rf"<(?:(?:mailto|https?|ftps?):|{_SIGNS}++@)")
_ENTITY = rule(r"&(?:([\w:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));")
_SYMBOLS = {
    "---": "mdash", "--": "ndash", "...": "hellip", "<< ": "laquo_space",
    " >>": "raquo_space", "<<": "laquo", ">>": "raquo",
}  # fmt: skip
_ESCAPED_SYMBOLS = {r"\<<": "<<", r"\>>": ">>"}
_SYMBOL = rule("|".join(map(re.escape, (*_ESCAPED_SYMBOLS, *_SYMBOLS))))
_STRUCK = rule(r"~~(?!\s|~).*?[^\s~]~~", re.DOTALL)
_BREAK = rule(r"(?:  |\\\\)(?=\n)")
LAST_CODE_POINT = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


def _emphasis(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    mark, start = begin[0], source.pos
    kind = "strong" if len(mark) == 2 else "em"
    within_word = mark[0] == "_" and _ends_word(source.text, start)
    source.pos = begin.end()
    blank_behind = source.text[source.pos : source.pos + 1] in tuple(" \t\r\n\f\v")
    if within_word or blank_behind or reader.inside(kind) or not source.patience.is_left():
        reader.add_text(mark)
        return
    element = _emphasised(reader, mark, kind)
    if element is None and kind == "strong" and reader.tree.kind != "em":
        source.pos = start + 1
        element = _emphasised(reader, mark[0], "em")
    if element is None:
        source.pos = begin.end()
        reader.add_text(mark)
        return
    reader.add(element)


def _ends_word(text: str, at: int) -> bool:
    last = text[at - 1 : at]
    if last == "-":
        last = text[at - 2 : at - 1]
    return last.isalpha()


@cache
def _closing(mark: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends an emphasis, and what looks so but does not."""
    sign = re.escape(mark)
    doubled = rf"{sign}{sign}(?!{sign})" if len(mark) == 1 else ""
    inner = rf"{sign}(?u:[^\W_])" if mark[0] == "_" else ""
    return rule(sign), rule("|".join(filter(None, (doubled, inner))) or r"(?!)")


def _emphasised(reader: Reader, mark: str, kind: str) -> Element | None:
    source = reader.source
    start = source.pos
    element = Element(kind)
    closing, other = _closing(mark)

    def accept(found: re.Match[str]) -> bool:
        blank = source.before() in tuple(" \t\r\n\f\v")
        return not blank and not source.check(other) and bool(element.children)

    if reader.parse_spans(element, closing, accept):
        source.scan(closing)
        return element
    source.patience.lose(source.pos - start)
    return None


def _code(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    ticks = begin[0]
    simple = len(ticks) == 1
    apart = source.pos == 0 or source.before().isspace()
    source.pos = begin.end()
    if simple and apart and source.text[source.pos : source.pos + 1].isspace():
        reader.add_text(ticks)
        return
    end = source.find(ticks)
    if end < 0:
        reader.add_text(ticks)
        return
    text = source.text[source.pos : end]
    if not simple:
        text = text.removeprefix(" ").removesuffix(" ")
    source.pos = end + len(ticks)
    reader.add(Element("codespan", text))


def _address(reader: Reader, begin: re.Match[str]) -> None:
    found = reader.source.scan_far(_ADDRESS)
    if not found:
        SPAN_HTML.read(reader, begin)
        return
    link = Element("a", attr={"href": found[1] if found[2] else f"mailto:{found[1]}"})
    link.add_text(found[1].removeprefix("mailto:"), reader.text_kind)
    reader.add(link)


def character(name: str) -> str:
    """The character of an HTML entity by its name or number; empty where there is none."""
    if name.isdecimal():
        number = int(name)
        is_one = 0 < number <= LAST_CODE_POINT and number not in _SURROGATES
        return chr(number) if is_one else ""
    return "'" if name == "apos" else chr(name2codepoint.get(name, 0)).strip("\0")


def _entity(reader: Reader, begin: re.Match[str]) -> None:
    reader.source.pos = begin.end()
    number = begin[2] or (str(int(begin[3], 16)) if begin[3] else "")
    text = character(begin[1] or number[:9])
    reader.add(Element("entity", text or "&"))
    if not text:
        reader.add_text(begin[0][1:])


def _symbol(reader: Reader, begin: re.Match[str]) -> None:
    reader.source.pos = begin.end()
    if begin[0] in _ESCAPED_SYMBOLS:
        reader.add(Element("entity", _ESCAPED_SYMBOLS[begin[0]]))
    else:
        reader.add(Element("symbol", _SYMBOLS[begin[0]]))


def _break(reader: Reader, begin: re.Match[str]) -> None:
    reader.source.pos = begin.end()
    reader.add(Element("br"))


def _escaped(reader: Reader, begin: re.Match[str]) -> None:
    if not reader.settings.gfm and not reader.source.check(ESCAPED_PLAIN):
        reader.add_text(reader.source.take())
        return
    reader.source.pos = begin.end()
    reader.add_text(begin[1])


def _struck(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    line = source.line
    found = source.scan_far(_STRUCK)
    if not found:
        reader.add_text(source.take())
        return
    element = Element("html", "del", inline=True)
    reader.add(element)
    reader.spans_of(found[0][2:-2], line, element, TEXT)


EMPHASIS = SpanRule("*_", _EMPHASIS, _emphasis)
CODE = SpanRule("`", _TICKS, _code)
ADDRESS = SpanRule("<", _ADDRESS_START, _address)
ENTITY = SpanRule("&", _ENTITY, _entity)
SYMBOL = SpanRule("-.<> \\", _SYMBOL, _symbol)
BREAK = SpanRule(" \\", _BREAK, _break)
ESCAPE = SpanRule("\\", ESCAPED, _escaped)
STRUCK = SpanRule("~", rule("~~"), _struck)
