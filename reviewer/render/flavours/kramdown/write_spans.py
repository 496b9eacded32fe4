"""The HTML of what stands within lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.render.flavours.highlight import highlighted
from reviewer.render.flavours.kramdown.code_classes import code_language, coloured_class
from reviewer.render.flavours.kramdown.document import SYMBOLS
from reviewer.render.flavours.kramdown.element import CLASS
from reviewer.render.flavours.kramdown.html_model import BLOCK, RAW, WITHOUT_BODY
from reviewer.render.flavours.kramdown.markup import attributes_html, code_html, tagged, text_html
from reviewer.render.flavours.kramdown.phrases import character
from reviewer.render.flavours.kramdown.settings import QUOTES

if TYPE_CHECKING:
    from reviewer.render.flavours.kramdown.element import Element
    from reviewer.render.flavours.kramdown.writer import Rule, Writer

_CJK = "\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_CJK_BREAK = re.compile(rf"(?<=[{_CJK}])\n(?=[{_CJK}])")


def _text(writer: Writer, element: Element) -> str:
    text = element.value
    if writer.settings.remove_line_breaks_for_cjk:
        text = _CJK_BREAK.sub("", text)
    return text_html(text)


def _same(writer: Writer, element: Element) -> str:
    return tagged(element.kind, element.attr, writer.inner(element))


def _break(writer: Writer, element: Element) -> str:
    return "<br />"


def _image(writer: Writer, element: Element) -> str:
    return f"<img{attributes_html(element.attr)} />"


def _code(writer: Writer, element: Element) -> str:
    language = code_language(element.attr)
    if not (writer.settings.colours_spans and writer.settings.highlights(language)):
        return tagged("code", element.attr, code_html(element.value))
    attr = element.attr | {CLASS: coloured_class(element.attr, language)}
    return tagged("code", attr, highlighted(element.value, language).removesuffix("\n"))


def _entity(writer: Writer, element: Element) -> str:
    return code_html(element.value)


def _quote(writer: Writer, element: Element) -> str:
    return code_html(character(writer.settings.smart_quotes[QUOTES.index(element.value)]))


def _symbol(writer: Writer, element: Element) -> str:
    chosen = dict(writer.settings.typographic_symbols).get(element.value)
    return text_html(SYMBOLS[element.value] if chosen is None else chosen)


def _marker(writer: Writer, element: Element) -> str:
    note = writer.used_note(element.value)
    again = f":{note.repeated}" if note.repeated else ""
    words = writer.settings.footnote_link_text.replace("%s", str(note.number))
    link = {"href": f"#fn:{note.name}", "class": "footnote", "rel": "footnote"}
    place = {"id": f"fnref:{note.name}{again}", "role": "doc-noteref"}
    return tagged("sup", place, tagged("a", link, words))


def _abbreviation(writer: Writer, element: Element) -> str:
    title, place = writer.document.defined.abbreviations[element.raw_text]
    attr = place.attr | ({"title": title} if title else {})
    return tagged("abbr", attr, element.value)


def _raw(writer: Writer, element: Element) -> str:
    within = element.inline or writer.around[-1].kind == "html"
    return element.value if within else f"{element.value}\n"


def _comment(writer: Writer, element: Element) -> str:
    return f"<!-- {element.value} -->" + ("" if element.inline else "\n")


def _xml(writer: Writer, element: Element) -> str:
    return element.value + ("" if element.inline or _in_raw(writer) else "\n")


def _in_raw(writer: Writer) -> bool:
    outer = writer.around[-1]
    return outer.kind == "html" and outer.model == RAW


def _html(writer: Writer, element: Element) -> str:
    inner = writer.inner(element)
    name = element.value
    raw = _in_raw(writer)
    line = 0 if element.inline or raw else element.line
    begin = f"<{name}{attributes_html(element.attr, line)}"
    end = "" if element.inline or raw else "\n"
    if element.closed and element.model == RAW and not element.inline:
        return f"{begin} />{end}"
    if inner:
        inner = f"\n{inner}\n" if element.model == BLOCK and not element.inline else inner
        return f"{begin}>{inner}</{name}>{end}"
    return f"{begin} />{end}" if name in WITHOUT_BODY else f"{begin}></{name}>{end}"


def _maths(writer: Writer, element: Element) -> str:
    value, attr, line = element.value, dict(element.attr), element.line
    if not writer.settings.math_engine:
        attr["class"] = f"{attr.get('class', '')} kdmath".lstrip()
        if element.inline:
            return tagged("span", attr, f"${value}$")
        return tagged("div", attr, f"$$\n{value}\n$$", line) + "\n"
    written = code_html(value)
    if element.inline:
        return tagged("span", attr, f"${value}$") if attr else rf"\({written}\)"
    written = f"\\[{written}\\]\n"
    return tagged("div", attr, written, line) + "\n" if attr else written


SPANS: dict[str, Rule] = {
    "a": _same,
    "abbreviation": _abbreviation,
    "br": _break,
    "codespan": _code,
    "comment": _comment,
    "em": _same,
    "entity": _entity,
    "footnote": _marker,
    "html": _html,
    "img": _image,
    "math": _maths,
    "raw": _raw,
    "smart_quote": _quote,
    "strong": _same,
    "symbol": _symbol,
    "text": _text,
    "xml": _xml,
}
