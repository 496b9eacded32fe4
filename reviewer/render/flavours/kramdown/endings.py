"""What kramdown writes when all else is written: the notes and the table of contents."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.markup import tagged, text_html
from reviewer.render.flavours.kramdown.write_blocks import BLOCKS, NOTES, TOC
from reviewer.render.flavours.kramdown.write_spans import SPANS
from reviewer.render.flavours.kramdown.writer import UsedNote, Writer

if TYPE_CHECKING:
    from reviewer.render.flavours.kramdown.document import Document


def to_html(document: Document) -> str:
    """The HTML of a document."""
    writer = Writer(document, BLOCKS | SPANS)
    html = writer.inner(document.root)
    notes = _notes(writer)
    html = html.replace(NOTES, notes, 1) if writer.places_notes else html + notes
    if writer.contents is not None:
        html = html.replace(TOC, _contents(writer, writer.contents), 1)
    return html


def _notes(writer: Writer) -> str:
    items: list[str] = []
    # Notes may refer to further notes, which then follow them.
    while len(items) < len(writer.notes):
        items.append(_note(writer, list(writer.notes.values())[len(items)]))
    if not items:
        return ""
    start = writer.settings.footnote_nr
    attr = {} if start == 1 else {"start": str(start)}
    whole = tagged("ol", attr, "\n" + "".join(items))
    return tagged("div", {"class": "footnotes", "role": "doc-endnotes"}, f"\n{whole}\n") + "\n"


def _note(writer: Writer, note: UsedNote) -> str:
    item = Element("li", attr={"id": f"fn:{note.name}", "role": "doc-endnote"})
    item.children = deepcopy(note.content.children)
    paragraph = _last_paragraph(item, anywhere=writer.settings.footnote_backlink_inline)
    if paragraph is None:
        paragraph = Element("p")
        item.children.append(paragraph)
    links = _back_links(writer, note, spaced=bool(paragraph.children))
    paragraph.children.append(Element("raw", links, inline=True))
    return writer.write(item)


def _last_paragraph(item: Element, *, anywhere: bool) -> Element | None:
    last = item.last
    while anywhere and last is not None and last.kind not in ("p", "header"):
        last = last.last
    return last if last is not None and last.kind in ("p", "header") else None


def _back_links(writer: Writer, note: UsedNote, *, spaced: bool) -> str:
    arrow = text_html(writer.settings.footnote_backlink)
    if not arrow:
        return ""
    links = []
    for at in range(note.repeated + 1):
        again, number = (f":{at}", f"<sup>{at + 1}</sup>") if at else ("", "")
        attr = {"href": f"#fnref:{note.name}{again}", "class": "reversefootnote"}
        link = tagged("a", attr | {"role": "doc-backlink"}, arrow + number)
        links.append(f"\u00a0{link}" if spaced or at else link)
    return "".join(links)


def _contents(writer: Writer, place: Element) -> str:
    whole = Element(place.kind, attr={"id": "markdown-toc"} | place.attr, line=place.line)
    around: list[tuple[int, Element]] = [(0, whole)]
    for level, identity, heading in writer.headings:
        while around[-1][0] >= level:
            around.pop()
        parent = around[-1][1]
        if parent.kind == "li":
            parent.children[1:] = parent.children[1:] or [Element(place.kind)]
            parent = parent.children[1]
        entry = _entry(whole, identity, heading)
        parent.children.append(entry)
        around.append((level, entry))
    return writer.write(whole) if whole.children else ""


def _entry(whole: Element, identity: str, heading: Element) -> Element:
    link = Element("a", attr={"href": f"#{identity}", "id": f"{whole.attr['id']}-{identity}"})
    link.children = _without_links(heading.children)
    return Element("li", children=[Element("p", children=[link], transparent=True)])


def _without_links(elements: list[Element]) -> list[Element]:
    kept: list[Element] = []
    for element in elements:
        children = _without_links(element.children)
        if element.kind == "a":
            kept += children
        elif element.kind != "footnote":
            copied = deepcopy(element)
            copied.children = children
            kept.append(copied)
    return kept
