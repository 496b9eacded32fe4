"""The HTML of blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.render.flavours.highlight import highlighted
from reviewer.render.flavours.kramdown.code_classes import (
    code_language,
    coloured_class,
    without_language,
)
from reviewer.render.flavours.kramdown.document import plain_id
from reviewer.render.flavours.kramdown.element import CLASS, Element
from reviewer.render.flavours.kramdown.markup import attributes_html, code_html, tagged
from reviewer.render.flavours.kramdown.patterns import rule

if TYPE_CHECKING:
    from reviewer.render.flavours.kramdown.writer import Rule, Writer

TOC, NOTES = "\0toc\0", "\0notes\0"
"""Where the table of contents and the notes go; no text holds these characters."""
_AUTO_IDS = rule(r"auto_ids(?:-([\w-]+))?")
_NO_TOC = rule(r"\bno_toc\b")
_BLANKS = rule(r"(^[ \t]+)|([ \t]+$)|([ \t]+)", re.MULTILINE)


def _blank(writer: Writer, element: Element) -> str:
    return "\n"


def _paragraph(writer: Writer, element: Element) -> str:
    if element.transparent:
        return writer.inner(element)
    image = element.children[0] if len(element.children) == 1 else None
    if image is not None and image.kind == "img" and image.refers_to("standalone"):
        return _figure(element, image)
    return tagged("p", element.attr, writer.inner(element), element.line) + "\n"


def _figure(paragraph: Element, image: Element) -> str:
    outer, inner = dict(paragraph.attr), dict(image.attr)
    for name in (CLASS, "id"):
        if name in inner and name not in outer:
            outer[name] = inner.pop(name)
    caption = tagged("figcaption", {}, inner.get("alt", ""))
    return tagged("figure", outer, f"<img{attributes_html(inner)} />\n{caption}\n", paragraph.line)


def _code(writer: Writer, element: Element) -> str:
    named = code_language(element.attr)
    attr = without_language(element.attr)
    if writer.settings.highlights(named):
        attr[CLASS] = f"{coloured_class(attr, named)} codehilite"
        code = highlighted(element.value, element.raw_text or named)
        pre = tagged("pre", {CLASS: "highlight"}, tagged("code", {}, code))
        return tagged("div", attr, tagged("div", {CLASS: "highlight"}, pre), element.line) + "\n"
    code = code_html(element.value.removesuffix("\n"))
    if "show-whitespaces" in attr.get(CLASS, ""):
        code = _BLANKS.sub(_shown_blanks, code)
    inner = {CLASS: f"language-{named}"} if named else {}
    return tagged("pre", attr, tagged("code", inner, code + "\n"), element.line) + "\n"


def _shown_blanks(found: re.Match[str]) -> str:
    side = "-l" if found[1] else "-r" if found[2] else ""
    return "".join(
        f'<span class="ws-tab{side}">\t</span>'
        if sign == "\t"
        else f'<span class="ws-space{side}">&#8901;</span>'
        for sign in found[0]
    )


def _around_lines(writer: Writer, element: Element) -> str:
    return tagged(element.kind, element.attr, f"\n{writer.inner(element)}", element.line) + "\n"


def _heading(writer: Writer, element: Element) -> str:
    attr = dict(element.attr)
    settings = writer.settings
    if settings.auto_ids and not attr.get("id") and not ("id" in attr and settings.gfm):
        attr["id"] = writer.heading_id(element.raw_text)
    identity = attr.get("id", "")
    listed = element.level in settings.toc_levels and not _NO_TOC.search(attr.get(CLASS, ""))
    if identity and listed:
        writer.headings.append((element.level, identity, element))
    level = min(max(element.level + settings.header_offset, 1), 6)
    link = f'<a href="#{identity}"></a>' if identity and settings.header_links else ""
    return tagged(f"h{level}", attr, link + writer.inner(element), element.line) + "\n"


def _rule(writer: Writer, element: Element) -> str:
    return f"<hr{attributes_html(element.attr, element.line)} />\n"


def _list(writer: Writer, element: Element) -> str:
    if writer.contents is None and element.refers_to("toc"):
        writer.contents = element
        return TOC
    if not writer.places_notes and element.refers_to("footnotes"):
        writer.places_notes = True
        return NOTES
    return _around_lines(writer, element)


def _item(writer: Writer, element: Element) -> str:
    inner = writer.inner(element)
    children = element.children
    if children and not (children[0].kind == "p" and children[0].transparent):
        inner = f"\n{inner}"
    return tagged(element.kind, element.attr, inner, element.line) + "\n"


def _term(writer: Writer, element: Element) -> str:
    attr = dict(element.attr)
    ial = writer.around[-1].ial
    for ref in ial.refs if ial and not attr.get("id") else ():
        if found := _AUTO_IDS.match(ref):
            attr["id"] = f"{found[1] or ''}{plain_id(element.raw_text)}"
            break
    return tagged("dt", attr, writer.inner(element), element.line) + "\n"


def _cell(writer: Writer, element: Element) -> str:
    inner = writer.inner(element)
    kind = "th" if writer.around[-2].kind == "thead" else "td"
    attr = dict(element.attr)
    if element.value:
        style = f"{attr['style']}; " if "style" in attr else ""
        attr["style"] = f"{style}text-align: {element.value}"
    return tagged(kind, attr, inner or "\u00a0") + "\n"


BLOCKS: dict[str, Rule] = {
    "blank": _blank,
    "blockquote": _around_lines,
    "codeblock": _code,
    "dd": _item,
    "dl": _around_lines,
    "dt": _term,
    "header": _heading,
    "hr": _rule,
    "li": _item,
    "ol": _list,
    "p": _paragraph,
    "table": _around_lines,
    "tbody": _around_lines,
    "td": _cell,
    "tfoot": _around_lines,
    "thead": _around_lines,
    "tr": _around_lines,
    "ul": _list,
}
