"""A text whose tags are private characters, and how they come back in its HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.render.tags.replacement import Replacement

FIRST_PRIVATE = 0xF0000
LAST_PRIVATE = 0x10FFFD

_RANGE = f"{chr(FIRST_PRIVATE)}-{chr(LAST_PRIVATE)}"
_MARKUP = re.compile(
    rf"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[{_RANGE}]"
)
_PRIVATE = re.compile(f"[{_RANGE}]")
_CODE = frozenset(("pre", "code"))
_LINE = re.compile(r" data-line=\"\d+\"")
_FIRST_TAG = re.compile(r"<[a-zA-Z][\w-]*")


@dataclass(frozen=True, slots=True)
class Protected:
    """The text with as many lines as before, and what its private characters stand for."""

    text: str
    tags: tuple[Replacement, ...]
    first: int
    """The character behind which the tags' own lie; it fills a tag's further lines."""

    def restore(self, html: str) -> str:
        """Rendered HTML with the tags back, each as befits its place."""
        filler = chr(self.first)
        if not self.tags and filler not in html:
            return html
        whole = re.sub(rf"\n[ \t]*{filler}", "", html).replace(filler, "")
        return _Restorer(self).run(whole)

    def plain(self, text: str) -> str:
        """``text`` with the tags as they were written."""
        return _PRIVATE.sub(lambda found: self._source(found[0]), text)

    def name(self, text: str) -> str:
        """The same for two parts of protected texts that are restored alike."""
        found = _PRIVATE.findall(text) if self.tags else ()
        tags = (self.tag(one) for one in found)
        return "\0".join((text, *(f"{tag.source}\0{tag.html}" for tag in tags if tag)))

    def tag(self, character: str) -> Replacement | None:
        """What a private character stands for."""
        index = ord(character) - self.first - 1
        return self.tags[index] if 0 <= index < len(self.tags) else None

    def _source(self, character: str) -> str:
        tag = self.tag(character)
        return tag.source if tag else character


@dataclass(slots=True)
class _Restorer:
    """Goes through HTML once; it knows whether it is inside code or a paragraph.

    A block in the midst of a paragraph ends it there, as in the engines; a
    paragraph that held nothing else is gone.
    """

    protected: Protected
    parts: list[str] = field(default_factory=list)
    depth: int = 0
    opening: str = ""
    begun: int = -1
    is_cut: bool = False
    has_gap: bool = False

    def run(self, html: str) -> str:
        """The HTML with all tags in it."""
        at = 0
        for found in _MARKUP.finditer(html):
            self._text(html[at : found.start()])
            self._found(found)
            at = found.end()
        self._text(html[at:])
        return "".join(self.parts)

    def _found(self, found: re.Match[str]) -> None:
        name = (found["name"] or "").lower()
        if not name:
            self._character(found[0])
        elif name == "p":
            self._paragraph(found)
        else:
            if name in _CODE:
                self.depth = max(0, self.depth + (-1 if found["close"] else 1))
            self._text(_PRIVATE.sub(self._in_address, found[0]))

    def _paragraph(self, found: re.Match[str]) -> None:
        if found["close"]:
            self._end_paragraph(found[0])
        else:
            self.opening = _PRIVATE.sub(self._in_address, found[0])
            self._begin_paragraph()

    def _begin_paragraph(self) -> None:
        self.begun, self.is_cut, self.has_gap = len(self.parts), False, False
        self.parts.append(self.opening)

    def _end_paragraph(self, tag: str) -> None:
        if self.has_gap and self.begun >= 0 and self._is_empty():
            del self.parts[self.begun :]
        elif not self.is_cut:
            self.parts.append(tag)
        self.begun, self.is_cut = -1, False

    def _is_empty(self) -> bool:
        return not any(part.strip() for part in self.parts[self.begun + 1 :])

    def _text(self, text: str) -> None:
        if self.is_cut and text.strip():
            self.opening = "<p>"
            self._begin_paragraph()
        self.parts.append(text)

    def _character(self, character: str) -> None:
        tag = self.protected.tag(character)
        if tag is None:
            self._text(character)
        elif self.depth:
            self._text(escape(tag.code))
        elif tag.block:
            self._block(tag.html)
        else:
            self._text(tag.html)

    def _block(self, html: str) -> None:
        if not html:
            self.has_gap = True
        elif self.begun < 0 or self.is_cut:
            self.parts.append(html)
        elif self._is_empty():
            del self.parts[self.begun :]
            self.parts.append(_with_line(html, self.opening))
            self.is_cut = True
        else:
            self.parts.append(f"</p>\n{html}")
            self.is_cut = True

    def _in_address(self, found: re.Match[str]) -> str:
        tag = self.protected.tag(found[0])
        return found[0] if tag is None else escape(tag.address)


def _with_line(html: str, opening: str) -> str:
    """``html`` with the line of the paragraph that it takes the place of."""
    line, first = _LINE.search(opening), _FIRST_TAG.match(html)
    if line is None or first is None:
        return html
    return f"{first[0]}{line[0]}{html[first.end() :]}"
