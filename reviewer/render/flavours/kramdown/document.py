"""A whole text: its blocks, then its spans, then what is known only when all is read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.element import Element
from reviewer.render.flavours.kramdown.grammar import grammar
from reviewer.render.flavours.kramdown.patterns import rule
from reviewer.render.flavours.kramdown.phrases import character
from reviewer.render.flavours.kramdown.reader import RAW_TEXT, TEXT, Definitions, Reader
from reviewer.render.flavours.kramdown.references import link_name, replace_abbreviations

if TYPE_CHECKING:
    from reviewer.render.flavours.kramdown.settings import Settings

_NO_WORD = re.compile(r"[^\w\- \t]")
_BLANK = re.compile(r"[ \t]")
_BEFORE_LETTERS = rule(r"^[^a-zA-Z]+", re.MULTILINE)
_NO_PLAIN = rule(r"[^a-zA-Z0-9 -]")
SYMBOLS = {
    "mdash": "—", "ndash": "–", "hellip": "…", "laquo": "«", "raquo": "»",
    "laquo_space": "«\u00a0", "raquo_space": "\u00a0»",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """What was read; ``settings`` with what the text itself says of them."""

    root: Element
    defined: Definitions
    settings: Settings


def read(text: str, settings: Settings) -> Document:
    """Read ``text``."""
    symbols = "no_auto_typographic" not in settings.gfm_quirks or not settings.gfm
    rules = grammar(gfm=settings.gfm, hard_wrap=settings.hard_wrap, symbols=symbols)
    text = text.replace("\0", "\ufffd").removesuffix("\n") + "\n"
    reader = Reader(text, settings, rules)
    for name, url, title in settings.link_defs:
        reader.defined.links[link_name(name)] = (url, title, None)
    reader.parse_blocks(reader.root, reader.source)
    _finish(reader, reader.root)
    replace_abbreviations(reader, reader.root)
    for note in reader.defined.footnotes.values():
        _finish(reader, note)
        replace_abbreviations(reader, note)
    if settings.gfm:
        _Headings(reader.settings).update(reader.root)
    return Document(reader.root, reader.defined, reader.settings)


def _finish(reader: Reader, element: Element) -> None:
    """Read the spans of all texts within ``element``; give each its attributes."""
    children: list[Element] = []
    for child in element.children:
        if child.kind == RAW_TEXT:
            line = child.line or element.line
            children += reader.spans_of(child.value, line, child).children
            continue
        if child.kind != "eob":
            _finish(reader, child)
            children.append(child)
        if child.ial:
            reader.resolve(child.attr, child.ial)
        if child.kind == "dt" or (child.kind == "header" and reader.settings.strips_ids):
            child.raw_text = _words(child, everything=reader.settings.gfm)
    element.children = children


def _words(element: Element, *, everything: bool) -> str:
    """The text of a heading; GitHub's rules count code, maths and symbols too."""
    if element.kind == TEXT:
        return element.value
    if everything and element.kind in ("codespan", "math", "entity"):
        return element.value
    if everything and element.kind == "smart_quote":
        return character(element.value)
    if everything and element.kind == "symbol":
        return SYMBOLS[element.value]
    return "".join(_words(child, everything=everything) for child in element.children)


def _mark(found: re.Match[str]) -> str:
    """Marks that belong to letters are of words to Ruby, but not to Python."""
    return found[0] if unicodedata.category(found[0])[0] == "M" else ""


def plain_id(words: str) -> str:
    """An id of a heading's words in ASCII."""
    return _NO_PLAIN.sub("", _BEFORE_LETTERS.sub("", words)).replace(" ", "-").lower()


def in_ascii(words: str) -> str:
    """``words`` without accents, for ids in ASCII."""
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()


class _Headings:
    """What GitHub's rules change at last: ids of headings, and line breaks in texts."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._break = "\n" if settings.hard_wrap else "\\\n"
        self._used: Counter[str] = Counter()

    def update(self, element: Element) -> None:
        """Go through the elements within ``element``."""
        children: list[Element] = []
        for child in element.children:
            if child.kind == TEXT and self._break in child.value:
                children += self._broken(element, child)
                continue
            children.append(child)
            if child.kind == "header" and self._settings.auto_ids and "id" not in child.attr:
                child.attr["id"] = self._id(child.raw_text)
            elif child.kind != "html":
                self.update(child)
        element.children = children

    def _id(self, words: str) -> str:
        base = _BLANK.sub("-", _NO_WORD.sub(_mark, words.lower()))
        number = f"-{self._used[base]}" if self._used[base] and self._settings.numbers_ids else ""
        self._used[base] += 1
        return f"{self._settings.auto_id_prefix}{base}{number}"

    def _broken(self, element: Element, text: Element) -> list[Element]:
        lines = text.value.split(self._break)
        is_last = element.is_block and element.children[-1] is text and not lines[-1]
        pieces: list[Element] = []
        for at, line in enumerate(lines):
            pieces.append(Element(TEXT, f"\n{line}" if at else line))
            if at < len(lines) - (2 if is_last else 1):
                pieces.append(Element("br"))
        return pieces
